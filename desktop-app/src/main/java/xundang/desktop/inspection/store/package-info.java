/** Tables of drafts, submitted inspections, readings and picture uses. */
@NullMarked
package xundang.desktop.inspection.store;

import org.jspecify.annotations.NullMarked;
