/** Starts and wires the server. */
@NullMarked
package xundang.server.app;

import org.jspecify.annotations.NullMarked;
