/** The description of the protocol that the server hands out. */
@NullMarked
package xundang.server.description;

import org.jspecify.annotations.NullMarked;
