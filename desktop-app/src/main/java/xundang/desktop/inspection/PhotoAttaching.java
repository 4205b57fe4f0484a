package xundang.desktop.inspection;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import xundang.desktop.photo.CheckedPicture;
import xundang.desktop.photo.KeepOutcome;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.session.Session;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoBody;
import xundang.model.template.SlotId;

/** Keeps a picture's bytes and says what the record about them holds. */
final class PhotoAttaching {
    /** Longer names are no help to anyone. */
    private static final int MAX_FILE_NAME = 200;

    private final PhotoKeeper keeper;
    private final Session session;

    PhotoAttaching(PhotoKeeper keeper, Session session) {
        this.keeper = keeper;
        this.session = session;
    }

    /** Any thread. */
    CheckedPicture check(Path file) {
        return keeper.check(file);
    }

    PhotoBody body(
            KeepOutcome.Kept kept, Path file, AssetId asset, InspectionId inspection, SlotId slot, OffsetDateTime at) {
        return new PhotoBody(
                kept.sha256(),
                kept.size(),
                kept.mime(),
                kept.width(),
                kept.height(),
                asset,
                inspection,
                slot,
                name(file),
                at,
                kept.exifTime(),
                session.user(),
                session.name());
    }

    static AttachOutcome.Reason reason(KeepOutcome.Reason reason) {
        return switch (reason) {
            case EMPTY -> AttachOutcome.Reason.EMPTY;
            case NOT_A_PICTURE -> AttachOutcome.Reason.NOT_A_PICTURE;
            case TRUNCATED -> AttachOutcome.Reason.TRUNCATED;
            case TOO_MANY_BYTES -> AttachOutcome.Reason.TOO_MANY_BYTES;
            case TOO_MANY_PIXELS -> AttachOutcome.Reason.TOO_MANY_PIXELS;
            case UNREADABLE_FILE -> AttachOutcome.Reason.UNREADABLE_FILE;
        };
    }

    /** By what the cameras say; where one of them says nothing, by the order of adding. The same picture is not later than itself. */
    static boolean isLater(PhotoBody before, PhotoBody after) {
        if (before.sha256().equals(after.sha256())) {
            return false;
        }
        return before.exifTime() == null
                || after.exifTime() == null
                // Times of this form sort as texts.
                || after.exifTime().compareTo(before.exifTime()) > 0;
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        return name.length() <= MAX_FILE_NAME ? name : name.substring(name.length() - MAX_FILE_NAME);
    }
}
