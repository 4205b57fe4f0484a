package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One record's state in the feed.
 *
 * @param seq place in the feed
 * @param scope site id, or {@code *}
 * @param rev the client ignores a revision that is older than what it holds
 * @param f all fields of the record; absent unless {@code op} is put
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        long seq,
        ChangeOp op,
        RecordType type,
        UUID id,
        String scope,
        long rev,
        @Nullable Map<String, JsonNode> f) {

    /** What happened to the record, seen from the receiving device. */
    public enum ChangeOp {
        /** It is like this now. */
        @JsonProperty("put")
        PUT,
        /** It left the device's scope; it still exists. */
        @JsonProperty("remove")
        REMOVE,
        /** It does not exist any more. */
        @JsonProperty("delete")
        DELETE
    }

    /** The changed record. */
    public RecordKey key() {
        return new RecordKey(type, id);
    }
}
