package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one inspection, from its first draft on. */
public record InspectionId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InspectionId {}

    /** Reads the usual text form; throws {@link IllegalArgumentException} on anything else. */
    public static InspectionId parse(String text) {
        return new InspectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
