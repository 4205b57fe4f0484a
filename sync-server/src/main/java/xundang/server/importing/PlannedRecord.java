package xundang.server.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;

/**
 * A record as a file says it should be.
 *
 * @param line line of the file that it comes from; 0 when it comes from none
 * @param importKey the same for the same object in every import; ids and numbers hang on it
 * @param numbering how a new record gets its number; absent for records without one
 * @param fields without the number and without references to other records
 * @param refs field → import key of the record whose id belongs there; that record stands earlier in the plan
 */
record PlannedRecord(
        int line,
        RecordType type,
        String importKey,
        @Nullable Numbering numbering,
        Map<String, JsonNode> fields,
        Map<String, String> refs) {

    /** A new record's number goes into {@code field}, counted under {@code prefix}. */
    record Numbering(String field, String prefix) {}

    OpKind create() {
        return new OpKind(type.name() + ".create");
    }

    OpKind patch() {
        return new OpKind(type.name() + ".patch");
    }
}
