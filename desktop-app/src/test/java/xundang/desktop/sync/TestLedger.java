package xundang.desktop.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.platform.crypto.Argon2id;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.crypto.PasswordStretch;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.testing.KeptPhotos;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** A laptop's ledger on a real encrypted database, with a feature that only queues ops. */
final class TestLedger implements AutoCloseable {
    static final UserId ZHANG = new UserId(new UUID(0x0190_0000_0000_7000L, 1));
    static final UserId LI = new UserId(new UUID(0x0190_0000_0000_7000L, 2));
    static final DeviceId DEVICE = new DeviceId(new UUID(0x0190_0000_0000_7000L, 3));
    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    static final String SITE = new UUID(0x0190_0000_0000_7000L, 4).toString();

    private static final String QUEUE = "test.queue";

    final DataFolder folder;
    final KeptPhotos photos = new KeptPhotos();
    final List<String> heard = new ArrayList<>();
    final TestDrafts drafts = new TestDrafts();
    H2LocalDatabase database;
    SyncStores stores;
    UserId user = ZHANG;
    DeviceId device = DEVICE;
    /** First half of the op ids made here; two laptops must not share it. */
    long opIds = 0x0190_0000_0001_7000L;

    private long made;

    TestLedger(Path root) throws IOException {
        folder = new DataFolder(root);
        folder.prepare();
        open();
    }

    private void open() {
        byte[] key = new byte[DataKey.LENGTH];
        Arrays.fill(key, (byte) 7);
        var opening = H2LocalDatabase.open(folder, new DataKey(key, new SecureRandom()), Clock.systemUTC());
        database = ((H2LocalDatabase.Opening.Opened) opening).database();
        stores = SyncStores.over(database);
        for (RecordType type : List.of(RecordType.ASSET, RecordType.INSPECTION, RecordType.PHOTO)) {
            stores.records().register(listener(type));
        }
        database.register(
                QUEUE,
                (tx, change) -> stores.outbox()
                        .append(
                                tx,
                                ModelJson.mapper()
                                        .convertValue(change.body(), new TypeReference<List<OutboxOp>>() {})));
        drafts.ids.clear();
        drafts.changes.clear();
        stores.ownWork().register(drafts);
        database.register(TestDrafts.BEGIN, drafts::apply);
        database.recover();
    }

    /** Cheap on purpose: these tests are about what is in a package. */
    UnsentWorkService unsentWork() {
        return unsentWork(new DirectBackgroundTasks());
    }

    UnsentWorkService unsentWork(BackgroundTasks tasks) {
        return new UnsentWorkService(
                new SyncParts(new ScriptedServer(), database, stores, photos, identity()),
                tasks,
                "SH01",
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> id(999),
                new PackageFile(new Argon2id(), new PasswordStretch.Cost(64, 1, 1), new SecureRandom()));
    }

    private RecordListener listener(RecordType type) {
        return new RecordListener() {
            @Override
            public RecordType type() {
                return type;
            }

            @Override
            public void changed(Tx tx, UUID id, String scope, Map<String, JsonNode> fields) {
                heard.add(type + " " + id.getLeastSignificantBits() + (fields == null ? " gone" : " " + texts(fields)));
            }
        };
    }

    /** Closes, throws the database file away and opens again: only the journal is left. */
    void loseDatabase() throws IOException {
        database.close();
        Files.delete(folder.records());
        open();
    }

    void reopen() {
        database.close();
        open();
    }

    SyncEngine engine(SyncApi server) {
        return new SyncEngine(
                server,
                new StoreSteps(database, new DirectBackgroundTasks()),
                stores,
                photos,
                identity(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    SyncIdentity identity() {
        return new SyncIdentity(device, user, "0.1.0", 1);
    }

    void queue(OutboxOp... ops) {
        database.commit(
                new LocalChange(QUEUE, ops[0].subject(), ModelJson.mapper().valueToTree(List.of(ops))));
    }

    OutboxOp op(String kind, long record, Map<String, FieldChange> set) {
        String type = kind.substring(0, kind.indexOf('.'));
        return new OutboxOp(
                new UUID(opIds, ++made),
                null,
                new OpKind(kind),
                1,
                key(type, record),
                kind.endsWith(".patch") ? null : SITE,
                0,
                set,
                OffsetDateTime.ofInstant(NOW, ZoneOffset.ofHours(8)),
                0,
                id(record),
                user);
    }

    static OutboxOp grouped(OutboxOp op, long group, long subject) {
        return new OutboxOp(
                op.opId(),
                id(group),
                op.kind(),
                op.v(),
                op.key(),
                op.scope(),
                op.baseRev(),
                op.set(),
                op.at(),
                op.clockOffsetMs(),
                id(subject),
                op.userId());
    }

    OutboxOp photo(long record, byte[] bytes) {
        String sha256 = photos.add(bytes);
        Map<String, FieldChange> set = new LinkedHashMap<>(set("sha256", null, sha256));
        set.put("size", new FieldChange(null, JsonNodeFactory.instance.numberNode((long) bytes.length)));
        set.putAll(set("mime", null, "image/jpeg"));
        return op("photo.attach", record, set);
    }

    static UUID id(long number) {
        return new UUID(0x0190_0000_0002_7000L, number);
    }

    static RecordKey key(String type, long record) {
        return new RecordKey(new RecordType(type), id(record));
    }

    static Map<String, FieldChange> set(String field, String from, String to) {
        return Map.of(field, new FieldChange(node(from), node(to)));
    }

    static JsonNode node(String text) {
        return text == null ? null : JsonNodeFactory.instance.stringNode(text);
    }

    static Map<String, String> texts(Map<String, JsonNode> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> texts.put(name, value.asString()));
        return texts;
    }

    <T> T read(Function<Tx, T> work) {
        return database.read(work);
    }

    Optional<Map<String, String>> seen(String type, long record) {
        return read(tx -> stores.records().fields(tx, key(type, record)).map(TestLedger::texts));
    }

    RecordSyncState stateOf(long subject) {
        return read(tx -> stores.subjects().stateOf(tx, id(subject)));
    }

    @Override
    public void close() {
        database.close();
    }

    /** A feature with drafts in memory, rebuilt from the journal like any feature's rows. */
    static final class TestDrafts implements OwnWork {
        static final String BEGIN = "test.draft";

        final Map<UUID, LocalChange> changes = new LinkedHashMap<>();
        final Set<UUID> ids = new TreeSet<>();

        /** What a draft is about, and its one picture. */
        record Begun(RecordKey about, UserId person, Picture picture) {}

        void begin(TestLedger ledger, long id, RecordKey about, byte[] picture) {
            String sha256 = ledger.photos.add(picture);
            Begun begun = new Begun(about, ledger.user, new Picture(sha256, picture.length, "image/jpeg"));
            ledger.database.commit(
                    new LocalChange(BEGIN, id(id), ModelJson.mapper().valueToTree(begun)));
        }

        void apply(Tx tx, LocalChange change) {
            changes.put(change.subject(), change);
            ids.add(change.subject());
        }

        @Override
        public List<Draft> drafts(Tx tx) {
            return changes.values().stream()
                    .map(change -> {
                        Begun begun = ModelJson.mapper().treeToValue(change.body(), Begun.class);
                        return new Draft(
                                change.subject(),
                                begun.about(),
                                begun.person(),
                                List.of(change),
                                List.of(begun.picture()));
                    })
                    .toList();
        }

        @Override
        public boolean knows(Tx tx, UUID id) {
            return ids.contains(id);
        }

        @Override
        public void forget(Tx tx, UUID id) {
            changes.remove(id);
            ids.remove(id);
        }
    }
}
