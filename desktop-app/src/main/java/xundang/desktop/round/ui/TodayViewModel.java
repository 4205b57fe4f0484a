package xundang.desktop.round.ui;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.RoundItem.State;
import xundang.desktop.round.Rounds;
import xundang.desktop.round.TodayList;
import xundang.desktop.round.ui.TodayFilter.Group;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.round.OccurrenceKey;
import xundang.model.text.ModelText;

/** Today: what is due, room by room in walking order. Interface's thread; everything is worked out on the store thread. */
public final class TodayViewModel {
    /** Where an item leads. */
    public interface Actions {
        /** To the object's file. */
        void openDossier(AssetId asset);

        /** Straight into a form that was begun. */
        void resume(InspectionId draft);

        /** Straight into a new form that answers the item. */
        void begin(RoundItem item);
    }

    private final Rounds rounds;
    private final BackgroundTasks tasks;
    private final Actions actions;
    private final PutOffViewModel putOff;
    private final ObservableList<TodayLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<Group, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable TodayList> today = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RoundItem> warned = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<TodayFilter> filter = new SimpleObjectProperty<>(TodayFilter.ALL);
    private @Nullable Object selected;
    private boolean updating;
    private Runnable laidOut = () -> {};
    private int asked;

    /** @param words says the model's texts in the language of the moment */
    public TodayViewModel(Rounds rounds, BackgroundTasks tasks, Actions actions, Function<ModelText, String> words) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.actions = actions;
        putOff = new PutOffViewModel(rounds, tasks, this::reload, words);
        filter.subscribe((before, after) -> lay());
    }

    /** Reads the list again; only the newest question is answered. */
    public void reload() {
        int question = ++asked;
        tasks.store(
                rounds::today,
                list -> {
                    if (question == asked) {
                        show(list);
                    }
                },
                fault -> {
                    loading.set(false);
                    error.set(Faults.onReading(fault));
                });
    }

    private void show(TodayList list) {
        loading.set(false);
        error.set(null);
        today.set(list);
        lay();
    }

    private void lay() {
        TodayList list = today.get();
        if (list == null) {
            return;
        }
        updating = true;
        TodayLine.update(lines, TodayLine.of(list.items(), filter.get()));
        updating = false;
        Map<Group, Integer> now = new EnumMap<>(Group.class);
        for (RoundItem item : list.items()) {
            if (filter.get().takesButForState(item)) {
                for (Group group : Group.values()) {
                    now.merge(group, group.has(item.state()) ? 1 : 0, Integer::sum);
                }
            }
        }
        counts.set(now);
        laidOut.run();
    }

    /** Called each time when the lines have been brought up to date. */
    void onLaidOut(Runnable view) {
        laidOut = view;
    }

    /** Enter on a line: into the form. What a colleague has taken over is said first; Enter again opens it all the same. */
    public void open(TodayLine line) {
        if (!(line instanceof TodayLine.Item of)) {
            return;
        }
        RoundItem item = of.item();
        RoundItem before = warned.get();
        boolean warn = item.state() != State.DONE && item.isColleagues();
        if (warn && (before == null || !before.identity().equals(item.identity()))) {
            warned.set(item);
            return;
        }
        warned.set(null);
        RoundItem.Begun draft = item.draft();
        if (draft != null && draft.own()) {
            actions.resume(draft.inspection());
        } else if (item.state() == State.DONE || item.key() == null || !item.fillable()) {
            actions.openDossier(item.asset().id());
        } else {
            actions.begin(item);
        }
    }

    /** To the object's file. */
    public void openDossier(TodayLine line) {
        if (line instanceof TodayLine.Item of) {
            actions.openDossier(of.item().asset().id());
        }
    }

    /** Opens the panel that asks why the item is left out or done later. */
    public void putOff(TodayLine line) {
        TodayList list = today.get();
        if (line instanceof TodayLine.Item of && of.item().key() != null && list != null) {
            warned.set(null);
            putOff.open(of.item(), list.now());
        }
    }

    /** Takes a skip or postponement back. */
    public void takeBack(TodayLine line) {
        if (line instanceof TodayLine.Item of && of.item().putOff() != null) {
            putOff.takeBack(of.item());
        }
    }

    /** Takes over what the line stands for, an item's part of its round or all that is open in a room; what this person has is given back. */
    public void takeOver(TodayLine line) {
        TodayList list = today.get();
        if (list == null) {
            return;
        }
        List<RoundItem> items = switch (line) {
            case TodayLine.Place place ->
                list.items().stream()
                        .filter(item -> item.room().key().equals(place.room().key()))
                        .toList();
            case TodayLine.Item of -> List.of(of.item());
        };
        List<RoundItem> open = items.stream()
                .filter(item -> item.key() != null && isOpen(item.state()))
                .toList();
        boolean take = !open.stream()
                .allMatch(item -> item.taken() != null && item.taken().own());
        List<OccurrenceKey> keys =
                open.stream().map(RoundItem::key).flatMap(Stream::ofNullable).toList();
        tasks.store(
                () -> {
                    rounds.share(keys, take);
                    return true;
                },
                done -> reload(),
                fault -> error.set(Faults.toPerson(fault)));
    }

    private static boolean isOpen(State state) {
        return switch (state) {
            case OVERDUE, DUE, STARTED, UPCOMING, POSTPONED -> true;
            case DONE, MISSED, PASSED_OVER -> false;
        };
    }

    /** Esc: closes the innermost panel; false if there was none. */
    public boolean closePanel() {
        if (warned.get() != null) {
            warned.set(null);
            return true;
        }
        return putOff.close();
    }

    /** The person chose a line; it stays chosen when the list is read again. */
    public void select(@Nullable TodayLine line) {
        if (line != null && !updating) {
            selected = line.key();
            RoundItem item = warned.get();
            if (item != null && !Objects.equals(item.identity(), selected)) {
                warned.set(null);
            }
        }
    }

    /** Where the chosen line is now; the first thing to do if it is gone; -1 in an empty list. */
    public int selectedIndex() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key().equals(selected)) {
                return i;
            }
        }
        return next(-1);
    }

    /** The next line after that one on which something is to be done, from the top again if there is none; -1 in an empty list. */
    public int next(int after) {
        int size = lines.size();
        for (int step = 1; step <= size; step++) {
            int at = (after + step) % size;
            if (lines.get(at) instanceof TodayLine.Item of && isToDo(of.item().state())) {
                return at;
            }
        }
        return size > 1 ? 1 : size - 1;
    }

    private static boolean isToDo(State state) {
        return switch (state) {
            case OVERDUE, DUE, STARTED -> true;
            case UPCOMING, DONE, MISSED, PASSED_OVER, POSTPONED -> false;
        };
    }

    /** Forms of today's items: template ids in the order in which they first come. */
    public List<String> forms() {
        TodayList list = today.get();
        return list == null
                ? List.of()
                : list.items().stream()
                        .map(item -> item.templateId())
                        .distinct()
                        .toList();
    }

    /** Rooms of today's items by key, in walking order. */
    public Map<String, String> rooms() {
        Map<String, String> rooms = new LinkedHashMap<>();
        TodayList list = today.get();
        if (list != null) {
            list.items()
                    .forEach(item ->
                            rooms.putIfAbsent(item.room().key(), item.room().name()));
        }
        return rooms;
    }

    public ObservableList<TodayLine> lines() {
        return lines;
    }

    /** How many items stand where, under the filter but for its state. */
    public ReadOnlyObjectProperty<Map<Group, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The last answer; null until the first. */
    public ReadOnlyObjectProperty<@Nullable TodayList> todayProperty() {
        return today.getReadOnlyProperty();
    }

    /** The item that a colleague has taken over and that Enter opens all the same; null when nothing is to be said. */
    public ReadOnlyObjectProperty<@Nullable RoundItem> warnedProperty() {
        return warned.getReadOnlyProperty();
    }

    public ObjectProperty<TodayFilter> filterProperty() {
        return filter;
    }

    /** The panel that asks why. */
    public PutOffViewModel putOff() {
        return putOff;
    }

    /** True until the first answer. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }
}
