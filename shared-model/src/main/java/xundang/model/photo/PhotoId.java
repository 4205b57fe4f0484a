package xundang.model.photo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one use of a picture; the picture itself is named by its SHA-256. */
public record PhotoId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PhotoId {}

    /** Reads the usual text form; throws {@link IllegalArgumentException} on anything else. */
    public static PhotoId parse(String text) {
        return new PhotoId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
