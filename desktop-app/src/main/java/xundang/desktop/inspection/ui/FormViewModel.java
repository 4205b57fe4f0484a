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
import xundang.model.inspection.PlannedSlot;
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
    private final Consumer<PersonError> left;
    private final Map<InspectionId, FormWork> works = new HashMap<>();
    private final FormRows rows = new FormRows();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Gaps> gaps = new ReadOnlyObjectWrapper<>();
    private final FormAnswers.OpenForm open = new Open();
    private final FormAnswers answers;
    private final FormPictures pictures;
    private final FormCursor cursor;
    private final FormSupplements supplements;
    private int openings;

    /**
     * @param submitted gets the inspected object once the store holds the submitted form
     * @param left told what could not be saved of a form that was left meanwhile
     */
    public FormViewModel(
            Inspections inspections, BackgroundTasks tasks, Consumer<AssetId> submitted, Consumer<PersonError> left) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.submitted = submitted;
        this.left = left;
        answers = new FormAnswers(inspections, tasks, open);
        pictures = new FormPictures(inspections, tasks, open);
        cursor = new FormCursor(rows.property(), answers::save);
        supplements = new FormSupplements(inspections, tasks, open);
    }

    /** Begins, or goes on with the asset's open draft. */
    public void begin(AssetId asset, String templateId) {
        begin(asset, templateId, null);
    }

    /** Begins, or goes on with the asset's open draft for that occurrence; for none in particular where it is absent. */
    public void begin(AssetId asset, String templateId, @Nullable PlannedSlot occurrence) {
        open(() -> inspections.begin(asset, templateId, occurrence));
    }

    /** Goes on with a draft at the row where it was left. */
    public void resume(InspectionId id) {
        open(() -> inspections.load(id));
    }

    private void open(Callable<Draft> opening) {
        close();
        int mine = openings;
        error.set(null);
        tasks.store(
                opening,
                opened -> {
                    if (mine == openings) {
                        show(opened);
                        cursor.set(row(opened.active())
                                .orElse(rows.all().isEmpty() ? null : rows.all().getFirst()));
                        pictures.showWaiting();
                    }
                },
                fault -> {
                    if (mine == openings) {
                        error.set(Faults.onReading(fault));
                    }
                });
    }

    private void close() {
        openings++;
        rows.clear();
        supplements.clear();
        cursor.set(null);
        gaps.set(null);
    }

    private void show(Draft now) {
        supplements.show(now);
        if (rows.show(now)) {
            RowViewModel before = cursor.active();
            cursor.set(
                    before == null ? null : row(before.id()).orElse(rows.all().getFirst()));
        }
    }

    /** The row of a slot, if the form has it. */
    public Optional<RowViewModel> row(SlotId id) {
        return rows.row(id);
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
    public void skip(RowViewModel row, Skip.@Nullable Kind kind, String reason) {
        answers.skip(row, kind, reason);
    }

    /** Keeps a note with the row, together with what is typed; a blank note takes it away. */
    public void note(RowViewModel row, String note) {
        answers.note(row, note);
    }

    /** Adds a picture to the row. */
    public void attach(RowViewModel row, Path file) {
        pictures.attach(row, file);
    }

    /** Gives up the pictures that are still being read; false if there are none. */
    public boolean giveUpPictures() {
        return pictures.giveUp();
    }

    /** Enter in the panel under a row: what is written there is kept, and the panel closes. */
    public void keepPanel(RowViewModel row) {
        answers.keepPanel(row);
    }

    /** Esc: the panel closes; what is written there is kept, and what cannot be kept stays with the row. */
    public void closePanel(RowViewModel row) {
        answers.save(row, row.id());
        row.openPanel(RowViewModel.Panel.NONE);
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
        supplements.answer(attribute, value);
    }

    /** Supplies what stands in the field; false if the ledger could not hold it, and then the field says so. */
    public boolean supply(SupplementViewModel supplement) {
        return supplements.supply(supplement);
    }

    /** Ctrl+Enter: saves the active row, then submits, or goes to the first row that is missing something or could not be saved. */
    public void submit() {
        RowViewModel row = cursor.active();
        if (rows.draft() == null || row == null || !answers.save(row, row.id()) || !supplements.supplyAll()) {
            return;
        }
        row.openPanel(RowViewModel.Panel.NONE);
        work().whenIdle(this::submitSaved);
    }

    /** Nothing is under way any more: submits, unless something of it ended badly. */
    private void submitSaved() {
        if (rows.draft() == null) {
            return;
        }
        InspectionId id = rows.open().id();
        FormWork work = work();
        Optional<Runnable> failure = work.tellFailure();
        if (failure.isPresent()) {
            failure.get().run();
            return;
        }
        Optional<RowViewModel> unsaved =
                rows.all().stream().filter(RowViewModel::isDirty).findFirst();
        if (unsaved.isPresent()) {
            cursor.set(unsaved.get());
            PersonError wrong = RowEntry.of(unsaved.get()).wrong();
            if (wrong != null) {
                unsaved.get().tell(wrong);
            }
            return;
        }
        error.set(null);
        work.began();
        tasks.store(
                () -> inspections.submit(id),
                outcome -> {
                    if (rows.isOpen(id)) {
                        ended(outcome);
                    }
                    work.ended();
                },
                fault -> {
                    open.tell(id, Faults.toPerson(fault));
                    work.ended();
                });
    }

    /** What the last submission lacked is no longer true; the progress says what is still open. */
    private void answered(Draft now) {
        gaps.set(null);
        show(now);
    }

    private void ended(SubmitOutcome outcome) {
        switch (outcome) {
            case SubmitOutcome.Submitted ignored -> {
                AssetId asset = rows.open().asset().id();
                works.remove(rows.open().id());
                gaps.set(null);
                rows.submitted();
                cursor.set(null);
                submitted.accept(asset);
            }
            case SubmitOutcome.TooLarge large ->
                error.set(PersonError.of(
                        "E-FORM-110", "inspection.error.formTooLarge", large.bytes() / 1024, large.most() / 1024));
            case SubmitOutcome.Incomplete lacking -> {
                gaps.set(Gaps.of(lacking));
                rows.all().stream()
                        .filter(row -> lacking.names(row.id()))
                        .findFirst()
                        .ifPresent(cursor::set);
            }
        }
    }

    /**
     * The person goes elsewhere: what is entered is saved, and the program will not reopen here. What is no value of its row is kept as the
     * row's note, because nothing else would hold it. What cannot be saved at all is told where the person is then.
     *
     * @param unread stands before such text in the note
     */
    public void leave(String unread) {
        Draft draft = rows.draft();
        if (draft == null) {
            openings++;
            return;
        }
        InspectionId id = draft.id();
        settle(unread);
        supplements.leave();
        tasks.store(
                () -> {
                    inspections.leave(id);
                    return id;
                },
                ignored -> {},
                fault -> left.accept(Faults.toPerson(fault)));
        work().stopWaiting();
        close();
    }

    /**
     * The window closes or is locked here: what is entered is saved, and the program will reopen on this row. What is no value of its row
     * is kept as the row's note, because nothing else would hold it.
     *
     * @param unread stands before such text in the note
     */
    public void settle(String unread) {
        if (rows.draft() != null) {
            rows.all().forEach(row -> answers.saveAll(row, unread, cursor.active()));
        }
    }

    private FormWork work() {
        return works.computeIfAbsent(rows.open().id(), ignored -> new FormWork());
    }

    /** The open form, as its answers, pictures and supplements see it. */
    private final class Open implements FormAnswers.OpenForm {
        @Override
        public InspectionId id() {
            return rows.open().id();
        }

        @Override
        public boolean isOpen(InspectionId id) {
            return rows.isOpen(id);
        }

        @Override
        public FormWork work() {
            return FormViewModel.this.work();
        }

        @Override
        public RowViewModel current(RowViewModel row) {
            return rows.current(row);
        }

        @Override
        public void answered(Draft now) {
            FormViewModel.this.answered(now);
        }

        @Override
        public void pictured(Draft now) {
            show(now);
        }

        @Override
        public void lost(String place, String entered, PersonError why) {
            left.accept(PersonError.of(why.code(), "inspection.error.left", place, entered));
        }

        @Override
        public void tell(InspectionId id, PersonError why) {
            if (rows.isOpen(id)) {
                error.set(why);
            } else {
                left.accept(why);
            }
        }

        @Override
        public void goTo(RowViewModel row, PersonError why) {
            cursor.set(current(row));
            current(row).tell(why);
        }
    }

    public ReadOnlyObjectProperty<@Nullable Draft> draftProperty() {
        return rows.draftProperty();
    }

    /** All rows in order; a new list when the form itself changed. */
    public ReadOnlyObjectProperty<List<RowViewModel>> rowsProperty() {
        return rows.property();
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
        return FormProgress.of(rows.all());
    }
}
