/** Battery strings jar by jar: the jar table (逐节表), its rules J1 to J4 and its statistics. */
@NullMarked
package xundang.model.battery;

import org.jspecify.annotations.NullMarked;
