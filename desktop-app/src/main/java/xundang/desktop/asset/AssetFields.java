package xundang.desktop.asset;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.CategoryCatalog;

/** Reading the fields of a record as texts. What is absent, null or blank is empty. */
record AssetFields(Map<String, JsonNode> fields) {
    private static final String CHANGED_PREFIX = "changed.";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** A field's value as text: numbers without exponent, lists joined. */
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(AssetFields::plain).filter(text -> !text.isBlank());
    }

    /** A category attribute, by its name without prefix. */
    Optional<String> attribute(String name) {
        return text(CategoryCatalog.ATTRIBUTE_PREFIX + name);
    }

    /** A field's value, or an empty text. */
    String orEmpty(String field) {
        return text(field).orElse("");
    }

    /** Id of the site's record; empty for an asset of no site. */
    Optional<UUID> siteId() {
        return text("site_id").filter(text -> UUID_TEXT.matcher(text).matches()).map(UUID::fromString);
    }

    /** Name of the mark that says that a person changed the field in this program. One point only: more no field name may have. */
    static String changedMark(String field) {
        return CHANGED_PREFIX + field.replace('.', '_');
    }

    /** Whether a person changed the field in this program, so that its imported source no longer speaks for it. */
    boolean isChanged(String field) {
        return orEmpty(changedMark(field)).equals("true");
    }

    /** Where one field's value comes from: its own source, else the record's; nothing for one that a person changed. */
    Optional<String> source(String field) {
        if (isChanged(field)) {
            return Optional.empty();
        }
        JsonNode own = Optional.ofNullable(fields.get("sources"))
                .map(sources -> sources.get(field))
                .map(entry -> entry.get("source"))
                .orElse(null);
        return Optional.ofNullable(own).map(AssetFields::plain).or(() -> text("source"));
    }

    /** A JSON value as text; nothing for no value. */
    static String plain(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isArray()) {
            return value.valueStream().map(AssetFields::plain).collect(Collectors.joining("、"));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
