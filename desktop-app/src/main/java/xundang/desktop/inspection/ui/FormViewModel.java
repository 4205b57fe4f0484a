package xundang.desktop.inspection.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.inspection.ReadingValue;
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
    private final Consumer<AssetSummary> submitted;
    private final Consumer<PersonError> left;
    private final FormRows rows = new FormRows();
    private final ReadOnlyObjectWrapper<@Nullable Gaps> gaps = new ReadOnlyObjectWrapper<>();
    private final FormState open;
    private final FormAnswers answers;
    private final FormPictures pictures;
    private final FormCursor cursor;
    private final FormSupplements supplements;
    private final FormSubmission submission;
    private int openings;

    /**
     * @param submitted gets the inspected object once the store holds the submitted form
     * @param left told what could not be saved of a form that was left meanwhile
     */
    public FormViewModel(
            Inspections inspections,
            BackgroundTasks tasks,
            Consumer<AssetSummary> submitted,
            Consumer<PersonError> left) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.submitted = submitted;
        this.left = left;
        open = new FormState(rows, left, this::answered, this::show, this::stand);
        answers = new FormAnswers(inspections, tasks, open);
        pictures = new FormPictures(inspections, tasks, open);
        cursor = new FormCursor(rows.property(), answers::save);
        supplements = new FormSupplements(inspections, tasks, open);
        submission = new FormSubmission(inspections, tasks, rows, cursor, open, this::ended);
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
        open.error(null);
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
                        open.error(Faults.onReading(fault));
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

    /**
     * Enter: saves the row and goes on; stays if what is typed is no value of this row, if it asks whether a number is meant (Enter once more
     * says so), or if it asks for a second reading.
     */
    public void next() {
        RowViewModel row = cursor.active();
        if (row != null) {
            row.confirm();
        }
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

    /**
     * The row's whole answer as its entry has it now, e.g. a table after one of its cells; {@code null} takes it back. Durable at once, and
     * judged: a value that does not fit the row is refused with an {@link IllegalArgumentException} by the store and told in the row.
     */
    public void answer(RowViewModel row, @Nullable ReadingValue value) {
        answers.answer(row, value);
    }

    /** The object that a reference names. */
    public void refer(RowViewModel row, AssetSummary asset) {
        answers.refer(row, asset);
    }

    /** Looks for objects that a reference could name; {@code found} gets them, or nothing if they cannot be read. */
    public void findAssets(String typed, Consumer<List<AssetSummary>> found) {
        tasks.store(() -> inspections.assets(typed), found, fault -> {
            open.error(Faults.onReading(fault));
            found.accept(List.of());
        });
    }

    /** Enter under a second reading: it is kept and the form goes on; an empty field goes on without one. */
    public void keepSecond(RowViewModel row) {
        if (answers.save(row, row.id())) {
            row.openPanel(RowViewModel.Panel.NONE);
            next();
        }
    }

    /** The draft goes over to the newest version of its form. */
    public void upgrade() {
        supplements.upgrade();
    }

    /**
     * The same, and the program reopens at a place inside the row.
     *
     * @param place in the entry's own words, e.g. a cell; it is given back as {@link Draft#place}
     */
    public void answer(RowViewModel row, @Nullable ReadingValue value, String place) {
        answers.answer(row, value, new SlotId(row.id().item(), place));
    }

    /** How the files of battery testers were read on this laptop. Store thread only. */
    TesterMappings testers() {
        return inspections.testers();
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
        open.error(null);
        submission.submit();
    }

    /** Stands on a row as it is now. */
    private void stand(RowViewModel row) {
        cursor.set(row);
    }

    /** What the last submission lacked is no longer true; the progress says what is still open. */
    private void answered(Draft now) {
        gaps.set(null);
        show(now);
    }

    private void ended(SubmitOutcome outcome) {
        switch (outcome) {
            case SubmitOutcome.Submitted ignored -> {
                AssetSummary asset = rows.open().asset();
                open.done();
                gaps.set(null);
                rows.submitted();
                cursor.set(null);
                submitted.accept(asset);
            }
            case SubmitOutcome.TooLarge large ->
                open.error(PersonError.of(
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
        open.work().stopWaiting();
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
        return open.errorProperty();
    }

    /** What the last submission lacked. */
    public ReadOnlyObjectProperty<@Nullable Gaps> gapsProperty() {
        return gaps.getReadOnlyProperty();
    }

    public FormProgress progress() {
        return FormProgress.of(rows.all());
    }
}
