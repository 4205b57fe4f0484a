package xundang.desktop.inspection.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.inspection.InspectionId;

/** What limits of the open form need and the ledger lacks; each value is saved as soon as its field is left. Interface's thread. */
final class FormSupplements {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final Supplier<InspectionId> form;
    private final Consumer<Draft> supplied;
    private final ReadOnlyObjectWrapper<List<SupplementViewModel>> all = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * @param form the form that is open
     * @param supplied told after the store holds a value
     */
    FormSupplements(
            Inspections inspections, BackgroundTasks tasks, Supplier<InspectionId> form, Consumer<Draft> supplied) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.form = form;
        this.supplied = supplied;
    }

    ReadOnlyObjectProperty<List<SupplementViewModel>> property() {
        return all.getReadOnlyProperty();
    }

    void clear() {
        all.set(List.of());
    }

    /** Takes over what the store holds; a field that is there already keeps what is being typed in it. */
    void show(Draft now) {
        Map<String, SupplementViewModel> existing = new HashMap<>();
        all.get().forEach(it -> existing.put(it.attribute(), it));
        List<SupplementViewModel> shown =
                now.supplements().stream().map(it -> of(it, existing)).toList();
        for (int index = 0; index < shown.size(); index++) {
            shown.get(index).apply(now.supplements().get(index).value());
        }
        if (!shown.equals(all.get())) {
            all.set(shown);
        }
    }

    private static SupplementViewModel of(Draft.Supplement supplement, Map<String, SupplementViewModel> existing) {
        return Optional.ofNullable(existing.get(supplement.wanted().definition().name()))
                .filter(it -> it.wanted().equals(supplement.wanted()))
                .orElseGet(() -> new SupplementViewModel(supplement.wanted()));
    }

    /** Supplies what stands in the field; false if the ledger could not hold it, and then the field says so. */
    boolean supply(SupplementViewModel supplement) {
        if (!supplement.isDirty()) {
            return true;
        }
        Optional<String> value = supplement.read();
        if (value.isEmpty()) {
            return false;
        }
        InspectionId id = form.get();
        String before = supplement.committed();
        supplement.sent();
        tasks.store(
                () -> inspections.observe(id, supplement.attribute(), value.get()),
                supplied,
                fault -> supplement.failed(Faults.toPerson(fault), before));
        return true;
    }

    /** Supplies what is typed anywhere; false if one of the fields holds what the ledger could not hold. */
    boolean supplyAll() {
        return all.get().stream().map(this::supply).reduce(true, Boolean::logicalAnd);
    }
}
