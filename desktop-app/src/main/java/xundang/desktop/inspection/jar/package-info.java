/** 逐节表 as it is filled in: cells read from the keyboard, from a spreadsheet's clipboard and from the file of a battery tester. Pure; any thread. */
@NullMarked
package xundang.desktop.inspection.jar;

import org.jspecify.annotations.NullMarked;
