package xundang.model.json;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Canonical texts of large values that stand in several texts, e.g. two hashes and a stored record: each is written once and copied then.
 * Only for values that all of these texts write alike. Values are told apart by identity and must not change. Not thread-safe.
 */
public final class SharedTexts {
    private static final int LARGE = 4 * 1024;

    private final IdentityHashMap<JsonNode, byte[]> texts = new IdentityHashMap<>();

    /** Writes the text of a value, for all that come later. */
    public void add(JsonNode value) {
        JsonBytes out = new JsonBytes(LARGE);
        CanonicalJson.write(value, out);
        texts.put(value, out.toByteArray());
    }

    byte @Nullable [] of(JsonNode value) {
        return texts.get(value);
    }
}
