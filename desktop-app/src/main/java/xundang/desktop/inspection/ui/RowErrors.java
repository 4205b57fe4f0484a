package xundang.desktop.inspection.ui;

import java.math.BigDecimal;
import xundang.desktop.platform.errors.PersonError;
import xundang.model.template.FormSlot;
import xundang.model.template.Range;

/** What can be wrong with what is entered in a row. */
final class RowErrors {
    /** Code of the question whether a number is meant. */
    static final String DOUBTFUL = "E-FORM-114";

    private RowErrors() {}

    static PersonError reasonMissing() {
        return PersonError.of("E-FORM-104", "inspection.error.reasonMissing");
    }

    /** A value and a reason for having none: only the person knows which. */
    static PersonError valueAndReason() {
        return PersonError.of("E-FORM-106", "inspection.error.valueAndReason");
    }

    static PersonError kindMissing() {
        return PersonError.of("E-FORM-107", "inspection.error.kindMissing");
    }

    /** @param most characters that may be kept */
    static PersonError tooLong(int most) {
        return PersonError.of("E-FORM-108", "inspection.error.tooLong", most);
    }

    static PersonError strokesFull() {
        return PersonError.of("E-FORM-109", "inspection.error.strokesFull");
    }

    /** A number that nothing of this kind has: Enter once more says that it is meant. */
    static PersonError doubtful(FormSlot slot, Range usual) {
        String unit = slot.item().unit();
        String tail = unit == null ? "" : "\u2009" + unit;
        BigDecimal low = usual.low();
        BigDecimal high = usual.high();
        return PersonError.of(
                DOUBTFUL,
                "inspection.error.doubtful",
                (low == null ? "" : LimitWords.plain(low)) + "–" + (high == null ? "" : LimitWords.plain(high)) + tail);
    }

    static PersonError notADate() {
        return PersonError.of("E-FORM-111", "inspection.error.notADate");
    }

    static PersonError notAMoment() {
        return PersonError.of("E-FORM-112", "inspection.error.notAMoment");
    }

    /** Something is typed in a reference, but no object was chosen. */
    static PersonError nothingChosen() {
        return PersonError.of("E-FORM-113", "inspection.error.nothingChosen");
    }

    static PersonError notFound() {
        return PersonError.of("E-FORM-115", "inspection.error.notFound");
    }
}
