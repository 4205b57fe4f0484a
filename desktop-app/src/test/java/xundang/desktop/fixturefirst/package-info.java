/** Half of a deliberate cycle that proves an architecture rule. Never shipped. */
@NullMarked
package xundang.desktop.fixturefirst;

import org.jspecify.annotations.NullMarked;
