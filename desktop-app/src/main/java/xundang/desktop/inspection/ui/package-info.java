/** Today 今日 and the inspection form as the person sees them. */
@NullMarked
package xundang.desktop.inspection.ui;

import org.jspecify.annotations.NullMarked;
