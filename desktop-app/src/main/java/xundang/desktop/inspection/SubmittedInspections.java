package xundang.desktop.inspection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.AddendumId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.SlotId;

/** Submitted inspections whole, and their addenda (更正、补充). Blocking; on the store thread only. */
public interface SubmittedInspections {
    /** The inspection with everything beside it; empty when this laptop does not hold it, or it is still a draft. */
    Optional<SubmittedInspection> find(InspectionId id);

    /**
     * Adds an addendum. Durable on return; the inspection itself stays as it is.
     *
     * @throws java.util.NoSuchElementException if this laptop does not hold the inspection
     */
    AddendumOutcome add(InspectionId id, Wanted wanted);

    /** What somebody wants to add. */
    sealed interface Wanted {
        /** Why, or the remark itself. */
        String reason();

        /**
         * 更正: another answer for a row.
         *
         * @param value present, unless the row should have been left out
         * @param skip present, if the row should have been left out
         */
        record Correction(
                SlotId slot,
                @Nullable ReadingValue value,
                @Nullable Skip skip,
                String reason) implements Wanted {}

        /**
         * 补充: a remark.
         *
         * @param slot absent for one on the whole record
         */
        record Remark(@Nullable SlotId slot, String reason) implements Wanted {}
    }

    /** How adding ended. */
    sealed interface AddendumOutcome {
        /** It is there, and on its way to the server. */
        record Added(AddendumId id, SubmittedInspection now) implements AddendumOutcome {}

        /** Nothing was written. */
        record Refused(Reason reason) implements AddendumOutcome {}
    }

    /** Why nothing was written. */
    enum Reason {
        /** The person is neither the author, nor inspects, nor manages the objects. */
        NOT_ALLOWED,
        /** No reason was given. */
        WITHOUT_REASON,
        /** The reason is longer than the record takes. */
        REASON_TOO_LONG,
        /** The answer is the one that stands there. */
        SAME_ANSWER,
        /** The row follows from others, or holds a signature or pictures; it can only be remarked on. */
        NOT_CORRECTABLE,
        /** The value is not of the row's kind. */
        WRONG_VALUE
    }
}
