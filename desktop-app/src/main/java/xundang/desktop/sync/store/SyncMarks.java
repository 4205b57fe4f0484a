package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.falseCondition;
import static xundang.desktop.platform.db.generated.Tables.META;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.ClockOffset;
import xundang.model.account.UserId;
import xundang.model.sync.FeedCursor;

/** Where sync stands: single values in {@code meta}, all of whose names begin with {@code sync.}. */
public final class SyncMarks implements ClockOffset {
    private static final String CURSOR = "sync.cursor";
    private static final String SNAPSHOT_AFTER = "sync.snapshot_after";
    private static final String SNAPSHOT_FETCHED = "sync.snapshot_fetched";
    private static final String EPOCH = "sync.epoch.";
    private static final String BACKED_UP = "sync.backed_up_op_seq.";
    private static final String THINNED = "sync.thinned_op_seq.";
    private static final String GENERATION = "sync.generation";
    private static final String NEXT_OP_SEQ = "sync.next_op_seq.";
    private static final String NONCE = "sync.session_nonce.";
    private static final String CLOCK_OFFSET = "sync.clock_offset_ms";
    private static final String LAST_CONTACT = "sync.last_contact";
    private static final String SWITCHED_OFF = "sync.switched_off";
    private static final String RECORDS_ONLY = "sync.records_only";

    /** Whether a person switched the use of the network off; stays so over a restart, for rooms where no network is allowed. */
    public boolean switchedOff(Tx tx) {
        return get(tx, SWITCHED_OFF).isPresent();
    }

    /** Keeps the person's switch. */
    public void switchedOff(Tx tx, boolean off) {
        flag(tx, SWITCHED_OFF, off);
    }

    /** Whether a person said that pictures must wait (仅传记录); stays so over a restart. */
    public boolean recordsOnly(Tx tx) {
        return get(tx, RECORDS_ONLY).isPresent();
    }

    /** Keeps the person's word about pictures. */
    public void recordsOnly(Tx tx, boolean only) {
        flag(tx, RECORDS_ONLY, only);
    }

    private static void flag(Tx tx, String name, boolean set) {
        if (set) {
            put(tx, name, "true");
        } else {
            remove(tx, name);
        }
    }

    /** Position in the feed; empty before the first page. */
    public Optional<FeedCursor> cursor(Tx tx) {
        return get(tx, CURSOR).map(FeedCursor::new);
    }

    void cursor(Tx tx, FeedCursor cursor) {
        put(tx, CURSOR, cursor.token());
    }

    void noCursor(Tx tx) {
        remove(tx, CURSOR);
    }

    /** Where a snapshot that has begun goes on; empty before its first page and when none is under way. */
    public Optional<String> snapshotAfter(Tx tx) {
        return get(tx, SNAPSHOT_AFTER);
    }

    void snapshotAfter(Tx tx, String after) {
        put(tx, SNAPSHOT_AFTER, after);
    }

    /** How many records the snapshot under way has brought. */
    public long snapshotFetched(Tx tx) {
        return get(tx, SNAPSHOT_FETCHED).map(Long::parseLong).orElse(0L);
    }

    void snapshotFetched(Tx tx, long records) {
        put(tx, SNAPSHOT_FETCHED, Long.toString(records));
    }

    void noSnapshot(Tx tx) {
        remove(tx, SNAPSHOT_AFTER);
        remove(tx, SNAPSHOT_FETCHED);
    }

    /** The server's history as this person's enrolment last saw it; empty before the first handshake. */
    public Optional<UUID> epoch(Tx tx, UserId user) {
        return get(tx, EPOCH + user).map(UUID::fromString);
    }

    /** The person's ops up to this number are also in a backup of the server; 0 when none is. */
    public long backedUpOpSeq(Tx tx, UserId user) {
        return get(tx, BACKED_UP + user).map(Long::parseLong).orElse(0L);
    }

    /** Ops, of whomever, that are also in a backup of the server. */
    public Condition inBackup(Tx tx) {
        return tx.dsl().selectFrom(META).where(META.NAME.startsWith(BACKED_UP)).fetch().stream()
                .map(mark -> OUTBOX.USER_ID
                        .eq(UUID.fromString(mark.getName().substring(BACKED_UP.length())))
                        .and(OUTBOX.OP_SEQ.le(Long.valueOf(mark.getVal()))))
                .reduce(falseCondition(), Condition::or);
    }

    /** What the handshake said; only its last word about its own history counts. */
    public void server(Tx tx, UserId user, UUID epoch, long backedUpOpSeq) {
        put(tx, EPOCH + user, epoch.toString());
        put(tx, BACKED_UP + user, Long.toString(backedUpOpSeq));
    }

    /** Highest number of an answered op of the person's that was taken out of the archive; 0 when none was. */
    long thinned(Tx tx, UserId user) {
        return get(tx, THINNED + user).map(Long::parseLong).orElse(0L);
    }

    void thinned(Tx tx, UserId user, long opSeq) {
        put(tx, THINNED + user, Long.toString(Math.max(opSeq, thinned(tx, user))));
    }

    int generation(Tx tx) {
        return get(tx, GENERATION).map(Integer::parseInt).orElse(0);
    }

    void nextGeneration(Tx tx) {
        put(tx, GENERATION, Integer.toString(generation(tx) + 1));
    }

    /** The number that the person's next frozen op gets; from 1. Each person's enrolment is a device of its own to the server. */
    public long nextOpSeq(Tx tx, UserId user) {
        return get(tx, NEXT_OP_SEQ + user).map(Long::parseLong).orElse(1L);
    }

    void nextOpSeq(Tx tx, UserId user, long next) {
        put(tx, NEXT_OP_SEQ + user, Long.toString(next));
    }

    /** What the server's last handshake with this person's enrolment gave; empty text before the first. */
    public String sessionNonce(Tx tx, UserId user) {
        return get(tx, NONCE + user).orElse("");
    }

    public void sessionNonce(Tx tx, UserId user, String nonce) {
        put(tx, NONCE + user, nonce);
    }

    /** When the server last gave a complete answer, by this laptop's clock. */
    public Optional<Instant> lastContact(Tx tx) {
        return get(tx, LAST_CONTACT).map(Instant::parse);
    }

    /** When the present contact began, for answers that come in it; null before the first. */
    @Nullable
    OffsetDateTime contactTime(Tx tx) {
        return lastContact(tx).map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** Device clock minus server clock in milliseconds; empty when never measured. */
    @Override
    public Optional<Long> clockOffset(Tx tx) {
        return get(tx, CLOCK_OFFSET).map(Long::parseLong);
    }

    @Override
    public long millis(Tx tx) {
        return clockOffset(tx).orElse(0L);
    }

    /** The server answered. */
    public void contact(Tx tx, Instant at, long clockOffsetMs) {
        put(tx, LAST_CONTACT, at.toString());
        put(tx, CLOCK_OFFSET, Long.toString(clockOffsetMs));
    }

    private static Optional<String> get(Tx tx, String name) {
        return tx.dsl().select(META.VAL).from(META).where(META.NAME.eq(name)).fetchOptional(META.VAL);
    }

    private static void remove(Tx tx, String name) {
        tx.dsl().deleteFrom(META).where(META.NAME.eq(name)).execute();
    }

    private static void put(Tx tx, String name, String value) {
        tx.dsl()
                .insertInto(META, META.NAME, META.VAL)
                .values(name, value)
                .onDuplicateKeyUpdate()
                .set(META.VAL, value)
                .execute();
    }
}
