package xundang.desktop.inspection.ui;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.Skip;

/**
 * What is being written in the panel under a row: a note (备注), the reason for leaving the row out (原因), or a second reading (复测). It belongs to the row and not
 * to the panel, so that it outlives the panel. Interface's thread.
 */
final class RowDrafts {
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final ObjectProperty<Skip.@Nullable Kind> kind = new SimpleObjectProperty<>(Skip.Kind.NOT_APPLICABLE);
    private boolean noteBegun;
    private String noteBefore = "";

    /**
     * What a save took along, for giving it back should the save fail.
     *
     * @param note the note as written; {@code null} if none was taken
     * @param reason the reason as written; empty if none was taken
     * @param second the second reading as typed; empty if none was taken
     */
    record Taken(@Nullable String note, String reason, Skip.@Nullable Kind kind, String second) {
        static final Taken NOTHING = new Taken(null, "", null, "");

        /** This, and of an earlier one what this does not have. */
        Taken over(Taken earlier) {
            return new Taken(
                    note == null ? earlier.note : note,
                    reason.isEmpty() ? earlier.reason : reason,
                    reason.isEmpty() ? earlier.kind : kind,
                    second.isEmpty() ? earlier.second : second);
        }
    }

    StringProperty noteProperty() {
        return note;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    StringProperty secondProperty() {
        return second;
    }

    boolean hasSecond() {
        return !second.get().isBlank();
    }

    ObjectProperty<Skip.@Nullable Kind> kindProperty() {
        return kind;
    }

    /** The note's field opens on the note that the row has; one that is being written already stays. */
    void beginNote(@Nullable String held) {
        if (!noteBegun) {
            noteBefore = held == null ? "" : held;
            note.set(noteBefore);
            noteBegun = true;
        }
    }

    boolean hasNote() {
        return noteBegun && !note.get().strip().equals(noteBefore);
    }

    boolean hasReason() {
        return !reason.get().isBlank();
    }

    boolean isEmpty() {
        return !hasNote() && !hasReason() && !hasSecond();
    }

    /** A save takes along what is written, or part of it, or nothing. */
    Taken take(boolean withNote, boolean withReason, boolean withSecond) {
        Taken taken = new Taken(
                withNote ? note.get() : null,
                withReason ? reason.get() : "",
                withReason ? kind.get() : null,
                withSecond ? second.get() : "");
        if (withSecond) {
            second.set("");
        }
        if (withNote) {
            noteBegun = false;
            note.set("");
        }
        if (withReason) {
            reason.set("");
            kind.set(Skip.Kind.NOT_APPLICABLE);
        }
        return taken;
    }

    /** The save failed: what it took stands here again, unless something newer does. */
    void giveBack(Taken taken, @Nullable String held) {
        if (taken.note() != null && !hasNote()) {
            noteBegun = false;
            beginNote(held);
            note.set(taken.note());
        }
        if (!taken.reason().isEmpty() && !hasReason()) {
            reason.set(taken.reason());
            kind.set(taken.kind());
        }
        if (!taken.second().isEmpty() && !hasSecond()) {
            second.set(taken.second());
        }
    }
}
