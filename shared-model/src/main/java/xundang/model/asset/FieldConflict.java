package xundang.model.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two sources of the ledger disagree about a field (字段存疑); the fields of a record of type {@code field_conflict}. It stays open until
 * somebody verifies it on site; domain specification, section 3.
 *
 * @param field field name in the asset record
 * @param candidates what the sources say, the recorded value first
 * @param settledValue what was found; absent while open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldConflict(
        @JsonProperty("asset_id") AssetId assetId,
        @JsonProperty("field") String field,

        @JsonProperty("candidates") @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Candidate> candidates,

        @JsonProperty("state") State state,
        @JsonProperty("settled_value") @Nullable JsonNode settledValue) {

    public FieldConflict {
        candidates = List.copyOf(candidates);
    }

    /** A doubt that nobody has verified yet. */
    public static FieldConflict open(AssetId asset, String field, List<Candidate> candidates) {
        return new FieldConflict(asset, field, candidates, State.OPEN, null);
    }

    /** What one source says. */
    public record Candidate(JsonNode value, String source) {}

    /** Whether somebody has looked. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("settled")
        SETTLED
    }
}
