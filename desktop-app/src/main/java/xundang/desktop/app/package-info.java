/** Starts and wires the client. */
@NullMarked
package xundang.desktop.app;

import org.jspecify.annotations.NullMarked;
