/** Working days, public holidays and the deadlines that they drive (工作日历); domain specification, sections 5 and 7. */
@NullMarked
package xundang.model.calendar;

import org.jspecify.annotations.NullMarked;
