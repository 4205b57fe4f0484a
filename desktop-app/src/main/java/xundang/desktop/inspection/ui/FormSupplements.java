package xundang.desktop.inspection.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.inspection.InspectionId;

/** What limits of the open form need and the ledger lacks; each value is saved as soon as its field is left. Interface's thread. */
final class FormSupplements {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final FormAnswers.OpenForm form;
    private final ReadOnlyObjectWrapper<List<SupplementViewModel>> all = new ReadOnlyObjectWrapper<>(List.of());

    FormSupplements(Inspections inspections, BackgroundTasks tasks, FormAnswers.OpenForm form) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.form = form;
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

    /** Answers with one of the options that the form asks for; the form changes with it. */
    void answer(String attribute, String value) {
        change(attribute, id -> inspections.observe(id, attribute, value));
    }

    private void change(String place, Function<InspectionId, Draft> changing) {
        InspectionId id = form.id();
        FormWork work = form.work();
        work.began();
        tasks.store(
                () -> changing.apply(id),
                now -> {
                    if (form.isOpen(id)) {
                        form.answered(now);
                    }
                    work.succeeded(place);
                },
                fault -> {
                    PersonError why = Faults.toPerson(fault);
                    form.tell(id, why);
                    work.failed(place, () -> form.tell(id, why));
                });
    }

    /** Goes over to the newest version of the form. */
    void upgrade() {
        change("upgrade", inspections::upgrade);
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
        InspectionId id = form.id();
        FormWork work = form.work();
        String before = supplement.committed();
        supplement.sent();
        work.began();
        tasks.store(
                () -> inspections.observe(id, supplement.attribute(), value.get()),
                now -> {
                    if (form.isOpen(id)) {
                        form.answered(now);
                    }
                    work.succeeded(supplement.attribute());
                },
                fault -> {
                    PersonError error = Faults.toPerson(fault);
                    supplement.failed(error, before);
                    if (!form.isOpen(id)) {
                        form.lost(supplement.attribute(), value.get(), error);
                    }
                    // Its field says why; the form only must not be submitted over it.
                    work.failed(supplement.attribute(), () -> {});
                });
        return true;
    }

    /** The form is left: supplies what is typed anywhere; what the ledger could not hold is told. */
    void leave() {
        all.get().stream().filter(supplement -> !supply(supplement)).forEach(supplement -> {
            PersonError wrong = supplement.errorProperty().get();
            if (wrong != null) {
                form.lost(
                        supplement.attribute(), supplement.textProperty().get().strip(), wrong);
            }
        });
    }

    /** Supplies what is typed anywhere; false if one of the fields holds what the ledger could not hold. */
    boolean supplyAll() {
        return all.get().stream().map(this::supply).reduce(true, Boolean::logicalAnd);
    }
}
