package xundang.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;

/**
 * One change of one record, as its author made it. Once it has a sequence number it is frozen: it is sent again and again with the
 * same content until the server has answered.
 *
 * @param opId unique for ever; the server answers a repeated id with the first result
 * @param opSeq contiguous per device, from 1
 * @param group ops that share a group (at most 100, adjacent) are applied together or not at all
 * @param kind what it does
 * @param v version of this op's shape, not of the app; the server upgrades old ones
 * @param recType type of the touched record
 * @param recId id of the touched record
 * @param baseRev revision that the author had seen; 0 for a new record
 * @param set changed fields only, so that an old client cannot blank a field that it does not know
 * @param at the device's clock when the change was made; shown, never used for ordering
 * @param clockOffsetMs device clock minus server clock as last measured, in milliseconds
 * @param userId the author; must be the person whose token sends it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Op(
        UUID opId,
        long opSeq,
        @Nullable UUID group,
        OpKind kind,
        int v,
        RecordType recType,
        UUID recId,
        long baseRev,
        Map<String, FieldChange> set,
        OffsetDateTime at,
        long clockOffsetMs,
        UserId userId) {

    /** The touched record. */
    public RecordKey key() {
        return new RecordKey(recType, recId);
    }
}
