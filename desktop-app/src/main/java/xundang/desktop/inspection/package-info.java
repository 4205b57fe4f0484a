/** Filling in inspections, durable field by field. */
@NullMarked
package xundang.desktop.inspection;

import org.jspecify.annotations.NullMarked;
