package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.UPLOAD;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import xundang.desktop.platform.db.Tx;

/** Pictures on their way, one row per content, however often it is used. */
public final class UploadStore {
    /** A picture that the server is not known to hold. */
    public record Waiting(String sha256, long size, String mime) {}

    /** Column {@code upload.state}. */
    enum State {
        WAITING,
        STORED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Not stored, and some use of it was not refused: a picture whose every use was refused has nowhere to go. */
    static final Condition WANTED = UPLOAD.STATE
            .eq(State.WAITING.column())
            .and(exists(selectOne()
                    .from(OUTBOX)
                    .where(OUTBOX.SHA256.eq(UPLOAD.SHA256), OUTBOX.STATE.ne(OpState.REJECTED.column()))));

    /** Not stored, and the server has a record that names it: records go before photos. */
    private static final Condition READY = UPLOAD.STATE
            .eq(State.WAITING.column())
            .and(exists(selectOne()
                    .from(OUTBOX)
                    .where(
                            OUTBOX.SHA256.eq(UPLOAD.SHA256),
                            OUTBOX.STATE.in(
                                    OpState.APPLIED.column(), OpState.CONFLICT.column(), OpState.HELD.column()))));

    private final SyncMarks marks;

    public UploadStore(SyncMarks marks) {
        this.marks = marks;
    }

    void queue(Tx tx, Waiting photo, UUID subject, OffsetDateTime at) {
        if (!tx.dsl().fetchExists(UPLOAD, UPLOAD.SHA256.eq(photo.sha256()))) {
            tx.dsl()
                    .insertInto(UPLOAD)
                    .set(UPLOAD.SHA256, photo.sha256())
                    .set(UPLOAD.SIZE, photo.size())
                    .set(UPLOAD.MIME, photo.mime())
                    .set(UPLOAD.STATE, State.WAITING.column())
                    .set(UPLOAD.SUBJECT, subject)
                    .set(UPLOAD.QUEUED_AT, at)
                    .execute();
        }
    }

    /** Pictures whose record the server has, oldest first: records go before photos. */
    public List<Waiting> ready(Tx tx, int limit, Collection<String> except) {
        return tx.dsl()
                .select(UPLOAD.SHA256, UPLOAD.SIZE, UPLOAD.MIME)
                .from(UPLOAD)
                .where(READY, UPLOAD.SHA256.notIn(except))
                .orderBy(UPLOAD.QUEUED_AT, UPLOAD.SHA256)
                .limit(limit)
                .fetch(row -> new Waiting(row.value1(), row.value2(), row.value3()));
    }

    /** How many bytes all these pictures have together. */
    public long readyBytes(Tx tx, Collection<String> except) {
        return tx.dsl()
                .select(coalesce(sum(UPLOAD.SIZE), inline(BigDecimal.ZERO)))
                .from(UPLOAD)
                .where(READY, UPLOAD.SHA256.notIn(except))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /**
     * A picture that the server holds.
     *
     * @param covered a backup of the server holds every record that names it
     */
    public record Held(String sha256, long size, boolean covered) {}

    /**
     * Pictures sent from here that the server said to hold and whose records it has applied, without those that drafts use.
     *
     * @param inBackup ops that are also in a backup of the server
     */
    public List<Held> held(Tx tx, Condition inBackup, Collection<String> drafted) {
        Condition uses = OUTBOX.SHA256.eq(UPLOAD.SHA256);
        Condition notInBackup = OUTBOX.OP_SEQ.isNull().or(not(inBackup));
        return tx.dsl()
                .select(
                        UPLOAD.SHA256,
                        UPLOAD.SIZE,
                        field(notExists(selectOne().from(OUTBOX).where(uses, notInBackup))))
                .from(UPLOAD)
                .where(
                        UPLOAD.STATE.eq(State.STORED.column()),
                        UPLOAD.SHA256.notIn(drafted),
                        exists(selectOne().from(OUTBOX).where(uses)),
                        notExists(selectOne().from(OUTBOX).where(uses, OUTBOX.STATE.ne(OpState.APPLIED.column()))))
                .orderBy(UPLOAD.SHA256)
                .fetch(row -> new Held(row.value1(), row.value2(), row.value3()));
    }

    /** The server said, asked after completion, that it holds them. */
    public void stored(Tx tx, Collection<String> sha256) {
        tx.dsl()
                .update(UPLOAD)
                .set(UPLOAD.STATE, State.STORED.column())
                .set(UPLOAD.STORED_AT, marks.contactTime(tx))
                .where(UPLOAD.SHA256.in(sha256))
                .execute();
    }

    /** Pictures that the server confirmed, by hash, behind {@code after}. */
    public List<String> storedAfter(Tx tx, String after, int limit) {
        return tx.dsl()
                .select(UPLOAD.SHA256)
                .from(UPLOAD)
                .where(UPLOAD.STATE.eq(State.STORED.column()), UPLOAD.SHA256.gt(after))
                .orderBy(UPLOAD.SHA256)
                .limit(limit)
                .fetch(UPLOAD.SHA256);
    }

    /** The server said that it does not hold them any more. */
    public void waitAgain(Tx tx, Collection<String> sha256) {
        tx.dsl()
                .update(UPLOAD)
                .set(UPLOAD.STATE, State.WAITING.column())
                .where(UPLOAD.SHA256.in(sha256))
                .execute();
    }

    /** No op here names it any more. */
    void forget(Tx tx, String sha256) {
        tx.dsl().deleteFrom(UPLOAD).where(UPLOAD.SHA256.eq(sha256)).execute();
    }

    /** The server lost data: ask again about every picture. */
    void doubtAll(Tx tx) {
        tx.dsl().update(UPLOAD).set(UPLOAD.STATE, State.WAITING.column()).execute();
    }
}
