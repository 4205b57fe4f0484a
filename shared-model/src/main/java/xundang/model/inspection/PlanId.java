package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of an inspection plan. */
public record PlanId(@JsonValue UUID value) implements Comparable<PlanId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlanId {}

    /** Reads the usual text form; throws {@link IllegalArgumentException} on anything else. */
    public static PlanId parse(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
