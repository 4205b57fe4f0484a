package xundang.model.inspection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.CanonicalJson;
import xundang.model.json.ModelJson;

/** Fingerprint of a submitted inspection: shows that what the server holds is what was signed on the laptop. */
public final class RecordHash {
    private static final String OWN_FIELD = "record_hash";

    private RecordHash() {}

    /** SHA-256 in lower-case hex over the canonical JSON of all fields but the hash itself. */
    public static String of(InspectionBody body) {
        return of(ModelJson.mapper().valueToTree(body));
    }

    /** The same for a record as stored, so that fields of a newer program count too. */
    public static String of(JsonNode fields) {
        if (!(fields instanceof ObjectNode whole)) {
            throw new IllegalArgumentException("an inspection is a JSON object");
        }
        ObjectNode object = ModelJson.mapper().createObjectNode().setAll(whole);
        object.remove(OWN_FIELD);
        byte[] canonical = CanonicalJson.of(object).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(canonical));
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
