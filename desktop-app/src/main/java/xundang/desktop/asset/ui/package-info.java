/** Scan 扫码, the ledger's list 台账 and the dossier 一物一档 as the person sees them. */
@NullMarked
package xundang.desktop.asset.ui;

import org.jspecify.annotations.NullMarked;
