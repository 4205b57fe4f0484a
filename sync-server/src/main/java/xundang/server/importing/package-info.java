/** Import of ledger files (导入): CSV rows become records through the one write path. */
@NullMarked
package xundang.server.importing;

import org.jspecify.annotations.NullMarked;
