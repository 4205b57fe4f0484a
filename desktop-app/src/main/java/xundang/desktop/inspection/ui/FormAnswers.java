package xundang.desktop.inspection.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.AttachOutcome;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotId;

/** Turns what is typed, chosen, left out or added in a row into saves, each told to the row it came from. Interface's thread. */
final class FormAnswers {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final Supplier<InspectionId> form;
    private final Consumer<Draft> answered;
    private final Consumer<Draft> pictured;

    /**
     * @param form the form that is open
     * @param answered told after the store holds an answer
     * @param pictured told after the store holds a picture
     */
    FormAnswers(
            Inspections inspections,
            BackgroundTasks tasks,
            Supplier<InspectionId> form,
            Consumer<Draft> answered,
            Consumer<Draft> pictured) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.form = form;
        this.answered = answered;
        this.pictured = pictured;
    }

    /** Saves what is typed; false if it is no value, in which case the row says so and nothing is saved. */
    boolean save(RowViewModel row, SlotId next) {
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
    void choose(RowViewModel row, String code) {
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

    /** Leaves the row out with a reason; a blank reason is refused in the row. */
    void skip(RowViewModel row, Skip.Kind kind, String reason) {
        if (reason.isBlank()) {
            row.reject(PersonError.of("E-FORM-104", "inspection.error.reasonMissing"));
            return;
        }
        row.textProperty().set("");
        row.openPanel(RowViewModel.Panel.NONE);
        record(row, null, new Skip(kind, reason.strip()), row.id());
    }

    /** Keeps a note with the row, together with what is typed; a blank note takes it away. */
    void note(RowViewModel row, String note) {
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

    /** Keeps this as the row's content. */
    void send(RowViewModel row, RowViewModel.Content content, SlotId next) {
        InspectionId id = form.get();
        String textBefore = row.committedText();
        String strokesBefore = row.committedStrokes();
        row.sent(content);
        tasks.store(
                () -> inspections.record(id, row.id(), content.value(), content.skip(), content.note(), next),
                now -> {
                    row.stored(now.readings().get(row.id()));
                    answered.accept(now);
                },
                fault -> row.failed(Faults.toPerson(fault), textBefore, strokesBefore));
    }

    /** Adds a picture to the row. */
    void attach(RowViewModel row, Path file) {
        InspectionId id = form.get();
        tasks.store(
                () -> inspections.attach(id, row.id(), file),
                outcome -> {
                    switch (outcome) {
                        case AttachOutcome.Attached attached -> {
                            row.photoKept();
                            pictured.accept(attached.draft());
                        }
                        case AttachOutcome.Refused refused -> row.reject(PhotoRefusals.toPerson(refused.reason()));
                    }
                },
                fault -> row.reject(Faults.toPerson(fault)));
    }
}
