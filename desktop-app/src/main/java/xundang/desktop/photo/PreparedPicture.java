package xundang.desktop.photo;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.photo.KeepOutcome.Reason;

/** A picture that was looked through: fit to be kept, with all that is kept beside it, or not. */
sealed interface PreparedPicture {
    Logger LOG = LoggerFactory.getLogger(PreparedPicture.class);

    /** May be kept. */
    final class Fit implements PreparedPicture {
        private final PictureHeader.Good header;
        private final CameraNotes notes;
        private final byte[] thumbnail;

        private Fit(PictureHeader.Good header, CameraNotes notes, byte[] thumbnail) {
            this.header = header;
            this.notes = notes;
            this.thumbnail = thumbnail;
        }

        PictureHeader.Good header() {
            return header;
        }

        CameraNotes notes() {
            return notes;
        }

        byte[] thumbnail() {
            return thumbnail;
        }
    }

    /** Must not be kept. */
    record Unfit(Reason reason) implements PreparedPicture {}

    /** As {@link #of(byte[])}, for a file with a name: what is named as one thing and is another was not meant to be added. */
    static PreparedPicture of(byte[] picture, FileKind claimed) {
        boolean picturesName = claimed == FileKind.JPEG || claimed == FileKind.PNG;
        return switch (FileKind.of(picture)) {
            case JPEG, PNG -> claimed == FileKind.NO_PICTURE ? new Unfit(Reason.MISLABELLED) : of(picture);
            case NO_PICTURE -> new Unfit(picturesName ? Reason.MISLABELLED : Reason.NOT_A_PICTURE);
            case OTHER_PICTURE, UNKNOWN -> of(picture);
        };
    }

    /** Looks a picture through; decodes it only if its header is within the limits. */
    static PreparedPicture of(byte[] picture) {
        return switch (PictureHeader.of(picture)) {
            case PictureHeader.Bad bad -> new Unfit(bad.reason());
            case PictureHeader.Good good -> {
                CameraNotes notes = CameraNotes.of(picture, good);
                try {
                    yield new Fit(good, notes, Thumbnail.of(picture, good, notes));
                } catch (IOException e) {
                    LOG.info("a picture does not decode: {}", e.getClass().getSimpleName());
                    yield new Unfit(Reason.NOT_A_PICTURE);
                }
            }
        };
    }
}
