package xundang.desktop.platform.value;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.i18n.Language;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.AttributeType;
import xundang.model.asset.CategoryCatalog;
import xundang.model.json.CanonicalJson;
import xundang.model.template.Label;

/**
 * What one field of an object means: its name for people, how its values read, and what may be typed into it.
 *
 * @param field name in the record, e.g. {@code attr.rated_kva}
 * @param def absent for a field that the catalogue does not know; then it is a text
 */
public record FieldMeaning(String field, @Nullable AttributeDef def) {
    private static final String SEPARATOR = "、";
    private static final String THIN_SPACE = "\u2009";

    /** The meaning of a field for a category; an empty category still knows the common fields. */
    public static FieldMeaning of(String category, String field) {
        return new FieldMeaning(
                field, CategoryCatalog.bundled().attribute(category, field).orElse(null));
    }

    /** Its name; the field itself when the catalogue does not know it. */
    public Label label() {
        return def == null ? new Label(field, field) : def.label();
    }

    /** The kind of value. */
    public AttributeType type() {
        return def == null ? AttributeType.TEXT : def.type();
    }

    /** Unit of the number, if it has one. */
    public Optional<String> unit() {
        return Optional.ofNullable(def).map(AttributeDef::unit);
    }

    /** The value in words, codes translated, without unit; empty text for no value. */
    public String words(@Nullable JsonNode value, Language language) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return language.of(value.booleanValue() ? new Label("是", "Yes") : new Label("否", "No"));
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isArray()) {
            return value.valueStream().map(each -> words(each, language)).collect(Collectors.joining(SEPARATOR));
        }
        if (!value.isString()) {
            return value.toString();
        }
        return def == null ? value.stringValue() : language.of(def.optionLabel(value.stringValue()));
    }

    /** The value in words with its unit. */
    public String wordsWithUnit(@Nullable JsonNode value, Language language) {
        String words = words(value, language);
        return words.isEmpty()
                ? words
                : unit().map(unit -> words + THIN_SPACE + unit).orElse(words);
    }

    /** The value as it stands in an input: codes for choices, {@code true} and {@code false}; empty for no value. */
    public String typed(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return value.valueStream().map(this::typed).collect(Collectors.joining(SEPARATOR));
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** What a typed text or chosen code means as a value of this field. */
    public Typed read(String text) {
        return new TypedText(this).read(text);
    }

    /** Whether two values mean the same; absent and JSON null are both no value, and numbers are compared by value. */
    public static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || one.isNull()) {
            return other == null || other.isNull();
        }
        return other != null && !other.isNull() && CanonicalJson.of(one).equals(CanonicalJson.of(other));
    }
}
