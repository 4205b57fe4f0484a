package xundang.server.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import xundang.model.inspection.InspectionBody;
import xundang.model.json.SharedTexts;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;

/**
 * A new inspection of which everything is checked that needs neither the ledger nor its author. That is most of the work of a push and is
 * done before the transaction begins, while others write.
 *
 * @param fields as the record will have them
 * @param text the same as the database will keep them
 */
record SoundInspection(InspectionBody body, Map<String, JsonNode> fields, String text) {

    /**
     * Empty when anything is wrong: {@link RecordRules#checkShape} and {@link RecordRules#checkRecord} then say what.
     *
     * @param shared texts of the op's values that are known already
     */
    static Optional<SoundInspection> of(Op op, SharedTexts shared) {
        if (!op.kind().equals(OpKind.INSPECTION_CREATE) || !op.recType().equals(RecordType.INSPECTION)) {
            return Optional.empty();
        }
        try {
            RecordRules.checkShape(op);
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            op.set().forEach((field, change) -> ThreeWayMerge.put(fields, field, change.to()));
            InspectionBody body = RecordRules.inspection(fields);
            RecordRules.checkHash(fields, body, shared);
            RecordRules.checkSignatures(body);
            return Optional.of(new SoundInspection(body, fields, JsonValues.text(fields, shared)));
        } catch (OpRefusal saidLater) {
            return Optional.empty();
        }
    }
}
