package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.HELD_OP;
import static xundang.server.platform.db.generated.Tables.OP_RESULT;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.server.platform.db.Tx;

/** Tables {@code op_result} and {@code held_op}: every op that was ever answered. */
final class OpLogDao {
    /** An answered op. */
    record Answered(String contentSha256, OpResult result) {}

    Optional<Answered> find(Tx tx, UUID opId) {
        return tx.dsl()
                .select(OP_RESULT.CONTENT_SHA256, OP_RESULT.ANSWER)
                .from(OP_RESULT)
                .where(OP_RESULT.OP_ID.eq(opId))
                .fetchOptional(
                        row -> new Answered(row.value1(), ModelJson.mapper().readValue(row.value2(), OpResult.class)));
    }

    void insert(Tx tx, Op op, Author author, String contentSha256, OpResult result, OffsetDateTime at) {
        tx.dsl()
                .insertInto(OP_RESULT)
                .set(OP_RESULT.OP_ID, op.opId())
                .set(OP_RESULT.DEVICE_ID, author.device().value())
                .set(OP_RESULT.OP_SEQ, op.opSeq())
                .set(OP_RESULT.ACCOUNT_ID, author.user().value())
                .set(OP_RESULT.KIND, op.kind().name())
                .set(OP_RESULT.REC_TYPE, op.recType().name())
                .set(OP_RESULT.REC_ID, op.recId())
                .set(OP_RESULT.CONTENT_SHA256, contentSha256)
                .set(OP_RESULT.BODY, ModelJson.mapper().writeValueAsString(op))
                .set(OP_RESULT.STATUS, result.status().name())
                .set(OP_RESULT.ANSWER, ModelJson.mapper().writeValueAsString(result))
                .set(OP_RESULT.RECEIVED_AT, at)
                .execute();
    }

    void hold(Tx tx, Op op, Author author, OffsetDateTime at) {
        tx.dsl()
                .insertInto(HELD_OP)
                .set(HELD_OP.OP_ID, op.opId())
                .set(HELD_OP.DEVICE_ID, author.device().value())
                .set(HELD_OP.ACCOUNT_ID, author.user().value())
                .set(HELD_OP.KIND, op.kind().name())
                .set(HELD_OP.OP_VERSION, op.v())
                .set(HELD_OP.BODY, ModelJson.mapper().writeValueAsString(op))
                .set(HELD_OP.RECEIVED_AT, at)
                .execute();
    }
}
