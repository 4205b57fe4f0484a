/** Submitted inspections on screen, whole, with their addenda (更正、补充). */
@NullMarked
package xundang.desktop.inspection.ui.submitted;

import org.jspecify.annotations.NullMarked;
