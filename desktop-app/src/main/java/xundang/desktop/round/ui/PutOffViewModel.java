package xundang.desktop.round.ui;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
import xundang.model.round.OccurrenceKey;
import xundang.model.text.ModelText;

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
    private final Function<ModelText, String> words;
    private final ReadOnlyObjectWrapper<@Nullable RoundItem> item = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.SKIP);
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private @Nullable OffsetDateTime now;
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();

    /** @param marked called once a mark is durable */
    PutOffViewModel(Rounds rounds, BackgroundTasks tasks, Runnable marked, Function<ModelText, String> words) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.marked = marked;
        this.words = words;
    }

    /** @param at the present time, in the zone of the ledger */
    void open(RoundItem of, OffsetDateTime at) {
        now = at;
        RoundItem before = item.get();
        if (before == null || !before.identity().equals(of.identity())) {
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
        OccurrenceKey key = of.key();
        if (key == null) {
            return;
        }
        String why = reason.get().strip();
        if (kind.get() == Kind.SKIP) {
            mark(() -> rounds.skip(key, why), of);
            return;
        }
        Optional<OffsetDateTime> when = UntilText.parse(until.get(), at);
        if (when.isEmpty()) {
            error.set(PersonError.of("E-ROUND-102", "round.error.untilUnread"));
            return;
        }
        mark(() -> rounds.postpone(key, why, when.get()), of);
    }

    /** Takes the item's mark back; a refusal opens the panel to say so. */
    void takeBack(RoundItem of) {
        OccurrenceKey key = of.key();
        if (key != null) {
            mark(() -> rounds.takeBack(key), of);
        }
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
                error.set(PersonError.of("E-ROUND-101", "round.error.refused", words.apply(refused.why())));
            }
            case MarkOutcome.Gone ignored -> {
                item.set(of);
                error.set(PersonError.of("E-ROUND-103", "round.error.gone"));
                marked.run();
            }
        }
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
