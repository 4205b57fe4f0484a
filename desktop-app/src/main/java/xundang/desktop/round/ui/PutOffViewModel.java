package xundang.desktop.round.ui;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.Rounds;
import xundang.desktop.round.Rounds.MarkOutcome;
import xundang.desktop.round.Rounds.Refusal;

/** The panel that asks why an inspection is left out or done later. What is typed stays until it is durable. Interface's thread. */
public final class PutOffViewModel {
    /** What the person decides. */
    public enum Kind {
        SKIP,
        POSTPONE
    }

    private final Rounds rounds;
    private final BackgroundTasks tasks;
    private final Runnable marked;
    private final ReadOnlyObjectWrapper<@Nullable RoundItem> item = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SKIP);
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private @Nullable OffsetDateTime now;
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();

    /** @param marked called once a mark is durable */
    PutOffViewModel(Rounds rounds, BackgroundTasks tasks, Runnable marked) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.marked = marked;
    }

    /** @param at the present time, in the zone of the ledger */
    void open(RoundItem of, OffsetDateTime at) {
        now = at;
        RoundItem before = item.get();
        if (before == null || !before.key().equals(of.key())) {
            reason.set("");
            until.set("");
            kind.set(Kind.SKIP);
        }
        error.set(null);
        item.set(of);
    }

    boolean close() {
        boolean open = item.get() != null;
        item.set(null);
        error.set(null);
        return open;
    }

    /** Enter: makes it durable, or says in the panel why not. */
    public void save() {
        RoundItem of = item.get();
        OffsetDateTime at = now;
        if (of == null || at == null) {
            return;
        }
        if (reason.get().isBlank()) {
            error.set(words(new MarkOutcome.Refused(Refusal.REASON_MISSING, null)));
            return;
        }
        if (kind.get() == Kind.SKIP) {
            mark(() -> rounds.skip(of.key(), reason.get().strip()), of);
            return;
        }
        Optional<OffsetDateTime> when = UntilText.parse(until.get(), at);
        if (when.isEmpty()) {
            error.set(PersonError.of("E-ROUND-110", "round.error.untilUnread"));
            return;
        }
        mark(() -> rounds.postpone(of.key(), reason.get().strip(), when.get()), of);
    }

    /** Takes the item's mark back; a refusal opens the panel to say so. */
    void takeBack(RoundItem of) {
        mark(() -> rounds.takeBack(of.key()), of);
    }

    private void mark(Callable<MarkOutcome> marking, RoundItem of) {
        tasks.store(marking, outcome -> show(outcome, of), fault -> {
            item.set(of);
            error.set(Faults.toPerson(fault));
        });
    }

    private void show(MarkOutcome outcome, RoundItem of) {
        switch (outcome) {
            case MarkOutcome.Marked ignored -> {
                reason.set("");
                until.set("");
                close();
                marked.run();
            }
            case MarkOutcome.Refused refused -> {
                item.set(of);
                error.set(words(refused));
            }
        }
    }

    private static PersonError words(MarkOutcome.Refused refused) {
        return switch (refused.refusal()) {
            case GONE -> PersonError.of("E-ROUND-101", "round.error.gone");
            case ALREADY_DONE -> PersonError.of("E-ROUND-102", "round.error.alreadyDone");
            case REASON_MISSING -> PersonError.of("E-ROUND-103", "round.error.reasonMissing");
            case REASON_TOO_LONG -> PersonError.of("E-ROUND-104", "round.error.reasonTooLong");
            case UNTIL_NOT_LATER -> PersonError.of("E-ROUND-105", "round.error.untilNotLater");
            case UNTIL_TOO_LATE ->
                PersonError.of("E-ROUND-106", "round.error.untilTooLate", UntilText.words(refused.limit()));
            case NOTHING_TO_TAKE_BACK -> PersonError.of("E-ROUND-107", "round.error.nothingToTakeBack");
        };
    }

    /** What the panel is about; null while it is closed. */
    public ReadOnlyObjectProperty<@Nullable RoundItem> itemProperty() {
        return item.getReadOnlyProperty();
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty reasonProperty() {
        return reason;
    }

    /** By when, as typed. */
    public StringProperty untilProperty() {
        return until;
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }
}
