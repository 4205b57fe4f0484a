package xundang.desktop.inspection.ui;

import xundang.desktop.platform.errors.PersonError;

/** What can be wrong with what is entered in a row. */
final class RowErrors {
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
}
