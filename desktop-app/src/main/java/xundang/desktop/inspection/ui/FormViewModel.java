package xundang.desktop.inspection.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Skip;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;

/**
 * The inspection form. Every answer goes to the store at once; the cursor does not wait for it, and a row says 已保存 only after the store
 * has answered. Interface's thread.
 */
public final class FormViewModel {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final Consumer<AssetId> submitted;
    private final ReadOnlyObjectWrapper<@Nullable Draft> draft = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<RowViewModel>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Gaps> gaps = new ReadOnlyObjectWrapper<>();
    private final FormAnswers answers;
    private final FormCursor cursor;
    private final FormSupplements supplements;

    /** What a refused submission lacks. */
    public record Gaps(int unanswered, int withoutPhoto, int withoutNote) {}

    /**
     * @param submitted gets the inspected object once the store holds the submitted form
     */
    public FormViewModel(Inspections inspections, BackgroundTasks tasks, Consumer<AssetId> submitted) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.submitted = submitted;
        answers = new FormAnswers(inspections, tasks, this::id, this::answered, this::show);
        cursor = new FormCursor(rows.getReadOnlyProperty(), answers::save);
        supplements = new FormSupplements(inspections, tasks, this::id, this::answered);
    }

    /** Begins, or goes on with the asset's open draft. */
    public void begin(AssetId asset, String templateId) {
        open(() -> inspections.begin(asset, templateId));
    }

    /** Goes on with a draft at the row where it was left. */
    public void resume(InspectionId id) {
        open(() -> inspections.load(id));
    }

    private void open(Callable<Draft> opening) {
        rows.set(List.of());
        supplements.clear();
        draft.set(null);
        cursor.set(null);
        error.set(null);
        gaps.set(null);
        tasks.store(
                opening,
                opened -> {
                    show(opened);
                    cursor.set(row(opened.active())
                            .orElse(rows.get().isEmpty() ? null : rows.get().getFirst()));
                },
                fault -> error.set(Faults.onReading(fault)));
    }

    /** Takes over what the store holds; rows that did not change keep what is being typed in them. */
    private void show(Draft now) {
        Map<SlotId, RowViewModel> existing = new HashMap<>();
        rows.get().forEach(row -> existing.put(row.id(), row));
        List<RowViewModel> shown = now.form().slots().stream()
                .map(slot -> rowOf(slot, existing.get(slot.id()), now))
                .toList();
        shown.forEach(row -> row.apply(now.readings().get(row.id())));
        supplements.show(now);
        // The draft first: whoever shows the rows asks it for their sections.
        draft.set(now);
        if (!shown.equals(rows.get())) {
            rows.set(shown);
            RowViewModel before = cursor.active();
            cursor.set(before == null ? null : row(before.id()).orElse(shown.getFirst()));
        }
    }

    /** The same row as before unless its number or limits changed; then a new one, with what is being typed. */
    private static RowViewModel rowOf(FormSlot slot, @Nullable RowViewModel before, Draft now) {
        if (before != null && before.slot().equals(slot)) {
            return before;
        }
        RowViewModel row = new RowViewModel(slot, now.history().getOrDefault(slot.id(), List.of()));
        if (before != null && before.isDirty()) {
            row.textProperty().set(before.textProperty().get());
            row.strokesProperty().set(before.strokesProperty().get());
        }
        return row;
    }

    /** The row of a slot, if the form has it. */
    public Optional<RowViewModel> row(SlotId id) {
        return rows.get().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Rows of one section. */
    public List<RowViewModel> rows(FormPlan.Section section) {
        return section.slots().stream()
                .map(FormSlot::id)
                .map(this::row)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Makes a row the active one; what stands in the row that is left is saved. */
    public void activate(RowViewModel row) {
        cursor.activate(row);
    }

    /** Enter: saves the row and goes on; stays if what is typed is no value of this row. */
    public void next() {
        cursor.move(1);
    }

    /** Shift+Enter: the same backwards. */
    public void back() {
        cursor.move(-1);
    }

    /** Chooses an option by its code; for several choices it is added or taken away, in the template's order. */
    public void choose(RowViewModel row, String code) {
        answers.choose(row, code);
    }

    /** Leaves the row out with a reason; a blank reason is refused in the row. */
    public void skip(RowViewModel row, Skip.Kind kind, String reason) {
        answers.skip(row, kind, reason);
    }

    /** Keeps a note with the row, together with what is typed; a blank note takes it away. */
    public void note(RowViewModel row, String note) {
        answers.note(row, note);
    }

    /** Adds a picture to the row. */
    public void attach(RowViewModel row, Path file) {
        answers.attach(row, file);
    }

    /** Opens or closes the little panel under the active row. */
    public void openPanel(RowViewModel.Panel panel) {
        RowViewModel row = cursor.active();
        if (row != null) {
            row.openPanel(panel);
        }
    }

    /** Answers what the ledger lacks, such as the number of phases; the form changes with it. */
    public void observe(String attribute, String value) {
        InspectionId id = id();
        tasks.store(
                () -> inspections.observe(id, attribute, value),
                this::show,
                fault -> error.set(Faults.toPerson(fault)));
    }

    /** Supplies what stands in the field; false if the ledger could not hold it, and then the field says so. */
    public boolean supply(SupplementViewModel supplement) {
        return supplements.supply(supplement);
    }

    /** Ctrl+Enter: saves the active row, then submits, or goes to the first row that is missing something. */
    public void submit() {
        RowViewModel row = cursor.active();
        if (row == null || !answers.save(row, row.id()) || !supplements.supplyAll()) {
            return;
        }
        Optional<RowViewModel> unsaved =
                rows.get().stream().filter(RowViewModel::isDirty).findFirst();
        if (unsaved.isPresent()) {
            cursor.set(unsaved.get());
            return;
        }
        InspectionId id = id();
        error.set(null);
        tasks.store(() -> inspections.submit(id), this::ended, fault -> error.set(Faults.toPerson(fault)));
    }

    /** What the last submission lacked is no longer true; the progress says what is still open. */
    private void answered(Draft now) {
        gaps.set(null);
        show(now);
    }

    private void ended(SubmitOutcome outcome) {
        switch (outcome) {
            case SubmitOutcome.Submitted ignored -> {
                AssetId asset = open().asset().id();
                gaps.set(null);
                draft.set(null);
                cursor.set(null);
                submitted.accept(asset);
            }
            case SubmitOutcome.Incomplete lacking -> {
                gaps.set(new Gaps(
                        lacking.unanswered().size(),
                        lacking.withoutPhoto().size(),
                        lacking.withoutNote().size()));
                rows.get().stream()
                        .filter(row -> lacking.unanswered().contains(row.id())
                                || lacking.withoutPhoto().contains(row.id())
                                || lacking.withoutNote().contains(row.id()))
                        .findFirst()
                        .ifPresent(cursor::set);
            }
        }
    }

    /** The person goes elsewhere: what is typed is saved, and the program will not reopen here. */
    public void leave() {
        RowViewModel row = cursor.active();
        Draft open = draft.get();
        if (open == null) {
            return;
        }
        if (row != null) {
            answers.save(row, row.id());
        }
        supplements.supplyAll();
        tasks.store(
                () -> {
                    inspections.leave(open.id());
                    return open.id();
                },
                ignored -> {},
                fault -> error.set(Faults.toPerson(fault)));
    }

    /**
     * The window closes or is locked here: what is typed is saved, and the program will reopen on this row. What is no value of the row
     * is kept as its note, because nothing else would hold it.
     *
     * @param unread stands before such text in the note
     */
    public void settle(String unread) {
        RowViewModel row = cursor.active();
        if (row == null || draft.get() == null || !row.isDirty()) {
            return;
        }
        if (row.read() instanceof RowViewModel.Typed.Wrong) {
            answers.send(row, row.contentWithUnread(unread), row.id());
        } else {
            answers.save(row, row.id());
        }
    }

    private InspectionId id() {
        return open().id();
    }

    private Draft open() {
        Draft open = draft.get();
        if (open == null) {
            throw new IllegalStateException("no form is open");
        }
        return open;
    }

    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** All rows in order; a new list when the form itself changed. */
    public ReadOnlyObjectProperty<List<RowViewModel>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable RowViewModel> activeProperty() {
        return cursor.activeProperty();
    }

    /** What limits need and the ledger lacks, supplied or not; a new list when it became another one. */
    public ReadOnlyObjectProperty<List<SupplementViewModel>> supplementsProperty() {
        return supplements.property();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What the last submission lacked. */
    public ReadOnlyObjectProperty<@Nullable Gaps> gapsProperty() {
        return gaps.getReadOnlyProperty();
    }

    public FormProgress progress() {
        return FormProgress.of(rows.get());
    }
}
