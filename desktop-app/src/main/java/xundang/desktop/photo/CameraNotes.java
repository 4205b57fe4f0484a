package xundang.desktop.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the camera wrote into the picture (EXIF).
 *
 * @param orientation 1 to 8; 1 is upright
 * @param takenAt local time without zone, {@code yyyy-MM-ddTHH:mm:ss}
 */
record CameraNotes(int orientation, @Nullable String takenAt) {
    private static final Logger LOG = LoggerFactory.getLogger(CameraNotes.class);
    private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** Reads them; a picture without them, or with nonsense in them, is still a picture. */
    static CameraNotes of(byte[] picture) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture), picture.length);
            return new CameraNotes(orientation(metadata), takenAt(metadata));
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            LOG.info("camera notes not readable: {}", e.getClass().getSimpleName());
            return new CameraNotes(1, null);
        }
    }

    private static int orientation(Metadata metadata) {
        for (ExifIFD0Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            Integer value = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            if (value != null && value >= 1 && value <= 8) {
                return value;
            }
        }
        return 1;
    }

    private static @Nullable String takenAt(Metadata metadata) {
        for (ExifSubIFDDirectory directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            String text = directory.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
            if (text != null) {
                try {
                    return ISO.format(LocalDateTime.parse(text.strip(), EXIF));
                } catch (DateTimeParseException e) {
                    LOG.info("the camera's time is not a time");
                }
            }
        }
        return null;
    }

    /** True if the picture lies on its side: width and height change places when it is shown upright. */
    boolean sideways() {
        return orientation >= 5;
    }
}
