package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.ACCOUNT;
import static xundang.server.platform.db.generated.Tables.HELD_OP;
import static xundang.server.platform.db.generated.Tables.OP_RESULT;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.server.platform.db.BulkInsert;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.OpResultRecord;

/** Tables {@code op_result} and {@code held_op}: every op that was ever answered. */
final class OpLogDao {
    /** Stands for a kind that cannot be read. */
    private static final String NO_KIND = "?";

    private static final int KIND_LENGTH = 81;

    /** An answered op. */
    record Answered(String contentSha256, OpResult result) {}

    /**
     * An op with its answer, to be kept.
     *
     * @param about the record that the op settles something about, if it is not the one that it names
     */
    record Answer(IncomingOp op, @Nullable UUID about, Author author, OpResult result, OffsetDateTime at) {}

    /** An op of one record's history, as {@link KeptBody} keeps it. */
    record Past(UUID account, String kind, JsonNode body) {}

    /** What was answered to those of these ops that are known. */
    Map<UUID, Answered> find(Tx tx, Collection<UUID> opIds) {
        Map<UUID, Answered> known = new HashMap<>();
        for (List<UUID> some : Slices.of(opIds)) {
            tx.dsl()
                    .select(OP_RESULT.OP_ID, OP_RESULT.CONTENT_SHA256, OP_RESULT.ANSWER)
                    .from(OP_RESULT)
                    .where(OP_RESULT.OP_ID.in(some))
                    .forEach(row -> known.put(
                            row.value1(),
                            new Answered(row.value2(), ModelJson.mapper().readValue(row.value3(), OpResult.class))));
        }
        return known;
    }

    /** Keeps ops with their answers. */
    void insert(Tx tx, List<Answer> answers) {
        BulkInsert.into(
                tx, OP_RESULT, answers.parallelStream().map(OpLogDao::row).toList());
    }

    private static OpResultRecord row(Answer answer) {
        IncomingOp op = answer.op();
        Optional<RecordKey> key = op.op().map(read -> read.key());
        OpResultRecord row = new OpResultRecord();
        row.setOpId(op.opId());
        row.setDeviceId(answer.author().device().value());
        row.setOpSeq(op.opSeq());
        row.setAccountId(answer.author().user().value());
        row.setKind(kind(op));
        row.setRecType(key.map(it -> it.type().name()).orElse(null));
        row.setRecId(key.map(RecordKey::id).orElse(null));
        row.setAboutId(answer.about());
        row.setContentSha256(op.contentSha256());
        row.setBody(JsonValues.text(KeptBody.of(op, answer.result())));
        row.setStatus(answer.result().status().name());
        row.setAnswer(ModelJson.mapper().writeValueAsString(answer.result()));
        row.setReceivedAt(answer.at());
        return row;
    }

    /** A held op has found its way after all: from now on this is its answer. */
    void answerAgain(Tx tx, IncomingOp op, @Nullable UUID about, OpResult result) {
        Optional<RecordKey> key = op.op().map(read -> read.key());
        tx.dsl()
                .update(OP_RESULT)
                .set(OP_RESULT.REC_TYPE, key.map(it -> it.type().name()).orElse(null))
                .set(OP_RESULT.REC_ID, key.map(RecordKey::id).orElse(null))
                .set(OP_RESULT.ABOUT_ID, about)
                .set(OP_RESULT.STATUS, result.status().name())
                .set(OP_RESULT.ANSWER, ModelJson.mapper().writeValueAsString(result))
                .where(OP_RESULT.OP_ID.eq(op.opId()))
                .execute();
        tx.dsl().deleteFrom(HELD_OP).where(HELD_OP.OP_ID.eq(op.opId())).execute();
    }

    void hold(Tx tx, IncomingOp op, Author author, OffsetDateTime at) {
        JsonNode version = op.raw().path("v");
        tx.dsl()
                .insertInto(HELD_OP)
                .set(HELD_OP.OP_ID, op.opId())
                .set(HELD_OP.DEVICE_ID, author.device().value())
                .set(HELD_OP.ACCOUNT_ID, author.user().value())
                .set(HELD_OP.KIND, kind(op))
                .set(HELD_OP.OP_VERSION, version.canConvertToInt() ? version.intValue() : Integer.MAX_VALUE)
                .set(HELD_OP.BODY, JsonValues.text(op.raw()))
                .set(HELD_OP.RECEIVED_AT, at)
                .execute();
    }

    /** Ops that wait for a newer server, in the order in which they came. */
    List<HeldOp> held(Tx tx) {
        return tx.dsl()
                .select(
                        HELD_OP.OP_ID,
                        HELD_OP.DEVICE_ID,
                        HELD_OP.ACCOUNT_ID,
                        ACCOUNT.LOGIN,
                        HELD_OP.KIND,
                        HELD_OP.OP_VERSION,
                        HELD_OP.RECEIVED_AT,
                        HELD_OP.BODY)
                .from(HELD_OP)
                .join(OP_RESULT)
                .on(OP_RESULT.OP_ID.eq(HELD_OP.OP_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(HELD_OP.ACCOUNT_ID))
                .orderBy(HELD_OP.RECEIVED_AT, HELD_OP.DEVICE_ID, OP_RESULT.OP_SEQ)
                .fetch(row -> new HeldOp(
                        row.value1(),
                        new DeviceId(row.value2()),
                        new UserId(row.value3()),
                        row.value4() == null ? "" : row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /** What had an effect on a record, newest first; settled conflicts about it included. */
    List<Past> history(Tx tx, RecordKey key) {
        return tx.dsl()
                .select(OP_RESULT.ACCOUNT_ID, OP_RESULT.KIND, OP_RESULT.BODY)
                .from(OP_RESULT)
                .where(OP_RESULT
                        .REC_TYPE
                        .eq(key.type().name())
                        .and(OP_RESULT.REC_ID.eq(key.id()))
                        .or(OP_RESULT.ABOUT_ID.eq(key.id())))
                .and(OP_RESULT.STATUS.in(OpStatus.APPLIED.name(), OpStatus.MERGED.name(), OpStatus.CONFLICT.name()))
                .orderBy(OP_RESULT.RECEIVED_AT.desc(), OP_RESULT.OP_SEQ.desc())
                .fetch(row ->
                        new Past(row.value1(), row.value2(), ModelJson.mapper().readTree(row.value3())));
    }

    /** How a person is called, if it is a person. */
    Optional<String> nameOf(Tx tx, UUID account) {
        return tx.dsl()
                .select(ACCOUNT.DISPLAY_NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ACCOUNT_ID.eq(account))
                .fetchOptional(ACCOUNT.DISPLAY_NAME);
    }

    private static String kind(IncomingOp op) {
        return op.text("kind")
                .filter(kind -> kind.length() <= KIND_LENGTH && kind.matches("[a-z_.]+"))
                .orElse(NO_KIND);
    }
}
