package xundang.desktop.sync.ui;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.model.sync.ConflictBody;

/** Says fields and their values in words: of objects by the catalogue, of other records by the bundle. */
final class FieldWords {
    /** Marks that the program sets beside a value; they say nothing to a person. */
    private static final String MARK_PREFIX = "changed.";

    /** How the server joins the names of fields that belong together. */
    private static final String GROUP_JOINT = "+";

    private static final String TEMPLATE = "template_id";
    private static final Set<String> HASHES = Set.of("record_hash", "sha256");

    private final UiTexts texts;

    FieldWords(UiTexts texts) {
        this.texts = texts;
    }

    /** Whether a person gets to see the field: not marks, not ids of people and laptops, not hashes. */
    static boolean isShown(String field) {
        boolean id = field.endsWith("_id") && !field.equals(TEMPLATE);
        return !field.startsWith(MARK_PREFIX) && !id && !HASHES.contains(field);
    }

    /** Name of a field, or of several that belong together. */
    String label(String category, String field) {
        if (field.equals(ConflictBody.WHOLE_RECORD)) {
            return texts.get("sync.field.whole");
        }
        return parts(field).stream().map(part -> single(category, part)).collect(Collectors.joining("、"));
    }

    private String single(String category, String field) {
        FieldMeaning meaning = FieldMeaning.of(category, field);
        return meaning.def() == null ? texts.ofCode("sync.field.", field) : texts.of(meaning.label());
    }

    private static List<String> parts(String field) {
        return Arrays.asList(field.split("\\" + GROUP_JOINT, -1));
    }

    /** A value with its unit, codes in words. */
    String value(String category, String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return texts.get("sync.value.none");
        }
        if (value.isObject() && field.contains(GROUP_JOINT)) {
            return value.properties().stream()
                    .map(each -> texts.get(
                            "sync.value.pair",
                            single(category, each.getKey()),
                            value(category, each.getKey(), each.getValue())))
                    .collect(Collectors.joining("\n"));
        }
        FieldMeaning meaning = FieldMeaning.of(category, field);
        if (meaning.def() == null && value.isArray()) {
            return texts.get("sync.value.count", value.size());
        }
        if (meaning.def() == null && value.isString()) {
            return texts.find("sync.code." + field + "." + value.stringValue())
                    .orElseGet(() -> time(value.stringValue()));
        }
        return meaning.wordsWithUnit(value, texts.language());
    }

    /** A time as people write it; any other text as it is. */
    private String time(String text) {
        try {
            return texts.times().full(texts.language(), OffsetDateTime.parse(text));
        } catch (DateTimeException notATime) {
            return text;
        }
    }

    /** A conflict's value: about a whole record it says whether the record lives, and with which changes. */
    String value(ConflictCard card, @Nullable JsonNode value) {
        if (card.kind() == ConflictCard.Kind.DELETE && value != null && value.isBoolean()) {
            return texts.get(value.booleanValue() ? "sync.value.gone" : "sync.value.lives");
        }
        if (card.kind() == ConflictCard.Kind.DELETE && value != null && value.isObject()) {
            return texts.get("sync.value.livesWith") + "\n" + patch(card, value);
        }
        return value(card.category(), card.field(), value);
    }

    private String patch(ConflictCard card, JsonNode patch) {
        return patch.properties().stream()
                .filter(change -> isShown(change.getKey()))
                .map(change -> texts.get(
                        "sync.value.pair",
                        single(card.category(), change.getKey()),
                        value(
                                card.category(),
                                change.getKey(),
                                change.getValue().get("to"))))
                .collect(Collectors.joining("\n"));
    }
}
