package xundang.desktop.photo;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.Rational;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the camera wrote into the picture (EXIF 2.32). Only the EXIF block is given to the library, never the file: other blocks may be
 * packed, and a few kilobytes of them may unpack to more than the memory holds.
 *
 * @param orientation 1 to 8; 1 is upright
 * @param takenAt local time without zone, {@code yyyy-MM-ddTHH:mm:ss}, with a fraction of a second where there is one
 * @param offset offset from UTC of that time, such as {@code +08:00}; most cameras write none
 * @param place where the camera says it was
 */
public record CameraNotes(
        int orientation,
        @Nullable String takenAt,
        @Nullable String offset,
        @Nullable Place place) {
    /** A picture without notes. */
    public static final CameraNotes NONE = new CameraNotes(1, null, null, null);

    private static final Logger LOG = LoggerFactory.getLogger(CameraNotes.class);
    private static final DateTimeFormatter EXIF = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-4]):[0-5]\\d");
    private static final Pattern FRACTION = Pattern.compile("\\d{1,9}");

    /** GPSHPositioningError, EXIF 2.31: metres, as the phone estimates them. */
    private static final int GPS_ERROR = 0x001F;

    /**
     * A position, WGS-84.
     *
     * @param lon degrees east
     * @param lat degrees north
     * @param accuracyM how far it may be off in metres, if the camera says so
     */
    public record Place(double lon, double lat, @Nullable Double accuracyM) {}

    /** Reads them; a picture without them, or with nonsense in them, is still a picture. */
    static CameraNotes of(byte[] picture, PictureHeader.Good header) {
        try {
            Metadata metadata = switch (header.mime()) {
                case "image/jpeg" ->
                    JpegMetadataReader.readMetadata(new ByteArrayInputStream(picture), List.of(new ExifReader()));
                default -> ofBlock(header.exif());
            };
            return new CameraNotes(orientation(metadata), takenAt(metadata), offset(metadata), place(metadata));
        } catch (JpegProcessingException | IOException | RuntimeException e) {
            LOG.info("camera notes not readable: {}", e.getClass().getSimpleName());
            return NONE;
        }
    }

    private static Metadata ofBlock(byte[] exif) {
        Metadata metadata = new Metadata();
        if (exif.length > 0) {
            new ExifReader().extract(new ByteArrayReader(exif), metadata, 0);
        }
        return metadata;
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
                    return ISO.format(LocalDateTime.parse(text.strip(), EXIF)) + fraction(directory);
                } catch (DateTimeParseException e) {
                    LOG.info("the camera's time is not a time");
                }
            }
        }
        return null;
    }

    private static String fraction(ExifSubIFDDirectory directory) {
        String digits = directory.getString(ExifSubIFDDirectory.TAG_SUBSECOND_TIME_ORIGINAL);
        return digits != null && FRACTION.matcher(digits.strip()).matches() ? "." + digits.strip() : "";
    }

    private static @Nullable String offset(Metadata metadata) {
        for (ExifSubIFDDirectory directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            String text = directory.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL);
            if (text != null && OFFSET.matcher(text.strip()).matches()) {
                return text.strip();
            }
        }
        return null;
    }

    /** A camera that has not found its place yet writes 0, 0. */
    private static @Nullable Place place(Metadata metadata) {
        for (GpsDirectory directory : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            GeoLocation at = directory.getGeoLocation();
            if (at != null && !at.isZero() && Math.abs(at.getLatitude()) <= 90 && Math.abs(at.getLongitude()) <= 180) {
                return new Place(at.getLongitude(), at.getLatitude(), accuracy(directory));
            }
        }
        return null;
    }

    private static @Nullable Double accuracy(GpsDirectory directory) {
        Rational metres = directory.getRational(GPS_ERROR);
        double value = metres == null ? Double.NaN : metres.doubleValue();
        return Double.isFinite(value) && value > 0 ? value : null;
    }

    /** True if the picture lies on its side: width and height change places when it is shown upright. */
    boolean sideways() {
        return orientation >= 5;
    }
}
