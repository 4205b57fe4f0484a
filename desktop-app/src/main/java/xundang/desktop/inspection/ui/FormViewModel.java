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
import xundang.desktop.inspection.AttachOutcome;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
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
    private final ReadOnlyObjectWrapper<@Nullable RowViewModel> active = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Gaps> gaps = new ReadOnlyObjectWrapper<>();

    /** What a refused submission lacks. */
    public record Gaps(int unanswered, int withoutPhoto) {}

    /**
     * @param submitted gets the inspected object once the store holds the submitted form
     */
    public FormViewModel(Inspections inspections, BackgroundTasks tasks, Consumer<AssetId> submitted) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.submitted = submitted;
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
        draft.set(null);
        active.set(null);
        error.set(null);
        gaps.set(null);
        tasks.store(
                opening,
                opened -> {
                    show(opened);
                    active.set(row(opened.active())
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
        // The draft first: whoever shows the rows asks it for their sections.
        draft.set(now);
        if (!shown.equals(rows.get())) {
            rows.set(shown);
            RowViewModel before = active.get();
            active.set(before == null ? null : row(before.id()).orElse(shown.getFirst()));
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
        RowViewModel before = active.get();
        if (row.equals(before)) {
            return;
        }
        if (before != null) {
            save(before, row.id());
            before.openPanel(RowViewModel.Panel.NONE);
        }
        active.set(row);
    }

    /** Enter: saves the row and goes on; stays if what is typed is no value of this row. */
    public void next() {
        move(1);
    }

    /** Shift+Enter: the same backwards. */
    public void back() {
        move(-1);
    }

    private void move(int step) {
        RowViewModel row = active.get();
        if (row == null) {
            return;
        }
        List<RowViewModel> all = rows.get();
        int target = all.indexOf(row) + step;
        while (target >= 0 && target < all.size() && all.get(target).kind() == ItemKind.COMPUTED) {
            target += step;
        }
        RowViewModel goal = target < 0 || target >= all.size() ? row : all.get(target);
        if (save(row, goal.id())) {
            row.openPanel(RowViewModel.Panel.NONE);
            active.set(goal);
        }
    }

    /** Saves what is typed; false if it is no value, in which case the row says so and nothing is saved. */
    private boolean save(RowViewModel row, SlotId next) {
        if (!row.isDirty()) {
            return true;
        }
        return switch (row.read()) {
            case RowViewModel.Typed.Value typed -> {
                record(row, typed.value(), null, next);
                yield true;
            }
            case RowViewModel.Typed.Nothing ignored -> {
                record(row, null, null, next);
                yield true;
            }
            case RowViewModel.Typed.Wrong wrong -> {
                row.reject(wrong.error());
                yield false;
            }
        };
    }

    /** Chooses an option by its code; for several choices it is added or taken away, in the template's order. */
    public void choose(RowViewModel row, String code) {
        ReadingValue value = switch (row.kind()) {
            case YES_NO -> new ReadingValue.YesNo(code.equals("yes"));
            case CHOICE -> new ReadingValue.Choice(List.of(code));
            case MULTI_CHOICE -> row.toggled(code);
            case NUMBER, TEXT, PHOTO, SIGNATURE, COMPUTED ->
                throw new IllegalArgumentException("no options: " + row.id());
        };
        boolean emptied =
                value instanceof ReadingValue.Choice choice && choice.codes().isEmpty();
        record(row, emptied ? null : value, null, row.id());
    }

    /** Opens or closes the little panel under the active row. */
    public void openPanel(RowViewModel.Panel panel) {
        RowViewModel row = active.get();
        if (row != null) {
            row.openPanel(panel);
        }
    }

    /** Leaves the row out with a reason; a blank reason is refused in the row. */
    public void skip(RowViewModel row, Skip.Kind kind, String reason) {
        if (reason.isBlank()) {
            row.reject(PersonError.of("E-FORM-104", "inspection.error.reasonMissing"));
            return;
        }
        row.textProperty().set("");
        row.openPanel(RowViewModel.Panel.NONE);
        record(row, null, new Skip(kind, reason.strip()), row.id());
    }

    /** Keeps a note with the row, together with what is typed; a blank note takes it away. */
    public void note(RowViewModel row, String note) {
        RowViewModel.Content held = row.content();
        ReadingValue value = held.value();
        Skip skip = held.skip();
        if (row.isDirty()) {
            skip = null;
            switch (row.read()) {
                case RowViewModel.Typed.Value typed -> value = typed.value();
                case RowViewModel.Typed.Nothing ignored -> value = null;
                case RowViewModel.Typed.Wrong wrong -> {
                    row.reject(wrong.error());
                    return;
                }
            }
        }
        row.openPanel(RowViewModel.Panel.NONE);
        String kept = note.isBlank() ? null : note.strip();
        send(row, new RowViewModel.Content(value, skip, kept), row.id());
    }

    private void record(RowViewModel row, @Nullable ReadingValue value, @Nullable Skip skip, SlotId next) {
        send(row, new RowViewModel.Content(value, skip, row.content().note()), next);
    }

    private void send(RowViewModel row, RowViewModel.Content content, SlotId next) {
        InspectionId id = id();
        String textBefore = row.committedText();
        String strokesBefore = row.committedStrokes();
        row.sent(content);
        tasks.store(
                () -> inspections.record(id, row.id(), content.value(), content.skip(), content.note(), next),
                now -> {
                    row.stored(now.readings().get(row.id()));
                    // What the last submission lacked is no longer true; the progress says what is still open.
                    gaps.set(null);
                    show(now);
                },
                fault -> row.failed(Faults.toPerson(fault), textBefore, strokesBefore));
    }

    /** Adds a picture to the row. */
    public void attach(RowViewModel row, Path file) {
        InspectionId id = id();
        tasks.store(
                () -> inspections.attach(id, row.id(), file),
                outcome -> {
                    switch (outcome) {
                        case AttachOutcome.Attached attached -> {
                            row.photoKept();
                            show(attached.draft());
                        }
                        case AttachOutcome.Refused refused -> row.reject(PhotoRefusals.toPerson(refused.reason()));
                    }
                },
                fault -> row.reject(Faults.toPerson(fault)));
    }

    /** Answers what the ledger lacks, such as the number of phases; the form changes with it. */
    public void observe(String attribute, String value) {
        InspectionId id = id();
        tasks.store(
                () -> inspections.observe(id, attribute, value),
                this::show,
                fault -> error.set(Faults.toPerson(fault)));
    }

    /** Ctrl+Enter: saves the active row, then submits, or goes to the first row that is missing something. */
    public void submit() {
        RowViewModel row = active.get();
        if (row == null || !save(row, row.id())) {
            return;
        }
        Optional<RowViewModel> unsaved =
                rows.get().stream().filter(RowViewModel::isDirty).findFirst();
        if (unsaved.isPresent()) {
            active.set(unsaved.get());
            return;
        }
        InspectionId id = id();
        error.set(null);
        tasks.store(() -> inspections.submit(id), this::answered, fault -> error.set(Faults.toPerson(fault)));
    }

    private void answered(SubmitOutcome outcome) {
        switch (outcome) {
            case SubmitOutcome.Submitted ignored -> {
                AssetId asset = open().asset().id();
                gaps.set(null);
                draft.set(null);
                active.set(null);
                submitted.accept(asset);
            }
            case SubmitOutcome.Incomplete lacking -> {
                gaps.set(new Gaps(
                        lacking.unanswered().size(), lacking.withoutPhoto().size()));
                rows.get().stream()
                        .filter(row -> lacking.unanswered().contains(row.id())
                                || lacking.withoutPhoto().contains(row.id()))
                        .findFirst()
                        .ifPresent(active::set);
            }
        }
    }

    /** The person goes elsewhere: what is typed is saved, and the program will not reopen here. */
    public void leave() {
        RowViewModel row = active.get();
        Draft open = draft.get();
        if (open == null) {
            return;
        }
        if (row != null) {
            save(row, row.id());
        }
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
        RowViewModel row = active.get();
        if (row == null || draft.get() == null || !row.isDirty()) {
            return;
        }
        if (row.read() instanceof RowViewModel.Typed.Wrong) {
            send(row, row.contentWithUnread(unread), row.id());
        } else {
            save(row, row.id());
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
        return active.getReadOnlyProperty();
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
