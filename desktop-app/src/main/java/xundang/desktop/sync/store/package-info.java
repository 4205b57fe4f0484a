/** Tables of sync: the server's copy, what is on top of it, the outbox, uploads, and where sync stands. */
@NullMarked
package xundang.desktop.sync.store;

import org.jspecify.annotations.NullMarked;
