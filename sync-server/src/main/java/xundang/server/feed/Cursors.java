package xundang.server.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
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
     * @param f where the feed ended when this reader began with nothing; it cannot miss the end of what it never had
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Position(
            UUID e,
            long q,
            @Nullable UUID c,
            String s,
            @Nullable Long f) {
        /** Of a reader that knows how to begin with a snapshot. */
        Position(UUID e, long q, @Nullable UUID c, String s) {
            this(e, q, c, s, null);
        }
    }

    /**
     * Where the next page of a snapshot begins.
     *
     * @param p where the feed goes on after the snapshot
     * @param t type of the last record that was handed out
     * @param i its id
     * @param n how many records there were when the snapshot began
     */
    record SnapshotPosition(Position p, String t, UUID i, long n) {}

    private Cursors() {}

    static FeedCursor pack(Position position) {
        return new FeedCursor(text(position));
    }

    static String pack(SnapshotPosition position) {
        return text(position);
    }

    /** Empty for a text that no server of this kind has made. */
    static Optional<Position> unpack(String token) {
        return read(token, Position.class).filter(Cursors::complete);
    }

    /** As {@link #unpack}. */
    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    static Optional<SnapshotPosition> unpackSnapshot(String token) {
        return read(token, SnapshotPosition.class)
                .filter(it -> it.p() != null && complete(it.p()) && it.t() != null && it.i() != null);
    }

    @SuppressWarnings("NullAway") // as above
    private static boolean complete(Position position) {
        return position.e() != null && position.s() != null && position.q() >= 0;
    }

    private static String text(Object position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ModelJson.mapper().writeValueAsBytes(position));
    }

    private static <T> Optional<T> read(String token, Class<T> type) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Optional.ofNullable(ModelJson.mapper().readValue(json, type));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
