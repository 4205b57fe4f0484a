/** Pictures on the screen. */
@NullMarked
package xundang.desktop.photo.ui;

import org.jspecify.annotations.NullMarked;
