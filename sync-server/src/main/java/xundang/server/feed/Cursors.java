package xundang.server.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import xundang.model.json.ModelJson;
import xundang.model.sync.FeedCursor;

/** Packs a position into the text that clients keep. */
final class Cursors {
    /**
     * A position.
     *
     * @param e the history that it belongs to
     * @param q the last change that was handed out
     * @param c id of the commit that contains it: shows a restored server that has already grown past the old position
     * @param s what the reader was entitled to; another entitlement needs other records
     */
    record Position(UUID e, long q, @Nullable UUID c, String s) {}

    private Cursors() {}

    static FeedCursor pack(Position position) {
        byte[] json = ModelJson.mapper().writeValueAsBytes(position);
        return new FeedCursor(Base64.getUrlEncoder().withoutPadding().encodeToString(json));
    }

    /** Empty for a text that no server of this kind has made. */
    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    static Optional<Position> unpack(String token) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            Position position = ModelJson.mapper().readValue(json, Position.class);
            boolean complete = position != null && position.e() != null && position.s() != null && position.q() >= 0;
            return complete ? Optional.of(position) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
