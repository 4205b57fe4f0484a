/** Filled inspection forms (巡检反馈表) and their readings. */
@NullMarked
package xundang.model.inspection;

import org.jspecify.annotations.NullMarked;
