package xundang.model.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;

/**
 * What the notice for one year says; the fields of a synced record of type {@code calendar}.
 *
 * @param year e.g. 2026; every day lies in it
 * @param source the notice that the days were taken from, as it is shown to people
 * @param days by date, each date once
 */
public record CalendarYear(
        @JsonProperty("year") int year,
        @JsonProperty("source") String source,
        @JsonProperty("days") List<CalendarDay> days) {
    public CalendarYear {
        days = days.stream().sorted(Comparator.comparing(CalendarDay::date)).toList();
    }
}
