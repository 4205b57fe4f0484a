package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.AUDIT;
import static xundang.server.platform.db.generated.Tables.AUDIT_HEAD;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Cursor;
import xundang.server.platform.db.BulkInsert;
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

    void insert(Tx tx, List<Line> lines, String hashAlg) {
        BulkInsert.into(
                tx, AUDIT, lines.stream().map(line -> row(line, hashAlg)).toList());
    }

    private static AuditRecord row(Line line, String hashAlg) {
        AuditEntry entry = line.entry();
        AuditRecord row = new AuditRecord();
        row.setSeq(line.seq());
        row.setMadeAt(OffsetDateTime.ofInstant(line.at(), ZoneOffset.UTC));
        row.setAccountId(entry.account());
        row.setDeviceId(entry.device());
        row.setAction(entry.action());
        row.setSubjectType(entry.subjectType());
        row.setSubjectId(entry.subjectId());
        row.setOutcome(entry.outcome());
        row.setContentSha256(entry.contentSha256());
        row.setHashAlg(hashAlg);
        row.setPrevHash(line.prevHash());
        row.setRowHash(line.rowHash());
        return row;
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
