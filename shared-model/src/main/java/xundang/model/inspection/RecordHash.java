package xundang.model.inspection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.CanonicalJson;
import xundang.model.json.JsonBytes;
import xundang.model.json.ModelJson;
import xundang.model.json.SharedTexts;

/** Fingerprint of a submitted inspection: shows that what the server holds is what was signed on the laptop. */
public final class RecordHash {
    private static final int USUAL_BYTES = 8 * 1024;
    private static final String OWN_FIELD = "record_hash";
    private static final String ADDENDUM_FIELD = "addendum_hash";

    private RecordHash() {}

    /** SHA-256 in lower-case hex over the canonical JSON of all fields but the hash itself. */
    public static String of(InspectionBody body) {
        return of(ModelJson.mapper().valueToTree(body));
    }

    /** The same for a record as stored, so that fields of a newer program count too. */
    public static String of(JsonNode fields) {
        return of(fields, new SharedTexts());
    }

    /** The same, with the canonical texts of some of the values. */
    public static String of(JsonNode fields, SharedTexts shared) {
        return without(OWN_FIELD, fields, shared);
    }

    /** The fingerprint of an addendum: over all fields but itself, the fingerprint of the inspection among them. */
    public static String ofAddendum(JsonNode fields) {
        return without(ADDENDUM_FIELD, fields, new SharedTexts());
    }

    /** As {@link #ofAddendum(JsonNode)}. */
    public static String of(AddendumBody body) {
        return ofAddendum(ModelJson.mapper().valueToTree(body));
    }

    private static String without(String own, JsonNode fields, SharedTexts shared) {
        if (!(fields instanceof ObjectNode whole)) {
            throw new IllegalArgumentException("a record is a JSON object");
        }
        ObjectNode object = ModelJson.mapper().createObjectNode().setAll(whole);
        object.remove(own);
        return ofValue(object, shared);
    }

    /** SHA-256 in lower-case hex over the canonical JSON of any value. */
    static String ofValue(JsonNode value) {
        return ofValue(value, new SharedTexts());
    }

    private static String ofValue(JsonNode value, SharedTexts shared) {
        JsonBytes canonical = new JsonBytes(USUAL_BYTES, shared);
        CanonicalJson.write(value, canonical);
        MessageDigest digest = sha256();
        canonical.into(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The body with its hash filled in. */
    public static InspectionBody seal(InspectionBody body) {
        return new InspectionBody(
                body.assetId(),
                body.templateId(),
                body.templateVersion(),
                body.plannedFor(),
                body.occurrence(),
                body.startedAt(),
                body.submittedAt(),
                body.inspectorId(),
                body.inspectorName(),
                body.deviceId(),
                body.clockOffsetMs(),
                body.observed(),
                body.readings(),
                body.basis(),
                body.verdict(),
                of(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
