package xundang.server.push;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/**
 * A push as it was received, with its ops still unread. They are found in one pass and read later, each where it is worked on: everything
 * that is made of an op is then made while it is in the processor's cache.
 */
public final class PushBody {
    /** Where an op stands. */
    private record Part(int from, int to) {}

    private final byte[] bytes;
    private final String sessionNonce;
    private final List<Part> ops;

    private PushBody(byte[] bytes, String sessionNonce, List<Part> ops) {
        this.bytes = bytes;
        this.sessionNonce = sessionNonce;
        this.ops = ops;
    }

    /** Finds the ops. Throws {@link ProblemException} when that is no push. */
    public static PushBody of(byte[] bytes) {
        @Nullable String nonce = null;
        @Nullable List<Part> ops = null;
        try (JsonParser parser = ModelJson.mapper().createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noPush();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("sessionNonce")) {
                    nonce = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                } else if (name.equals("ops")) {
                    ops = value == JsonToken.START_ARRAY ? parts(parser) : null;
                    continue;
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw noJson();
            }
        } catch (JacksonException e) {
            throw noJson();
        }
        if (nonce == null || ops == null) {
            throw noPush();
        }
        return new PushBody(bytes, nonce, ops);
    }

    private static List<Part> parts(JsonParser array) {
        List<Part> parts = new ArrayList<>();
        for (JsonToken op = array.nextToken(); op != JsonToken.END_ARRAY; op = array.nextToken()) {
            long from = array.currentTokenLocation().getByteOffset();
            if (op != JsonToken.START_OBJECT || from < 0) {
                throw noPush();
            }
            array.skipChildren();
            long end = array.currentLocation().getByteOffset();
            parts.add(new Part(Math.toIntExact(from), Math.toIntExact(end)));
        }
        return parts;
    }

    /** Proof of the last hello. */
    String sessionNonce() {
        return sessionNonce;
    }

    /** How many ops there are. */
    int size() {
        return ops.size();
    }

    /** Reads one of them. */
    JsonNode op(int index) {
        Part part = ops.get(index);
        try {
            return ModelJson.mapper().readTree(bytes, part.from(), part.to() - part.from());
        } catch (JacksonException e) {
            throw noJson();
        }
    }

    private static ProblemException noJson() {
        return Problems.malformed("内容不是有效的 JSON 或缺少必填项，服务器没有处理。");
    }

    private static ProblemException noPush() {
        return Problems.malformed("内容不是一次发送，服务器没有处理。");
    }
}
