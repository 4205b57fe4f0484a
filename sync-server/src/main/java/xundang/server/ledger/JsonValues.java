package xundang.server.ledger;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.CanonicalJson;
import xundang.model.json.JsonBytes;
import xundang.model.json.ModelJson;
import xundang.model.json.SharedTexts;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.server.platform.digest.Sha256;

/** When two JSON values mean the same: numbers by value, texts in Unicode NFC, objects in any order; no value is not an empty text. */
final class JsonValues {
    private static final int PLAIN_DIGITS = 100;
    private static final int USUAL_BYTES = 8 * 1024;
    private static final char FIRST_COMBINING = 0x300;
    private static final char FIRST_HAN = 0x4E00;
    private static final char LAST_HAN = 0x9FFF;

    private JsonValues() {}

    static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null || isNothing(one) || isNothing(other)) {
            return isNothing(one) && isNothing(other);
        }
        return alike(one, other);
    }

    /** Absent, JSON null: no value. */
    static boolean isNothing(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }

    /** SHA-256 over the canonical text of an object, one field left out. */
    static String sha256Without(ObjectNode object, String left, SharedTexts shared) {
        JsonBytes out = new JsonBytes(USUAL_BYTES, shared);
        ObjectNode rest = ModelJson.mapper().createObjectNode().setAll(object);
        rest.remove(left);
        write(rest, out);
        MessageDigest digest = Sha256.digest();
        out.into(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The JSON text of a record's fields as a database can keep it: half of a surrogate pair stands as an escape, which means the same. */
    static String text(Map<String, JsonNode> fields) {
        return text(fields, new SharedTexts());
    }

    /** The same; shared texts stand as they are. */
    static String text(Map<String, JsonNode> fields, SharedTexts shared) {
        JsonBytes out = new JsonBytes(USUAL_BYTES, shared);
        writeAsIs(fields.entrySet(), out);
        return out.toString();
    }

    /** The same for a value. */
    static String text(JsonNode value) {
        JsonBytes out = new JsonBytes(1024);
        writeAsIs(value, out);
        return out.toString();
    }

    private static void writeAsIs(Iterable<Map.Entry<String, JsonNode>> properties, JsonBytes out) {
        char before = '{';
        for (Map.Entry<String, JsonNode> property : properties) {
            out.mark(before);
            keepable(property.getKey(), out);
            out.mark(':');
            writeAsIs(property.getValue(), out);
            before = ',';
        }
        out.json(before == '{' ? "{}" : "}");
    }

    private static void writeAsIs(JsonNode value, JsonBytes out) {
        if (value.isString()) {
            keepable(value.stringValue(), out);
        } else if (value.isObject()) {
            writeAsIs(value.properties(), out);
        } else if (value.isArray()) {
            if (out.shared(value)) {
                return;
            }
            char before = '[';
            for (JsonNode item : value) {
                out.mark(before);
                writeAsIs(item, out);
                before = ',';
            }
            out.json(before == '[' ? "[]" : "]");
        } else {
            out.json(ModelJson.mapper().writeValueAsString(value));
        }
    }

    private static void keepable(String text, JsonBytes out) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                out.json(escaped(ModelJson.mapper().writeValueAsString(text)));
                return;
            }
        }
        out.text(text);
    }

    private static String escaped(String json) {
        StringBuilder out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair) {
                out.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Nearly all texts are composed as they come, and need no look into Unicode's tables. */
    private static String composed(String text) {
        return isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Below U+0300 nothing is ever composed with what stands before it, and no common Chinese character is. */
    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_COMBINING && (c < FIRST_HAN || c > LAST_HAN)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Texts that are the same in a hash over the op, in the record's own hash and in the database: lists of the op's values with nothing in
     * them but composed texts, truth values, lists and objects.
     */
    static SharedTexts sharedTexts(Op op) {
        SharedTexts texts = new SharedTexts();
        for (@Nullable FieldChange change : op.set().values()) {
            JsonNode to = change == null ? null : change.to();
            if (to != null && to.isArray() && isWrittenAlike(to)) {
                texts.add(to);
            }
        }
        return texts;
    }

    private static boolean isWrittenAlike(JsonNode value) {
        if (value.isString()) {
            return isComposed(value.stringValue());
        }
        if (!value.isContainer()) {
            return value.isBoolean();
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            if (!isComposed(property.getKey())) {
                return false;
            }
        }
        for (JsonNode inner : value) {
            if (!isWrittenAlike(inner)) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(JsonNode one, JsonNode other) {
        if (one.isString() && other.isString()) {
            return composed(one.stringValue()).equals(composed(other.stringValue()));
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> alike(one.get(i), other.get(i)));
        }
        if (one.isObject() && other.isObject()) {
            return Stream.concat(one.propertyNames().stream(), other.propertyNames().stream())
                    .allMatch(name -> same(one.get(name), other.get(name)));
        }
        return one.equals(other);
    }

    private static void write(JsonNode node, JsonBytes out) {
        if (node.isString()) {
            out.text(composed(node.stringValue()));
        } else if (node.isNumber()) {
            // As text, so that 1, 1.0 and 1e0 are one value whatever class of number they were read as.
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            // The plain form of 1e999999999 would fill the memory.
            boolean plain = Math.abs((long) number.scale()) <= PLAIN_DIGITS;
            out.text("#" + (plain ? number.toPlainString() : number.toString()));
        } else if (node.isArray()) {
            if (out.shared(node)) {
                return;
            }
            char before = '[';
            for (JsonNode item : node) {
                out.mark(before);
                write(item, out);
                before = ',';
            }
            out.json(before == '[' ? "[]" : "]");
        } else if (node.isObject()) {
            char before = '{';
            for (Map.Entry<String, JsonNode> property : CanonicalJson.sorted(node)) {
                if (property.getValue().isNull()) {
                    continue;
                }
                out.mark(before).text(property.getKey()).mark(':');
                write(property.getValue(), out);
                before = ',';
            }
            out.json(before == '{' ? "{}" : "}");
        } else {
            out.json(node.toString());
        }
    }
}
