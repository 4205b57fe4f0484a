/** 逐节表 on the screen: the grid for the keyboard, heat map and bars of the string, paste and the import of a tester's file. */
@NullMarked
package xundang.desktop.inspection.ui.jar;

import org.jspecify.annotations.NullMarked;
