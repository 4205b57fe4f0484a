package xundang.model.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** How often a plan comes round (频次). Ranges are checked by {@link PlanCheck}, not here: a record of a newer program must stay readable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rhythm.Slots.class, name = "slots"),
    @JsonSubTypes.Type(value = Rhythm.PerDay.class, name = "per_day"),
    @JsonSubTypes.Type(value = Rhythm.Days.class, name = "days"),
    @JsonSubTypes.Type(value = Rhythm.Months.class, name = "months")
})
public sealed interface Rhythm {
    /**
     * Fixed times of the day, e.g. the three-hourly room patrol. A slot that is over is missed for ever.
     *
     * @param everyHours distance of two slots; divides 24
     * @param windowMinutes how much earlier or later than its time a slot may be walked, bounds included
     * @param firstHour hour of the first slot of a day, below {@code everyHours}
     */
    record Slots(
            @JsonProperty("every_hours") int everyHours,
            @JsonProperty("window_minutes") int windowMinutes,
            @JsonProperty("first_hour") int firstHour)
            implements Rhythm {}

    /**
     * So many times a day at any hour. A day that is over is missed for ever.
     *
     * @param times 1 or more
     * @param leastHours least time from the beginning of one to the beginning of the next
     */
    record PerDay(
            @JsonProperty("times") int times,
            @JsonProperty("least_hours") int leastHours) implements Rhythm {}

    /**
     * Once in so many days, counted from the first day of the plan or of its season: 1 is daily, 7 weekly. A daily one that is over is
     * missed for ever; others may be made up until the next one ends.
     */
    record Days(@JsonProperty("days") int days) implements Rhythm {}

    /**
     * Once in each calendar month, quarter, half-year or year. May be made up until the next period ends.
     *
     * @param months 1, 3, 6 or 12
     * @param only numbers of the periods of a year in which it falls, from 1; empty for all. Cleaning in Q2 and Q4 is 3 with [2, 4]
     */
    record Months(
            @JsonProperty("months") int months,

            @JsonProperty("only") @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<Integer> only)
            implements Rhythm {
        /** Every period of that length. */
        public Months(int months) {
            this(months, List.of());
        }
    }

    /** Every month. */
    static Rhythm monthly() {
        return new Months(1);
    }

    /** Every day. */
    static Rhythm daily() {
        return new Days(1);
    }

    /** Every seven days from the start of the plan. */
    static Rhythm weekly() {
        return new Days(7);
    }
}
