package xundang.desktop.sync.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static xundang.desktop.platform.db.generated.Tables.DISCARDED;
import static xundang.desktop.platform.db.generated.Tables.EXPORTED;
import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.UPLOAD;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.OutboxRecord;
import xundang.desktop.sync.OwnWork;
import xundang.desktop.sync.PackedOp;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;

/**
 * Work that exists on this laptop alone: what it is, which of it a sealed package holds, and taking such a package in. All of it is
 * journalled, because it decides what a database that is rebuilt from the journal contains.
 */
public final class UnsentStore {
    /** States of ops whose content no server has: not answered, or refused. A conflicting or held op is kept by the server. */
    static final List<String> ONLY_HERE =
            List.of(OpState.PENDING.column(), OpState.FROZEN.column(), OpState.REJECTED.column());

    private static final Condition PICTURE_WAITS = exists(selectOne()
            .from(UPLOAD)
            .where(UPLOAD.SHA256.eq(OUTBOX.SHA256), UPLOAD.STATE.eq(UploadStore.State.WAITING.column())));

    private static final Condition UNSENT = OUTBOX.STATE.in(ONLY_HERE).or(PICTURE_WAITS);

    private final RecordStore records;
    private final UploadStore uploads;
    private final OwnWorkRows ownWork;
    private final SyncMarks marks;

    UnsentStore(RecordStore records, UploadStore uploads, OwnWorkRows ownWork, SyncMarks marks) {
        this.records = records;
        this.uploads = uploads;
        this.ownWork = ownWork;
        this.marks = marks;
    }

    /** Registers what replays the changes of this class; before {@link LocalDatabase#recover}. */
    public void register(LocalDatabase database) {
        database.register(PackageChange.Exported.TYPE, (tx, change) -> exported(tx, change));
        database.register(PackageChange.Imported.TYPE, (tx, change) -> imported(tx, change));
        database.register(PackageChange.Discarded.TYPE, (tx, change) -> discarded(tx, change));
    }

    /** Everything that is here alone, of all people, in the order of the queue. */
    public Work work(Tx tx) {
        List<PackedOp> ops = tx.dsl()
                .selectFrom(OUTBOX)
                .where(UNSENT)
                .orderBy(OUTBOX.LOCAL_ID)
                .fetch(UnsentStore::packed);
        Map<String, OwnWork.Picture> pictures = new LinkedHashMap<>();
        tx.dsl()
                .selectFrom(UPLOAD)
                .where(UPLOAD.STATE.eq(UploadStore.State.WAITING.column()))
                .orderBy(UPLOAD.QUEUED_AT, UPLOAD.SHA256)
                .forEach(row -> pictures.put(
                        row.getSha256(), new OwnWork.Picture(row.getSha256(), row.getSize(), row.getMime())));
        List<OwnWork.Draft> drafts = ownWork.drafts(tx);
        for (OwnWork.Draft draft : drafts) {
            draft.pictures().forEach(picture -> pictures.putIfAbsent(picture.sha256(), picture));
        }
        return new Work(ops, drafts, List.copyOf(pictures.values()));
    }

    /**
     * What is here alone.
     *
     * @param pictures that the server is not known to hold, and those of drafts
     */
    public record Work(List<PackedOp> ops, List<OwnWork.Draft> drafts, List<OwnWork.Picture> pictures) {}

    /** Pictures that drafts use. */
    public Set<String> drafted(Tx tx) {
        Set<String> drafted = new TreeSet<>();
        ownWork.drafts(tx).forEach(draft -> draft.pictures().forEach(picture -> drafted.add(picture.sha256())));
        return drafted;
    }

    /** How many ops no server has. */
    public int ops(Tx tx) {
        return tx.dsl().fetchCount(OUTBOX, OUTBOX.STATE.in(ONLY_HERE));
    }

    /** Pictures that the server is not known to hold. */
    Set<String> pictures(Tx tx) {
        return new TreeSet<>(tx.dsl()
                .select(UPLOAD.SHA256)
                .from(UPLOAD)
                .where(UPLOAD.STATE.eq(UploadStore.State.WAITING.column()))
                .fetch(UPLOAD.SHA256));
    }

    /** True if some of it is in no package, or has changed since. */
    public boolean unexported(Tx tx) {
        Work work = work(tx);
        return work.ops().stream().anyMatch(op -> !isExported(tx, op.op().opId(), hash(op)))
                || work.drafts().stream().anyMatch(draft -> !isExported(tx, draft.id(), hash(draft)));
    }

    private static boolean isExported(Tx tx, UUID item, String sha256) {
        return tx.dsl().fetchExists(EXPORTED, EXPORTED.ITEM.eq(item), EXPORTED.SHA256.eq(sha256));
    }

    /** The changes to commit once a package with this work is durable. */
    public List<LocalChange> exports(Tx tx, Work work, OffsetDateTime at) {
        Map<UUID, Map<UUID, String>> bySubject = new LinkedHashMap<>();
        work.ops()
                .forEach(op -> bySubject
                        .computeIfAbsent(op.subject(), subject -> new LinkedHashMap<>())
                        .put(op.op().opId(), hash(op)));
        work.drafts()
                .forEach(draft -> bySubject
                        .computeIfAbsent(draft.id(), subject -> new LinkedHashMap<>())
                        .put(draft.id(), hash(draft)));
        return bySubject.entrySet().stream()
                .map(entry -> new PackageChange.Exported(entry.getValue(), at).of(entry.getKey()))
                .toList();
    }

    private void exported(Tx tx, LocalChange change) {
        PackageChange.Exported exported = PackageChange.Exported.from(change);
        exported.items()
                .forEach((item, sha256) -> tx.dsl()
                        .insertInto(EXPORTED, EXPORTED.ITEM, EXPORTED.SHA256, EXPORTED.EXPORTED_AT)
                        .values(item, sha256, exported.at())
                        .onDuplicateKeyUpdate()
                        .set(EXPORTED.SHA256, sha256)
                        .set(EXPORTED.EXPORTED_AT, exported.at())
                        .execute());
    }

    /** The changes that take a package's ops in; ops that are here already are left out. */
    public List<LocalChange> imports(Tx tx, List<PackedOp> ops) {
        Map<UUID, List<PackedOp>> bySubject = new LinkedHashMap<>();
        for (PackedOp op : ops) {
            if (!tx.dsl().fetchExists(OUTBOX, OUTBOX.OP_ID.eq(op.op().opId()))) {
                bySubject
                        .computeIfAbsent(op.subject(), subject -> new ArrayList<>())
                        .add(op);
            }
        }
        return bySubject.entrySet().stream()
                .map(entry -> new PackageChange.Imported(entry.getValue()).of(entry.getKey()))
                .toList();
    }

    /** The changes that make a package's drafts again; drafts that are here already, or were submitted since, are left out. */
    public List<LocalChange> draftImports(Tx tx, List<OwnWork.Draft> drafts) {
        return drafts.stream()
                .filter(draft -> !ownWork.knows(tx, draft.id()))
                .flatMap(draft -> draft.changes().stream())
                .toList();
    }

    /** An op that has left in a package never changes again: it comes in frozen, and gets its number before it is sent. */
    private void imported(Tx tx, LocalChange change) {
        Map<RecordKey, RecordStore.Visible> before = new LinkedHashMap<>();
        for (PackedOp packed : PackageChange.Imported.from(change).ops()) {
            Op op = packed.op();
            if (tx.dsl().fetchExists(OUTBOX, OUTBOX.OP_ID.eq(op.opId()))) {
                continue;
            }
            before.computeIfAbsent(op.key(), key -> records.visible(tx, key));
            OutboxRecord row = new OutboxRecord();
            row.setOpId(op.opId());
            row.setOpGroup(op.group());
            row.setRecType(op.recType().name());
            row.setRecId(op.recId());
            row.setSubject(packed.subject());
            row.setUserId(op.userId().value());
            row.setBody(Json.text(op));
            row.setScope(packed.scope());
            row.setState(OpState.FROZEN.column());
            row.setMadeAt(op.at());
            OwnWork.Picture picture = packed.picture();
            if (picture != null) {
                row.setSha256(picture.sha256());
                uploads.queue(
                        tx,
                        new UploadStore.Waiting(picture.sha256(), picture.size(), picture.mime()),
                        packed.subject(),
                        op.at());
            }
            tx.dsl().insertInto(OUTBOX).set(row).execute();
        }
        before.forEach((key, seen) -> records.replay(tx, key, seen));
    }

    /** The changes that drop the work of a lost site which a package holds. */
    public List<LocalChange> discards(Tx tx, String scope) {
        Map<UUID, List<UUID>> bySubject = new LinkedHashMap<>();
        for (OutboxRecord row : tx.dsl()
                .selectFrom(OUTBOX)
                .where(OUTBOX.SCOPE.eq(scope), OUTBOX.STATE.eq(OpState.REJECTED.column()))
                .orderBy(OUTBOX.LOCAL_ID)
                .fetch()) {
            if (isExported(tx, row.getOpId(), hash(packed(row)))) {
                bySubject
                        .computeIfAbsent(row.getSubject(), subject -> new ArrayList<>())
                        .add(row.getOpId());
            }
        }
        for (OwnWork.Draft draft : ownWork.drafts(tx)) {
            boolean lost = records.visible(tx, draft.about()).scope().equals(scope);
            if (lost && isExported(tx, draft.id(), hash(draft))) {
                bySubject.computeIfAbsent(draft.id(), subject -> new ArrayList<>());
            }
        }
        return bySubject.entrySet().stream()
                .map(entry -> new PackageChange.Discarded(entry.getValue()).of(entry.getKey()))
                .toList();
    }

    private void discarded(Tx tx, LocalChange change) {
        for (OwnWork.Draft draft : ownWork.drafts(tx)) {
            if (draft.id().equals(change.subject())) {
                draft.pictures().forEach(picture -> ScopeStore.purgeLater(tx, picture.sha256()));
            }
        }
        List<UUID> ops = PackageChange.Discarded.from(change).ops();
        for (OutboxRecord row :
                tx.dsl().selectFrom(OUTBOX).where(OUTBOX.OP_ID.in(ops)).fetch()) {
            drop(tx, row);
        }
        ownWork.forget(tx, change.subject());
        noteDiscarded(tx, change.subject());
    }

    /** Takes an op out of the archive for good: a package holds it, or a backup of the server does. */
    void drop(Tx tx, OutboxRecord row) {
        RecordKey key = OutboxRows.key(row);
        RecordStore.Visible before = records.visible(tx, key);
        tx.dsl().deleteFrom(OUTBOX).where(OUTBOX.LOCAL_ID.eq(row.getLocalId())).execute();
        Long number = row.getOpSeq();
        if (number != null) {
            marks.thinned(tx, new UserId(row.getUserId()), number);
        }
        String sha256 = row.getSha256();
        if (sha256 != null && !tx.dsl().fetchExists(OUTBOX, OUTBOX.SHA256.eq(sha256))) {
            uploads.forget(tx, sha256);
            ScopeStore.purgeLater(tx, sha256);
        }
        records.replay(tx, key, before);
        if (records.visible(tx, key).fields() == null) {
            ownWork.forget(tx, key.id());
        }
        if (!tx.dsl().fetchExists(OUTBOX, OUTBOX.SUBJECT.eq(row.getSubject()))) {
            noteDiscarded(tx, row.getSubject());
        }
    }

    private static void noteDiscarded(Tx tx, UUID subject) {
        tx.dsl()
                .insertInto(DISCARDED, DISCARDED.SUBJECT)
                .values(subject)
                .onDuplicateKeyIgnore()
                .execute();
    }

    private static PackedOp packed(OutboxRecord row) {
        Op op = Json.op(row.getBody());
        return new PackedOp(op, row.getSubject(), row.getScope(), picture(row, op));
    }

    private static OwnWork.@Nullable Picture picture(OutboxRecord row, Op op) {
        String sha256 = row.getSha256();
        if (sha256 == null) {
            return null;
        }
        var size = op.set().get("size");
        var mime = op.set().get("mime");
        if (size == null || size.to() == null || mime == null || mime.to() == null) {
            throw new IllegalStateException("a photo op without size or type: " + op.opId());
        }
        return new OwnWork.Picture(sha256, size.to().asLong(), mime.to().asString());
    }

    private static String hash(Object content) {
        try {
            byte[] bytes = ModelJson.mapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
