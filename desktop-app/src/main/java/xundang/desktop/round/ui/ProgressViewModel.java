package xundang.desktop.round.ui;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.round.RoundProgress;
import xundang.desktop.round.Rounds;
import xundang.model.round.Period;

/** How far the rounds of a period are. Interface's thread. */
public final class ProgressViewModel {
    /** What is counted. */
    public enum Span {
        TODAY,
        WEEK,
        MONTH
    }

    private final Rounds rounds;
    private final BackgroundTasks tasks;
    private final Supplier<LocalDate> today;
    private final ReadOnlyObjectWrapper<@Nullable RoundProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.TODAY);
    private int back;
    private int asked;

    /** @param today the calendar day */
    public ProgressViewModel(Rounds rounds, BackgroundTasks tasks, Supplier<LocalDate> today) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.today = today;
    }

    /** Shows the present day, week or month. */
    public void choose(Span chosen) {
        back = 0;
        span.set(chosen);
        reload();
    }

    /** Goes that many days, weeks or months further; never beyond the present one. */
    public void step(int further) {
        back = Math.max(0, back - further);
        reload();
    }

    /** Reads it again; only the newest question is answered. */
    public void reload() {
        LocalDate now = today.get();
        LocalDate first = first(now);
        LocalDate last = last(first);
        int question = ++asked;
        tasks.store(
                () -> rounds.progress(new Period(first, last)),
                found -> {
                    if (question == asked) {
                        error.set(null);
                        progress.set(found);
                    }
                },
                fault -> error.set(Faults.onReading(fault)));
    }

    private LocalDate first(LocalDate now) {
        return switch (span.get()) {
            case TODAY -> now.minusDays(back);
            case WEEK ->
                now.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
            case MONTH -> YearMonth.from(now).minusMonths(back).atDay(1);
        };
    }

    private LocalDate last(LocalDate first) {
        return switch (span.get()) {
            case TODAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH -> YearMonth.from(first).atEndOfMonth();
        };
    }

    /** The last answer; null until the first. */
    public ReadOnlyObjectProperty<@Nullable RoundProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }
}
