package xundang.model.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of an enrolled laptop. A cloned or restored laptop gets a new one. */
public record DeviceId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {}

    /** Reads the usual text form; throws {@link IllegalArgumentException} on anything else. */
    public static DeviceId parse(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
