package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.PICTURE_PURGE;
import static xundang.desktop.platform.db.generated.Tables.REC_BASE;
import static xundang.desktop.platform.db.generated.Tables.SCOPE_HELD;
import static xundang.desktop.platform.db.generated.Tables.SCOPE_LOST;
import static xundang.desktop.platform.db.generated.Tables.UPLOAD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.desktop.platform.db.generated.tables.records.RecBaseRecord;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/**
 * The sites that this laptop may hold, and the leaving of those that it may hold no longer: what came from the server goes at once, work
 * that exists here alone only after a package holds it.
 */
public final class ScopeStore {
    private final RecordStore records;
    private final FeedStore feed;
    private final UnsentStore unsent;
    private final OwnWorkRows ownWork;
    private final SyncMarks marks;

    ScopeStore(RecordStore records, FeedStore feed, UnsentStore unsent, OwnWorkRows ownWork, SyncMarks marks) {
        this.records = records;
        this.feed = feed;
        this.unsent = unsent;
        this.ownWork = ownWork;
        this.marks = marks;
    }

    /** Keeps what the handshake said and notes what is lost. True if it is another set than before. */
    public boolean remember(Tx tx, Collection<String> scopes, Instant at) {
        Set<String> now = new TreeSet<>(scopes);
        Set<String> before =
                new TreeSet<>(tx.dsl().select(SCOPE_HELD.SCOPE).from(SCOPE_HELD).fetch(SCOPE_HELD.SCOPE));
        if (before.equals(now)) {
            return false;
        }
        tx.dsl().deleteFrom(SCOPE_HELD).execute();
        now.forEach(scope ->
                tx.dsl().insertInto(SCOPE_HELD, SCOPE_HELD.SCOPE).values(scope).execute());
        tx.dsl().deleteFrom(SCOPE_LOST).where(SCOPE_LOST.SCOPE.in(now)).execute();
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(now);
        gone.forEach(scope -> lose(tx, scope, at));
        if (!gone.isEmpty()) {
            feed.startOver(tx);
        }
        return !before.isEmpty();
    }

    private static void lose(Tx tx, String scope, Instant at) {
        tx.dsl()
                .insertInto(SCOPE_LOST, SCOPE_LOST.SCOPE, SCOPE_LOST.LOST_AT)
                .values(scope, at.atOffset(ZoneOffset.UTC))
                .onDuplicateKeyIgnore()
                .execute();
        // A patch knows its site by its record only, and the record is about to go.
        tx.dsl()
                .update(OUTBOX)
                .set(OUTBOX.SCOPE, scope)
                .where(
                        OUTBOX.SCOPE.isNull(),
                        exists(selectOne()
                                .from(REC_BASE)
                                .where(
                                        REC_BASE.REC_TYPE.eq(OUTBOX.REC_TYPE),
                                        REC_BASE.REC_ID.eq(OUTBOX.REC_ID),
                                        REC_BASE.SCOPE.eq(scope))))
                .execute();
    }

    /** Lost sites of which something is left here. */
    public List<String> lost(Tx tx) {
        return tx.dsl()
                .select(SCOPE_LOST.SCOPE)
                .from(SCOPE_LOST)
                .orderBy(SCOPE_LOST.SCOPE)
                .fetch(SCOPE_LOST.SCOPE);
    }

    /** Drops everything of a lost site but work that is here alone, what that work is about, and answered ops that no backup covers. */
    public void purge(Tx tx, String scope) {
        archive(tx, scope);
        Set<RecordKey> spared = ownWork.about(tx);
        List<RecBaseRecord> rows = tx.dsl()
                .selectFrom(REC_BASE)
                .where(
                        REC_BASE.SCOPE.eq(scope),
                        notExists(selectOne()
                                .from(OUTBOX)
                                .where(
                                        OUTBOX.REC_TYPE.eq(REC_BASE.REC_TYPE),
                                        OUTBOX.REC_ID.eq(REC_BASE.REC_ID),
                                        OUTBOX.STATE.in(UnsentStore.ONLY_HERE))))
                .fetch();
        for (RecBaseRecord row : rows) {
            RecordKey key = new RecordKey(new RecordType(row.getRecType()), row.getRecId());
            if (!spared.contains(key)) {
                picture(tx, key, Json.fields(row.getFields()));
                feed.drop(tx, row);
                ownWork.forget(tx, row.getRecId());
            }
        }
        boolean left = tx.dsl().fetchExists(REC_BASE, REC_BASE.SCOPE.eq(scope))
                || tx.dsl().fetchExists(OUTBOX, OUTBOX.SCOPE.eq(scope));
        if (!left) {
            tx.dsl().deleteFrom(SCOPE_LOST).where(SCOPE_LOST.SCOPE.eq(scope)).execute();
        }
    }

    /** Answered ops stop showing at once; they are kept, unseen, as long as a restored server might need them. */
    private void archive(Tx tx, String scope) {
        Condition answered = OUTBOX.SCOPE.eq(scope).and(OUTBOX.STATE.notIn(UnsentStore.ONLY_HERE));
        for (OutboxRecord row : tx.dsl()
                .selectFrom(OUTBOX)
                .where(answered, OUTBOX.AWAIT_REV.isNotNull())
                .fetch()) {
            RecordKey key = OutboxRows.key(row);
            RecordStore.Visible before = records.visible(tx, key);
            tx.dsl()
                    .update(OUTBOX)
                    .setNull(OUTBOX.AWAIT_REV)
                    .where(OUTBOX.LOCAL_ID.eq(row.getLocalId()))
                    .execute();
            records.replay(tx, key, before);
            if (records.visible(tx, key).fields() == null) {
                ownWork.forget(tx, row.getRecId());
            }
        }
        for (OutboxRecord row :
                tx.dsl().selectFrom(OUTBOX).where(answered, marks.inBackup(tx)).fetch()) {
            unsent.drop(tx, row);
        }
        tx.dsl()
                .selectDistinct(OUTBOX.SHA256)
                .from(OUTBOX)
                .join(UPLOAD)
                .on(UPLOAD.SHA256.eq(OUTBOX.SHA256), UPLOAD.STATE.eq(UploadStore.State.STORED.column()))
                .where(answered)
                .forEach(row -> purgeLater(tx, row.value1()));
    }

    private static void picture(Tx tx, RecordKey key, @Nullable Map<String, JsonNode> fields) {
        JsonNode sha256 = key.type().equals(RecordType.PHOTO) && fields != null ? fields.get("sha256") : null;
        if (sha256 != null && sha256.isString() && sha256.stringValue().length() == 64) {
            purgeLater(tx, sha256.stringValue());
        }
    }

    static void purgeLater(Tx tx, String sha256) {
        tx.dsl()
                .insertInto(PICTURE_PURGE, PICTURE_PURGE.SHA256)
                .values(sha256)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** Pictures whose bytes must go now; those that something else here still names, or that wait to be sent, are left. */
    public List<String> picturesToPurge(Tx tx) {
        if (!tx.dsl().fetchExists(PICTURE_PURGE)) {
            return List.of();
        }
        Set<String> needed = new TreeSet<>(unsent.pictures(tx));
        needed.addAll(unsent.drafted(tx));
        tx.dsl()
                .select(REC_BASE.FIELDS)
                .from(REC_BASE)
                .where(REC_BASE.REC_TYPE.eq(RecordType.PHOTO.name()))
                .forEach(row -> {
                    Map<String, JsonNode> fields = Json.fields(row.value1());
                    JsonNode sha256 = fields == null ? null : fields.get("sha256");
                    if (sha256 != null) {
                        needed.add(sha256.asString());
                    }
                });
        return tx
                .dsl()
                .select(PICTURE_PURGE.SHA256)
                .from(PICTURE_PURGE)
                .orderBy(PICTURE_PURGE.SHA256)
                .fetch(PICTURE_PURGE.SHA256)
                .stream()
                .filter(sha256 -> !needed.contains(sha256))
                .toList();
    }

    /** The bytes are gone. */
    public void purged(Tx tx, String sha256) {
        tx.dsl()
                .deleteFrom(PICTURE_PURGE)
                .where(PICTURE_PURGE.SHA256.eq(sha256))
                .execute();
    }

    /** True if something of a lost site is left that is here alone. */
    public boolean keepsLostWork(Tx tx) {
        return tx.dsl()
                .fetchExists(select(OUTBOX.LOCAL_ID)
                        .from(OUTBOX)
                        .where(
                                OUTBOX.STATE.in(UnsentStore.ONLY_HERE),
                                OUTBOX.SCOPE.in(select(SCOPE_LOST.SCOPE).from(SCOPE_LOST))));
    }
}
