package xundang.model.asset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one object of the ledger; never reused, unlike a label on a wall. */
public record AssetId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AssetId {}

    /** Reads the usual text form; throws {@link IllegalArgumentException} on anything else. */
    public static AssetId parse(String text) {
        return new AssetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
