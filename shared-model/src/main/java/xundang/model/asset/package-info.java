/** The ledger's objects (一物一档): categories with typed attributes, life cycle, field conflicts. */
@NullMarked
package xundang.model.asset;

import org.jspecify.annotations.NullMarked;
