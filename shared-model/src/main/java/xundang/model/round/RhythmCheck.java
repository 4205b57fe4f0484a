package xundang.model.round;

import java.util.List;
import java.util.Set;
import xundang.model.text.ModelText;

/** Whether turns can be computed from a rhythm. */
final class RhythmCheck {
    private static final Set<Integer> MONTHS = Set.of(1, 3, 6, 12);
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int YEAR = 12;
    /** The longest turn in days; longer ones are months. */
    private static final int MOST_DAYS = 366;

    private final List<PlanProblem> problems;

    /** @param problems gets what is found */
    RhythmCheck(List<PlanProblem> problems) {
        this.problems = problems;
    }

    void turns(Rhythm rhythm) {
        switch (rhythm) {
            case Rhythm.Slots slots -> slots(slots);
            case Rhythm.PerDay perDay -> perDay(perDay);
            case Rhythm.Days days -> {
                if (days.days() < 1 || days.days() > MOST_DAYS) {
                    add("plan.days", days.days(), MOST_DAYS);
                }
            }
            case Rhythm.Months months -> months(months);
        }
    }

    private void slots(Rhythm.Slots slots) {
        int every = slots.everyHours();
        if (every < 1 || HOURS % every != 0) {
            add("plan.every_hours", every);
            return;
        }
        if (slots.firstHour() < 0 || slots.firstHour() >= every) {
            add("plan.first_hour", slots.firstHour(), every);
        }
        int most = every * MINUTES / 2 - 1;
        if (slots.windowMinutes() < 1 || slots.windowMinutes() > most) {
            add("plan.window", slots.windowMinutes(), most);
        }
    }

    private void perDay(Rhythm.PerDay perDay) {
        if (perDay.times() < 1 || perDay.times() > HOURS) {
            add("plan.times", perDay.times());
        } else if (perDay.leastHours() < 0 || (long) perDay.leastHours() * (perDay.times() - 1) >= HOURS) {
            add("plan.distance", perDay.times(), perDay.leastHours());
        }
    }

    private void months(Rhythm.Months months) {
        if (!MONTHS.contains(months.months())) {
            add("plan.months", months.months());
            return;
        }
        int periods = YEAR / months.months();
        months.only().stream()
                .filter(period -> period < 1 || period > periods)
                .forEach(period -> add("plan.only", period, periods));
    }

    private void add(String key, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = String.valueOf(args[i]);
        }
        problems.add(new PlanProblem("rhythm", ModelText.of(key, texts)));
    }
}
