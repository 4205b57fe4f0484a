package xundang.desktop.inspection;

import xundang.model.photo.PhotoId;

/** How adding a picture ended. */
public sealed interface AttachOutcome {
    /** Kept, durable, hashed. */
    record Attached(PhotoId id, String sha256, Draft draft) implements AttachOutcome {}

    /** Not taken; the file was left alone. */
    record Refused(Reason reason) implements AttachOutcome {}

    /** Why a picture was refused. */
    enum Reason {
        EMPTY,
        NOT_A_PICTURE,
        TRUNCATED,
        TOO_MANY_BYTES,
        TOO_MANY_PIXELS,
        UNREADABLE_FILE,
        FORBIDDEN_AT_SITE,
        /** 后照片不晚于前照片: the picture after the work is not later than the one before it, or is the same. */
        AFTER_NOT_LATER
    }
}
