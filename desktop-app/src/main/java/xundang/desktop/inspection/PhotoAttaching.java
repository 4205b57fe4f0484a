package xundang.desktop.inspection;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import xundang.desktop.photo.CameraNotes;
import xundang.desktop.photo.CheckedPicture;
import xundang.desktop.photo.KeepOutcome;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.session.Session;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoOrigin;
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
            KeepOutcome.Kept kept, Path file, AssetId asset, InspectionId inspection, SlotId slot, Moment moment) {
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
                moment.at(),
                kept.notes().takenAt(),
                session.user(),
                session.name(),
                origin(kept.notes(), moment));
    }

    /**
     * When a picture is added.
     *
     * @param at this laptop's clock
     * @param clockOffsetMs how far that clock is before the server's, if it was ever measured
     */
    record Moment(OffsetDateTime at, Optional<Long> clockOffsetMs) {}

    private static PhotoOrigin origin(CameraNotes notes, Moment moment) {
        CameraNotes.Place place = notes.place();
        return new PhotoOrigin(
                PhotoOrigin.FILE,
                notes.offset(),
                moment.clockOffsetMs().orElse(null),
                place == null ? null : place.lon(),
                place == null ? null : place.lat(),
                place == null ? null : place.accuracyM());
    }

    static AttachOutcome.Reason reason(KeepOutcome.Reason reason) {
        return switch (reason) {
            case EMPTY -> AttachOutcome.Reason.EMPTY;
            case NOT_A_PICTURE -> AttachOutcome.Reason.NOT_A_PICTURE;
            case OTHER_KIND -> AttachOutcome.Reason.OTHER_KIND;
            case MISLABELLED -> AttachOutcome.Reason.MISLABELLED;
            case ANIMATED -> AttachOutcome.Reason.ANIMATED;
            case CARRIES_OTHER_FILE -> AttachOutcome.Reason.CARRIES_OTHER_FILE;
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
