/** Tables of the ledger for reading; filled from the records, never edited by hand. */
@NullMarked
package xundang.desktop.asset.store;

import org.jspecify.annotations.NullMarked;
