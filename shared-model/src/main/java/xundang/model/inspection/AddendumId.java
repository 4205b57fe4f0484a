package xundang.model.inspection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one addendum (更正、补充) of a submitted inspection. */
public record AddendumId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AddendumId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
