package xundang.desktop.sync;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.account.UserId;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;

/**
 * One change of one record on its way to the server, before it has a number. Everything the server will see is already in it, so that a
 * database rebuilt from the journal sends the very same op again.
 *
 * @param group ops of one group are applied together or not at all; they must be appended together
 * @param v version of this op's shape
 * @param scope site id or {@code *} of a record that the op creates; null for a patch
 * @param baseRev revision that the author had seen ({@link Records#rev}); 0 for a new record
 * @param set changed fields only
 * @param at device clock when the change was made
 * @param clockOffsetMs device clock minus server clock as last measured ({@link ClockOffset}); 0 when never measured
 * @param subject what it belongs to (an inspection, an asset); same as the subject of the {@code LocalChange} that brings it
 */
public record OutboxOp(
        UUID opId,
        @Nullable UUID group,
        OpKind kind,
        int v,
        RecordKey key,
        @Nullable String scope,
        long baseRev,
        Map<String, FieldChange> set,
        OffsetDateTime at,
        long clockOffsetMs,
        UUID subject,
        UserId userId) {
    /** As it travels; the number is given when it is frozen. */
    public Op withoutNumber() {
        return new Op(opId, 0, group, kind, v, key.type(), key.id(), baseRev, set, at, clockOffsetMs, userId);
    }
}
