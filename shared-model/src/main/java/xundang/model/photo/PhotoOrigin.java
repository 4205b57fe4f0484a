package xundang.model.photo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is known about when and where a picture was taken, each by itself: what the camera wrote and how far the laptop's clock was off. All
 * of it may be missing; none of it is corrected by another part. Added to photo records later than the rest: older programs keep it unread.
 *
 * @param source {@link #FILE}, {@link #CAMERA} or {@link #PHONE}; other texts come from newer programs
 * @param exifOffset offset from UTC that the camera wrote beside its time, such as {@code +08:00}
 * @param clockOffsetMs the laptop's clock minus the server's, in milliseconds, as last measured before the picture was added; nothing if it
 *     was never measured
 * @param lon degrees east, WGS-84, −180 to 180, as the camera wrote it
 * @param lat degrees north, WGS-84, −90 to 90
 * @param coordAccuracyM the camera's own estimate of how far the position may be off, in metres
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PhotoOrigin(
        @JsonProperty("source") String source,
        @JsonProperty("exif_offset") @Nullable String exifOffset,
        @JsonProperty("clock_offset_ms") @Nullable Long clockOffsetMs,
        @JsonProperty("lon") @Nullable Double lon,
        @JsonProperty("lat") @Nullable Double lat,
        @JsonProperty("coord_accuracy_m") @Nullable Double coordAccuracyM) {
    /** A file that a person chose: the time of adding says nothing about the time of taking. */
    public static final String FILE = "file";

    /** The laptop's own camera: the time of adding is the time of taking. */
    public static final String CAMERA = "camera";

    /** A phone beside the laptop. */
    public static final String PHONE = "phone";

    public PhotoOrigin {
        if ((lon == null) != (lat == null)) {
            throw new IllegalArgumentException("half a position");
        }
        if (lon != null && lat != null && !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("not a place on earth");
        }
        if (coordAccuracyM != null && !(coordAccuracyM >= 0)) {
            throw new IllegalArgumentException("an accuracy below nothing");
        }
    }

    /** Whether a position is known. */
    public boolean hasPlace() {
        return lon != null;
    }
}
