package xundang.bench;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One measured number.
 *
 * @param value number or short text
 * @param goal number or short text; empty when there is none
 * @param holds whether the goal is met; true when there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Row(String name, Object value, String unit, Object goal, boolean holds) {
    /** A number without a goal. */
    static Row of(String name, double value, String unit) {
        return new Row(name, rounded(value), unit, "", true);
    }

    /** A number that should not exceed its goal. */
    static Row atMost(String name, double value, String unit, double goal) {
        return new Row(name, rounded(value), unit, goal, value <= goal);
    }

    /** A number that should reach its goal. */
    static Row atLeast(String name, double value, String unit, double goal) {
        return new Row(name, rounded(value), unit, goal, value >= goal);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
