package xundang.model.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * JSON being written, as UTF-8 bytes. Hashing and storing need bytes in the end, and a {@link StringBuilder} in between becomes twice as wide
 * with the first Chinese character. Half of a surrogate pair becomes a question mark, as in {@link String#getBytes}. Not thread-safe.
 */
public final class JsonBytes {
    private final SharedTexts shared;
    private byte[] bytes;
    private int length;

    /** @param expected bytes that are probably enough */
    public JsonBytes(int expected) {
        this(expected, new SharedTexts());
    }

    /** @param shared texts that are known already */
    public JsonBytes(int expected, SharedTexts shared) {
        this.shared = shared;
        bytes = new byte[expected];
    }

    /** Appends one ASCII character as it is. */
    public JsonBytes mark(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Appends what is JSON already. */
    public JsonBytes json(String json) {
        return copy(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends the text of a value if it is one of the shared texts; false if not. */
    public boolean shared(JsonNode value) {
        byte[] text = shared.of(value);
        if (text == null) {
            return false;
        }
        copy(text);
        return true;
    }

    private JsonBytes copy(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    /** Appends the text as a JSON string. Nearly all texts hold nothing that must be escaped, most of them only ASCII. */
    public JsonBytes text(String text) {
        int size = text.length();
        room(size + 2);
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                return unusual(text);
            }
            bytes[at++] = (byte) c;
        }
        bytes[at++] = '"';
        length = at;
        return this;
    }

    private JsonBytes unusual(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return json(ModelJson.mapper().writeValueAsString(text));
            }
        }
        return mark('"').json(text).mark('"');
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Adds what was written to a hash. */
    public void into(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
