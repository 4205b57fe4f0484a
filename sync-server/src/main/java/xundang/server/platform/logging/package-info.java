/** How faults are written into the log. */
@NullMarked
package xundang.server.platform.logging;

import org.jspecify.annotations.NullMarked;
