package xundang.desktop.inspection.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.inspection.Inspections;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotId;

/** Turns what is typed, chosen, left out or remarked in a row into saves, each told to the row it came from. Interface's thread. */
final class FormAnswers {
    private final Inspections inspections;
    private final BackgroundTasks tasks;
    private final OpenForm form;

    FormAnswers(Inspections inspections, BackgroundTasks tasks, OpenForm form) {
        this.inspections = inspections;
        this.tasks = tasks;
        this.form = form;
    }

    /**
     * Saves all that stands in the row: its field, its note, its reason. False if something of it can not be saved: that stays where it
     * is, and the row says why.
     */
    boolean save(RowViewModel row, SlotId next) {
        if (!row.isDirty()) {
            return true;
        }
        RowEntry entry = RowEntry.of(row);
        if (entry.isAnything()) {
            send(row, entry, next);
        }
        PersonError wrong = entry.wrong();
        if (wrong != null) {
            row.reject(wrong);
        }
        return wrong == null;
    }

    /** Saves all that stands in the row; what is no value of it goes into its note, because nothing else would hold it. */
    void saveAll(RowViewModel row, String unread, @Nullable RowViewModel active) {
        if (row.isDirty()) {
            send(row, RowEntry.keepingAll(row, unread), active == null ? row.id() : active.id());
        }
    }

    /** Chooses an option by its code; for several choices it is added or taken away, in the template's order. */
    void choose(RowViewModel row, String code) {
        ReadingValue value = switch (row.kind()) {
            case YES_NO -> new ReadingValue.YesNo(code.equals("yes"));
            case CHOICE -> new ReadingValue.Choice(List.of(code));
            case MULTI_CHOICE -> row.toggled(code);
            case NUMBER, TEXT, PHOTO, SIGNATURE, COMPUTED, DATE, DATE_TIME, ASSET, TABLE, JAR_TABLE ->
                throw new IllegalArgumentException("no options: " + row.id());
        };
        boolean emptied =
                value instanceof ReadingValue.Choice choice && choice.codes().isEmpty();
        answer(row, emptied ? null : value);
    }

    /** The row's whole answer at one stroke; what is being written in the panel stays there. */
    void answer(RowViewModel row, @Nullable ReadingValue value) {
        answer(row, value, row.id());
    }

    /** The same; the program reopens at {@code next}. */
    void answer(RowViewModel row, @Nullable ReadingValue value, SlotId next) {
        send(row, RowEntry.answer(row, value), next);
    }

    /** The object that a reference names; its field says the number. */
    void refer(RowViewModel row, AssetSummary asset) {
        row.textProperty().set(asset.assetNo());
        send(row, RowEntry.field(row, new ReadingValue.Referenced(asset.id(), asset.assetNo())), row.id());
    }

    /** Leaves the row out with a reason, instead of what stands in its field; a blank reason is refused in the row. */
    void skip(RowViewModel row, Skip.@Nullable Kind kind, String reason) {
        if (reason.isBlank()) {
            row.reject(RowErrors.reasonMissing());
            return;
        }
        row.drafts().kindProperty().set(kind);
        row.drafts().reasonProperty().set(reason);
        if (kind == null || reason.strip().length() > EntryLimits.REASON) {
            // Before the field is emptied: the value stays until there is a reason in its place.
            row.reject(kind == null ? RowErrors.kindMissing() : RowErrors.tooLong(EntryLimits.REASON));
            return;
        }
        row.textProperty().set("");
        row.strokesProperty().set("");
        keepPanel(row);
    }

    /** Keeps a note with the row, together with what is typed; a blank note takes it away. */
    void note(RowViewModel row, String note) {
        row.drafts().beginNote(row.content().note());
        row.drafts().noteProperty().set(note);
        keepPanel(row);
    }

    /** Saves the row and closes its panel; it stays open if what is written in it cannot be kept. */
    void keepPanel(RowViewModel row) {
        save(row, row.id());
        if (row.drafts().isEmpty()) {
            row.openPanel(RowViewModel.Panel.NONE);
        }
    }

    private void send(RowViewModel row, RowEntry entry, SlotId next) {
        InspectionId id = form.id();
        FormWork work = form.work();
        RowViewModel.Content content = entry.content();
        String entered = entered(row, content);
        RowViewModel.Sent sent = row.sent(entry);
        work.began();
        tasks.store(
                () -> inspections.record(id, row.id(), content.value(), content.skip(), content.note(), next),
                now -> {
                    if (form.isOpen(id)) {
                        form.current(row).stored(now.readings().get(row.id()), sent);
                        form.answered(now);
                    }
                    work.succeeded(row.id());
                },
                fault -> {
                    PersonError error = Faults.toPerson(fault);
                    if (form.isOpen(id)) {
                        form.current(row).failed(error, sent);
                    } else {
                        form.lost(row.id().toString(), entered, error);
                    }
                    work.failed(row.id(), () -> form.goTo(row, error));
                });
    }

    /** What the person would have to enter again, as words. */
    private static String entered(RowViewModel row, RowViewModel.Content content) {
        Skip skip = content.skip();
        String note = content.note();
        String answer = skip == null ? row.textProperty().get().strip() : skip.reason();
        if (answer.isEmpty()) {
            answer = String.join(" ", RowText.codes(content.value()));
        }
        return note == null ? answer : (answer + " " + note).strip();
    }

    /** What answers need of the form they belong to. */
    interface OpenForm {
        /** The form that is open. */
        InspectionId id();

        /** Whether that form is open now. */
        boolean isOpen(InspectionId id);

        /** What the open form has under way. */
        FormWork work();

        /** The row as the form shows it now: it is another one once its limits changed. */
        RowViewModel current(RowViewModel row);

        /** The store holds an answer. */
        void answered(Draft now);

        /** The store holds a picture. */
        void pictured(Draft now);

        /**
         * Something of a form that was left could not be saved.
         *
         * @param place the row or the attribute
         * @param entered what the person would have to enter again
         */
        void lost(String place, String entered, PersonError why);

        /** Says what went wrong with that form, where the person is now. */
        void tell(InspectionId id, PersonError why);

        /** Stands on the row and says why. */
        void goTo(RowViewModel row, PersonError why);
    }
}
