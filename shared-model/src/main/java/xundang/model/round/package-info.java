/**
 * Inspection plans and rounds (巡检计划与轮次): which object is due when, and where each occurrence stands. Pure functions of the records and
 * of an instant, so that every laptop and the server come to the same answer; all days are days of Asia/Shanghai.
 */
@NullMarked
package xundang.model.round;

import org.jspecify.annotations.NullMarked;
