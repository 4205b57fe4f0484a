package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.MonthDay;

/**
 * A part of every year, both days included; it may run over the end of the year.
 *
 * @param from written {@code --06-01}
 */
public record Season(
        @JsonProperty("from") MonthDay from,
        @JsonProperty("to") MonthDay to) {
    /** 汛期: 1 June to 30 September [003]. */
    public static final Season FLOOD = new Season(MonthDay.of(6, 1), MonthDay.of(9, 30));
}
