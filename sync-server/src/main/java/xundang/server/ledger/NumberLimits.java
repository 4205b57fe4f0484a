package xundang.server.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which numbers a field may hold. A few characters such as {@code 1e999999999} stand for a number that fills the memory of everyone who
 * writes it out, so they are refused before anything is done with them.
 */
final class NumberLimits {
    /** Most digits, and most places before or after the point. */
    static final int PLACES = 100;

    private NumberLimits() {}

    /** Whether all numbers in the value, however deep, are within the limits. */
    static boolean kept(@Nullable JsonNode value) {
        if (value == null) {
            return true;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.precision() <= PLACES && Math.abs((long) number.scale()) <= PLACES;
        }
        if (!value.isContainer()) {
            return true;
        }
        for (JsonNode inner : value) {
            if (!kept(inner)) {
                return false;
            }
        }
        return true;
    }
}
