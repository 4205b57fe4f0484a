package xundang.desktop.inspection.ui;

import xundang.desktop.inspection.AttachOutcome;
import xundang.desktop.platform.errors.PersonError;

/** Says why a picture was not taken. */
final class PhotoRefusals {
    private PhotoRefusals() {}

    static PersonError toPerson(AttachOutcome.Reason reason) {
        return switch (reason) {
            case EMPTY -> PersonError.of("E-PHOTO-111", "inspection.error.photoEmpty");
            case NOT_A_PICTURE -> PersonError.of("E-PHOTO-112", "inspection.error.photoKind");
            case TRUNCATED -> PersonError.of("E-PHOTO-113", "inspection.error.photoTruncated");
            case TOO_MANY_BYTES -> PersonError.of("E-PHOTO-114", "inspection.error.photoLarge");
            case TOO_MANY_PIXELS -> PersonError.of("E-PHOTO-115", "inspection.error.photoLarge");
            case UNREADABLE_FILE -> PersonError.of("E-PHOTO-116", "inspection.error.photoUnreadable");
            case FORBIDDEN_AT_SITE -> PersonError.of("E-PHOTO-117", "inspection.error.photoForbidden");
            case AFTER_NOT_LATER -> PersonError.of("E-PHOTO-118", "inspection.error.photoNotLater");
        };
    }
}
