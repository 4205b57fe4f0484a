/** The ledger as this laptop holds it: search, dossier (一物一档), tags. */
@NullMarked
package xundang.desktop.asset;

import org.jspecify.annotations.NullMarked;
