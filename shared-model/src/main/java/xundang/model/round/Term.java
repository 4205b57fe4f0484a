package xundang.model.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An unbroken run of days on which a plan holds. */
record Term(LocalDate first, LocalDate last) {
    private static final LocalDate FAR = LocalDate.of(9000, 12, 31);

    /** The plan's runs that touch these days, in order. */
    static List<Term> of(PlanBody plan, LocalDate from, LocalDate to) {
        LocalDate ends = plan.endsOn() == null ? FAR : plan.endsOn();
        List<Term> terms = new ArrayList<>();
        Season season = plan.season();
        if (season == null) {
            terms.add(new Term(plan.startsOn(), ends));
        } else {
            for (int year = from.getYear() - 1; year <= to.getYear(); year++) {
                LocalDate first = season.from().atYear(year);
                LocalDate last = season.to().atYear(season.to().isBefore(season.from()) ? year + 1 : year);
                terms.add(new Term(Days.later(first, plan.startsOn()), Days.earlier(last, ends)));
            }
        }
        terms.removeIf(term -> term.last().isBefore(term.first())
                || term.last().isBefore(from)
                || term.first().isAfter(to));
        return terms;
    }

    /** Whether the plan holds on that day. */
    static boolean covers(PlanBody plan, LocalDate day) {
        return of(plan, day, day).stream()
                .anyMatch(term -> !term.first().isAfter(day) && !term.last().isBefore(day));
    }
}
