package xundang.model.inspection;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.asset.AssetId;
import xundang.model.json.CanonicalJson;
import xundang.model.json.ModelJson;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateItem;

/**
 * What a person puts a signature under: everything that stands above it on the form. That is the object, the template with its version,
 * when the form was begun, what was observed, and of every row above the signature that is not a signature itself the value or the reason
 * for leaving it out, the note and the pictures. Verdicts are left out: they follow from these.
 *
 * <p>The signature is taken while the form is a draft, so it cannot cover the {@code record_hash}; the {@code record_hash} covers the
 * signature instead, and both are verified by the server. Pure.
 */
public final class SignedContent {
    private SignedContent() {}

    /** The parts of a form that are no answers. */
    public record Head(AssetId asset, OffsetDateTime startedAt, Map<String, String> observed) {
        /** Of a submitted inspection. */
        public static Head of(InspectionBody body) {
            return new Head(body.assetId(), body.startedAt(), body.observed());
        }
    }

    /** What a signature says when it is looked at now. */
    public enum State {
        /** 签名有效: it is over just this content. */
        VALID,
        /** 签名与内容不符: the content is another. */
        MISMATCH,
        /** 仅署名: a name without a drawn signature, or a record of before signatures were bound; the record's hash alone covers it. */
        NAME_ONLY,
        /** 无法核对: the form is of a later program. */
        UNKNOWN_FORM
    }

    /** SHA-256 in lower-case hex of what stands above that row. */
    public static String above(SlotId signature, InspectionTemplate template, Head head, Collection<Reading> readings) {
        Set<String> covered = new HashSet<>();
        for (TemplateItem item : template.items()) {
            if (item.id().equals(signature.item())) {
                break;
            }
            if (item.kind() != ItemKind.SIGNATURE) {
                covered.add(item.id());
            }
        }
        ObjectNode content = ModelJson.mapper().createObjectNode();
        content.put("asset_id", head.asset().toString());
        content.put("template_id", template.id());
        content.put("template_version", template.version());
        content.put("started_at", head.startedAt().toInstant().toString());
        content.set("observed", ModelJson.mapper().valueToTree(new LinkedHashMap<>(head.observed())));
        ObjectNode answers = content.putObject("answers");
        readings.stream()
                .filter(reading -> covered.contains(reading.slot().item()))
                .forEach(reading -> answers.set(reading.slot().toString(), json(reading)));
        return RecordHash.ofValue(content);
    }

    /** What the signature in that row is worth over that content. */
    public static State state(
            SlotId slot,
            ReadingValue.Signed signed,
            @Nullable InspectionTemplate template,
            Head head,
            Collection<Reading> readings) {
        if (signed.over() == null) {
            return State.NAME_ONLY;
        }
        if (template == null) {
            return State.UNKNOWN_FORM;
        }
        return signed.over().equals(above(slot, template, head, readings)) ? State.VALID : State.MISMATCH;
    }

    /** The answer without its verdict and its time, as one text; that of an empty row when there is none. */
    static String answer(@Nullable Reading reading) {
        return reading == null ? "{}" : CanonicalJson.of(json(reading));
    }

    private static JsonNode json(Reading reading) {
        ObjectNode answer = ModelJson.mapper().createObjectNode();
        if (reading.value() != null) {
            answer.set("value", ModelJson.mapper().valueToTree(reading.value()));
        }
        if (reading.firstValue() != null) {
            answer.set("first_value", ModelJson.mapper().valueToTree(reading.firstValue()));
        }
        if (reading.skip() != null) {
            answer.set("skip", ModelJson.mapper().valueToTree(reading.skip()));
        }
        if (reading.note() != null) {
            answer.put("note", reading.note());
        }
        if (!reading.photos().isEmpty()) {
            ArrayNode photos = answer.putArray("photos");
            reading.photos().forEach(photo -> photos.add(photo.toString()));
        }
        return answer;
    }
}
