/** Hashes and random secrets. */
@NullMarked
package xundang.server.platform.digest;

import org.jspecify.annotations.NullMarked;
