package xundang.desktop.inspection.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.DueItem;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

/** Today: what is due, place by place in walking order. Interface's thread. */
public final class TodayViewModel {
    /** Where an item leads. */
    public interface Actions {
        /** To the object's file, from where the inspection is begun. */
        void openDossier(AssetId asset);

        /** Straight into a form that was begun. */
        void resume(InspectionId draft);
    }

    /** A line of the list. */
    public sealed interface Line {
        /** A place, with how many of its items are done. */
        record Place(String name, int done, int total) implements Line {}

        /** Something to inspect there. */
        record Item(DueItem due) implements Line {}
    }

    /** How many items stand where. */
    public record Counts(int overdue, int due, int started, int done) {}

    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final Actions actions;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(new Counts(0, 0, 0, 0));
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();

    public TodayViewModel(Inspections inspections, BackgroundTasks tasks, Actions actions) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.actions = actions;
    }

    /** Reads the list again. */
    public void reload() {
        tasks.store(inspections::due, this::show, fault -> {
            loading.set(false);
            error.set(Faults.onReading(fault));
        });
    }

    private void show(List<DueItem> due) {
        loading.set(false);
        error.set(null);
        Map<String, List<DueItem>> places = due.stream()
                .collect(Collectors.groupingBy(item -> item.asset().place(), LinkedHashMap::new, Collectors.toList()));
        List<Line> now = places.entrySet().stream()
                .<Line>mapMulti((place, sink) -> {
                    sink.accept(new Line.Place(
                            place.getKey(),
                            count(place.getValue(), DueItem.State.DONE),
                            place.getValue().size()));
                    place.getValue().forEach(item -> sink.accept(new Line.Item(item)));
                })
                .toList();
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
        counts.set(new Counts(
                count(due, DueItem.State.OVERDUE),
                count(due, DueItem.State.DUE),
                count(due, DueItem.State.STARTED),
                count(due, DueItem.State.DONE)));
    }

    private static int count(List<DueItem> items, DueItem.State state) {
        return (int) items.stream().filter(item -> item.state() == state).count();
    }

    /** Enter on a line: a begun form reopens, anything else shows the object's file. */
    public void open(Line line) {
        switch (line) {
            case Line.Item item -> {
                InspectionId draft = item.due().draft();
                if (item.due().state() == DueItem.State.STARTED && draft != null) {
                    actions.resume(draft);
                } else {
                    actions.openDossier(item.due().asset().id());
                }
            }
            case Line.Place ignored -> {}
        }
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** True until the first answer. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }
}
