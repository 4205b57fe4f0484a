package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A position in the server's feed. Opaque to the client: only the server that gave it can read it. */
public record FeedCursor(@JsonValue String token) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FeedCursor {}
}
