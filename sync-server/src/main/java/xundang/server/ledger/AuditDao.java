package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.AUDIT;
import static xundang.server.platform.db.generated.Tables.AUDIT_HEAD;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jooq.Cursor;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.AuditRecord;

/** Tables {@code audit} and {@code audit_head}. */
final class AuditDao {
    private static final int FETCH = 500;

    /** The chain's end. */
    record Head(long seq, String rowHash) {}

    /** A line as stored. */
    record Line(long seq, Instant at, AuditEntry entry, String prevHash, String rowHash) {}

    Head head(Tx tx) {
        return tx.dsl()
                .selectFrom(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(1))
                .fetchSingle(row -> new Head(row.getSeq(), row.getRowHash()));
    }

    Head lockHead(Tx tx) {
        return tx.dsl()
                .selectFrom(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(1))
                .forUpdate()
                .fetchSingle(row -> new Head(row.getSeq(), row.getRowHash()));
    }

    void insert(Tx tx, Line line, String hashAlg) {
        AuditEntry entry = line.entry();
        tx.dsl()
                .insertInto(AUDIT)
                .set(AUDIT.SEQ, line.seq())
                .set(AUDIT.MADE_AT, OffsetDateTime.ofInstant(line.at(), ZoneOffset.UTC))
                .set(AUDIT.ACCOUNT_ID, entry.account())
                .set(AUDIT.DEVICE_ID, entry.device())
                .set(AUDIT.ACTION, entry.action())
                .set(AUDIT.SUBJECT_TYPE, entry.subjectType())
                .set(AUDIT.SUBJECT_ID, entry.subjectId())
                .set(AUDIT.OUTCOME, entry.outcome())
                .set(AUDIT.CONTENT_SHA256, entry.contentSha256())
                .set(AUDIT.HASH_ALG, hashAlg)
                .set(AUDIT.PREV_HASH, line.prevHash())
                .set(AUDIT.ROW_HASH, line.rowHash())
                .execute();
    }

    void moveHead(Tx tx, Head head) {
        tx.dsl()
                .update(AUDIT_HEAD)
                .set(AUDIT_HEAD.SEQ, head.seq())
                .set(AUDIT_HEAD.ROW_HASH, head.rowHash())
                .where(AUDIT_HEAD.ID.eq(1))
                .execute();
    }

    void forEach(Tx tx, Consumer<Line> reader) {
        try (Cursor<AuditRecord> rows =
                tx.dsl().selectFrom(AUDIT).orderBy(AUDIT.SEQ).fetchSize(FETCH).fetchLazy()) {
            rows.forEach(row -> reader.accept(new Line(
                    row.getSeq(),
                    row.getMadeAt().toInstant(),
                    new AuditEntry(
                            row.getAccountId(),
                            row.getDeviceId(),
                            row.getAction(),
                            row.getSubjectType(),
                            row.getSubjectId(),
                            row.getOutcome(),
                            row.getContentSha256()),
                    row.getPrevHash(),
                    row.getRowHash())));
        }
    }
}
