/** Words of the interface: one bundle per feature, Chinese first, and how times are written. */
@NullMarked
package xundang.desktop.platform.i18n;

import org.jspecify.annotations.NullMarked;
