/** Receives ops from laptops. */
@NullMarked
package xundang.server.push;

import org.jspecify.annotations.NullMarked;
