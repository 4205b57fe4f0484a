/** Hands out the records in the order of their commits. */
@NullMarked
package xundang.server.feed;

import org.jspecify.annotations.NullMarked;
