/** Half of a deliberate cycle that proves an architecture rule. Never shipped. */
@NullMarked
package xundang.desktop.fixturesecond;

import org.jspecify.annotations.NullMarked;
