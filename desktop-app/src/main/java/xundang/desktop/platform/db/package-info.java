/** The local ledger's durable heart: journal first, then the encrypted database, then everyone is told. */
@NullMarked
package xundang.desktop.platform.db;

import org.jspecify.annotations.NullMarked;
