package xundang.model.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * One day that differs from the ordinary week, or that a notice names although it falls on a weekend.
 *
 * @param name the holiday that it belongs to, e.g. 国庆节、中秋节
 */
public record CalendarDay(
        @JsonProperty("date") LocalDate date,
        @JsonProperty("name") String name,
        @JsonProperty("kind") DayKind kind) {}
