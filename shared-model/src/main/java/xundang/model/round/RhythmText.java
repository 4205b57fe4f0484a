package xundang.model.round;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xundang.model.text.ModelText;

/**
 * A rhythm in words for people, and in the short form of plan files: {@code 3h/30} slots every 3 hours, 30 minutes either side; {@code 2x/4h}
 * twice a day, 4 hours apart; {@code 7d} every 7 days; {@code 3m} every quarter; {@code 3m/2+4} only the second and the fourth.
 */
public final class RhythmText {
    private static final Pattern SLOTS = Pattern.compile("(\\d{1,2})h/(\\d{1,3})(?:@(\\d{1,2}))?");
    private static final Pattern PER_DAY = Pattern.compile("(\\d{1,2})x/(\\d{1,2})h");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,3})d");
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})m(?:/(\\d{1,2}(?:\\+\\d{1,2})*))?");

    private RhythmText() {}

    /** The words, e.g. 每 3 小时一次（前后 30 分钟内）. */
    public static String of(Rhythm rhythm, Locale locale) {
        return words(rhythm).in(locale);
    }

    private static ModelText words(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Slots slots -> text("rhythm.slots", slots.everyHours(), slots.windowMinutes());
            case Rhythm.PerDay perDay -> text("rhythm.per_day", perDay.times(), perDay.leastHours());
            case Rhythm.Days days -> days.days() == 1 ? text("rhythm.daily") : text("rhythm.days", days.days());
            case Rhythm.Months months -> words(months);
        };
    }

    private static ModelText words(Rhythm.Months months) {
        String period = "rhythm.months." + months.months();
        String only = months.only().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return only.isEmpty() ? text(period) : ModelText.of("rhythm.only", "@" + period, only);
    }

    /** The short form of a plan file; empty for anything that is none. Whether the numbers make sense is for {@link PlanCheck}. */
    public static Optional<Rhythm> parse(String text) {
        Matcher slots = SLOTS.matcher(text);
        if (slots.matches()) {
            int first = slots.group(3) == null ? 0 : number(slots, 3);
            return Optional.of(new Rhythm.Slots(number(slots, 1), number(slots, 2), first));
        }
        Matcher perDay = PER_DAY.matcher(text);
        if (perDay.matches()) {
            return Optional.of(new Rhythm.PerDay(number(perDay, 1), number(perDay, 2)));
        }
        Matcher days = DAYS.matcher(text);
        if (days.matches()) {
            return Optional.of(new Rhythm.Days(number(days, 1)));
        }
        Matcher months = MONTHS.matcher(text);
        return months.matches()
                ? Optional.of(new Rhythm.Months(number(months, 1), only(months.group(2))))
                : Optional.empty();
    }

    private static List<Integer> only(@Nullable String periods) {
        return periods == null
                ? List.of()
                : Arrays.stream(periods.split("\\+", -1)).map(Integer::valueOf).toList();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static ModelText text(String key, Object... args) {
        return ModelText.of(key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
    }
}
