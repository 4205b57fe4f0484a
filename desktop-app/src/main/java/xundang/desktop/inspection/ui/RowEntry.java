package xundang.desktop.inspection.ui;

import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;

/**
 * Everything that stands in a row, sorted: what can be saved now, and what is wrong with the rest, which then stays where it is.
 *
 * @param content what the row would hold
 * @param withField whether the field is part of it
 * @param withNote whether the note that is being written is part of it
 * @param withReason whether the reason that is being written is part of it
 * @param withSecond whether the second reading that is being typed is part of it
 * @param wrong why something is left over; {@code null} if nothing is
 */
record RowEntry(
        RowViewModel.Content content,
        boolean withField,
        boolean withNote,
        boolean withReason,
        boolean withSecond,
        @Nullable PersonError wrong) {
    /** Sorts what stands in the row. */
    static RowEntry of(RowViewModel row) {
        return new Sorting(row).sort();
    }

    /**
     * Sorts it so that nothing is left over: what is no value of the row, and a reason that is none, go into the note.
     *
     * @param unread stands before such text
     */
    static RowEntry keepingAll(RowViewModel row, String unread) {
        RowEntry entry = of(row);
        if (entry.wrong() == null) {
            return entry;
        }
        RowViewModel.Content content = entry.content();
        String note = content.note();
        if (row.drafts().hasNote() && !entry.withNote()) {
            note = row.drafts().noteProperty().get().strip();
        }
        if (row.isFieldDirty() && !entry.withField()) {
            note = joined(note, unread + row.textProperty().get().strip());
        }
        if (row.drafts().hasReason() && !entry.withReason()) {
            note = joined(note, unread + row.drafts().reasonProperty().get().strip());
        }
        if (row.drafts().hasSecond() && !entry.withSecond()) {
            note = joined(note, unread + row.drafts().secondProperty().get().strip());
        }
        return new RowEntry(
                new RowViewModel.Content(content.value(), content.skip(), note),
                row.isFieldDirty(),
                row.drafts().hasNote(),
                row.drafts().hasReason(),
                row.drafts().hasSecond(),
                null);
    }

    private static String joined(@Nullable String note, String more) {
        return note == null || note.isBlank() ? more : note + " " + more;
    }

    /** The row's whole answer chosen at one stroke; what is being written in the panel stays there. */
    static RowEntry answer(RowViewModel row, @Nullable ReadingValue value) {
        return new RowEntry(
                new RowViewModel.Content(value, null, row.content().note()), false, false, false, false, null);
    }

    /** The same, where the row's field says it too. */
    static RowEntry field(RowViewModel row, ReadingValue value) {
        return new RowEntry(
                new RowViewModel.Content(value, null, row.content().note()), true, false, false, false, null);
    }

    /** Whether there is anything to save. */
    boolean isAnything() {
        return withField || withNote || withReason || withSecond;
    }

    /** What is found on the way through a row. */
    private static final class Sorting {
        private final RowViewModel row;
        private @Nullable ReadingValue value;
        private @Nullable Skip skip;
        private @Nullable String note;
        private @Nullable PersonError wrong;
        private boolean withField;
        private boolean withNote;
        private boolean withReason;
        private boolean withSecond;

        Sorting(RowViewModel row) {
            this.row = row;
            RowViewModel.Content held = row.content();
            value = held.value();
            skip = held.skip();
            note = held.note();
        }

        RowEntry sort() {
            if (row.isFieldDirty()) {
                field();
            }
            if (row.drafts().hasSecond()) {
                second();
            }
            if (row.drafts().hasNote()) {
                note();
            }
            if (row.drafts().hasReason()) {
                reason();
            }
            return new RowEntry(
                    new RowViewModel.Content(value, skip, note), withField, withNote, withReason, withSecond, wrong);
        }

        private void field() {
            switch (row.read()) {
                case Typed.Value typed ->
                    row.doubt(typed.value())
                            .ifPresentOrElse(
                                    usual -> wrong = RowErrors.doubtful(row.slot(), usual),
                                    () -> takeField(typed.value()));
                case Typed.Nothing ignored -> takeField(null);
                case Typed.Wrong no -> wrong = no.error();
            }
        }

        /** What was measured again takes the place of the first value, which the store keeps beside it. */
        private void second() {
            switch (Typed.of(row.kind(), row.drafts().secondProperty().get(), "", row.offset())) {
                case Typed.Value typed -> {
                    value = typed.value();
                    skip = null;
                    withSecond = true;
                    row.measuredAgain(typed.value());
                }
                case Typed.Nothing ignored -> {}
                case Typed.Wrong no -> wrong = no.error();
            }
        }

        private void takeField(@Nullable ReadingValue typed) {
            value = typed;
            skip = null;
            withField = true;
        }

        private void note() {
            String written = row.drafts().noteProperty().get().strip();
            if (written.length() > EntryLimits.NOTE) {
                wrong = RowErrors.tooLong(EntryLimits.NOTE);
            } else {
                note = written.isEmpty() ? null : written;
                withNote = true;
            }
        }

        private void reason() {
            String written = row.drafts().reasonProperty().get().strip();
            Skip.Kind kind = row.drafts().kindProperty().get();
            if (wrong != null || ((withField || withSecond) && value != null)) {
                wrong = wrong == null ? RowErrors.valueAndReason() : wrong;
            } else if (written.length() > EntryLimits.REASON) {
                wrong = RowErrors.tooLong(EntryLimits.REASON);
            } else if (kind == null) {
                wrong = RowErrors.kindMissing();
            } else {
                value = null;
                skip = new Skip(kind, written);
                withReason = true;
            }
        }
    }
}
