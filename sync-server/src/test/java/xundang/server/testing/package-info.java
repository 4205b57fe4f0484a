/** A real server over real sockets, and a laptop that talks to it. */
@NullMarked
package xundang.server.testing;

import org.jspecify.annotations.NullMarked;
