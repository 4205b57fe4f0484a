package xundang.desktop.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.AssetChangeHandler;
import xundang.desktop.asset.AssetEditService;
import xundang.desktop.asset.AssetEditing;
import xundang.desktop.asset.AssetRecords;
import xundang.desktop.asset.AssetService;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.round.RoundParts;
import xundang.desktop.round.Rounds;
import xundang.desktop.session.Session;
import xundang.desktop.sync.SyncDeskService;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.id.IdSource;
import xundang.model.id.Uuid7Source;
import xundang.model.inspection.InspectionId;
import xundang.model.json.ModelJson;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.RecordType;
import xundang.model.template.TemplateCatalog;

/** A laptop's ledger and inspections on a real encrypted database, with a feed that the test writes. */
public final class TestLaptop implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final UserId WANG = new UserId(new UUID(0x0190_0000_0000_7000L, 1));
    public static final UserId LI = new UserId(new UUID(0x0190_0000_0000_7000L, 2));
    public static final UUID SITE = new UUID(0x0190_0000_0000_7000L, 9);

    final DataFolder folder;
    public final TestKeeper keeper = new TestKeeper();
    public final TestClock clock = new TestClock(Instant.parse("2026-08-03T06:05:00Z"));
    public H2LocalDatabase database;
    public SyncStores sync;
    public InspectionParts parts;
    public AssetService ledger;
    public SyncDeskService desk;
    public AssetEditing editing;
    public Inspections inspections;
    public SubmittedInspections submitted;
    public Rounds rounds;
    /** How far the laptop's clock is ahead of the server's, as last measured. */
    public long offsetMs = -250;

    private final IdSource ids =
            new Uuid7Source(clock, RandomGeneratorFactory.of("L64X128MixRandom").create(7));
    private TemplateCatalog templates;
    private UserId person = WANG;
    private Role role = Role.INSPECTOR;
    private long fed;

    public TestLaptop(Path root) throws IOException {
        this(root, TemplateCatalog.bundled());
    }

    TestLaptop(Path root, TemplateCatalog templates) throws IOException {
        this.templates = templates;
        folder = new DataFolder(root);
        folder.prepare();
        open();
        feed(RecordType.SITE, SITE, Map.of("code", "YP", "name", "杨浦机房", "photo_policy", "required"));
    }

    /** This person's drafts, newest first. */
    public List<InspectionId> drafts() {
        return database.read(tx -> parts.facts().drafts(tx, offsetMs)).stream()
                .filter(draft -> draft.inspector().equals(person))
                .map(InspectionFacts.OpenDraft::id)
                .toList();
    }

    private void open() {
        byte[] key = new byte[DataKey.LENGTH];
        Arrays.fill(key, (byte) 5);
        var opening = H2LocalDatabase.open(folder, new DataKey(key, new SecureRandom()), clock);
        database = ((H2LocalDatabase.Opening.Opened) opening).database();
        sync = SyncStores.over(database);
        AssetStore assets = new AssetStore();
        AssetRecords assetRecords = new AssetRecords(assets, sync.records());
        parts = InspectionParts.over(database, assetRecords, sync.outbox(), templates);
        AssetEditService.register(database, sync.outbox());
        sync.records().register(new AssetChangeHandler(assets));
        sync.records().register(parts.inspectionChanges());
        sync.records().register(parts.addendumChanges());
        sync.records().register(parts.photoChanges());
        Session session = new Session(
                person,
                "wang",
                person.equals(WANG) ? "示例员甲" : "示例员乙",
                role,
                new DeviceId(new UUID(0x0190_0000_0000_7000L, 3)),
                "SH01",
                "演示台账",
                "http://127.0.0.1:8085");
        RoundParts roundParts = RoundParts.over(
                new RoundParts.Ground(database, sync.records(), sync.outbox(), tx -> offsetMs),
                assetRecords,
                parts,
                session,
                clock);
        roundParts.listeners().forEach(sync.records()::register);
        database.recover();
        desk = new SyncDeskService(
                database, sync, parts.submittedPhotos(), new SyncDeskService.Person(person, role), clock, ids);
        ledger = new AssetService(
                database,
                assets,
                sync.records(),
                roundParts.history(parts.history(sync.subjects(), person)),
                sync.subjects(),
                desk,
                "SH01");
        editing = new AssetEditService(database, sync.records(), session, tx -> -250, clock, ids);
        submitted = SubmittedService.of(
                new SubmittedService.Place(database, parts, session, clock, ids),
                sync.records(),
                sync.subjects(),
                tx -> offsetMs);
        inspections = new InspectionService(database, parts, keeper, session, tx -> offsetMs, clock, ids);
        rounds = roundParts.service(clock, ids);
    }

    /** Closes and opens again for somebody in another role. */
    public void reopenAs(Role other) {
        role = other;
        reopen();
    }

    /** Closes and opens again with the templates of another version of the program. */
    void reopenWith(TemplateCatalog others) {
        templates = others;
        reopen();
    }

    public void reopen() {
        database.close();
        open();
    }

    public void reopenAs(UserId other) {
        person = other;
        reopen();
    }

    /** Closes, throws the database file away and opens again: only the journal is left. The server's records come again. */
    public void loseDatabase() throws IOException {
        database.close();
        Files.delete(folder.records());
        open();
    }

    /** A record as the server sends it. */
    public void feed(RecordType type, UUID id, Map<String, ?> fields) {
        Map<String, JsonNode> json = ModelJson.mapper().convertValue(fields, new TypeReference<>() {});
        take(new Change(++fed, Change.ChangeOp.PUT, type, id, SITE.toString(), fed, json));
    }

    /** The server says that a record left this laptop's scope. */
    public void feedRemoval(RecordType type, UUID id) {
        take(new Change(++fed, Change.ChangeOp.REMOVE, type, id, SITE.toString(), fed, null));
    }

    private void take(Change change) {
        ChangePage page = new ChangePage(List.of(change), new FeedCursor("c" + fed), true, fed);
        database.inTransaction(tx -> {
            sync.feed().take(tx, page);
            return page;
        });
    }

    /** One of the GE SG300P hosts of 杨浦机房, with further fields as given ({@code name, value, name, value, …}). */
    public AssetId host(int number, Object... more) {
        AssetId id = new AssetId(new UUID(0x0190_0000_0001_7000L, number));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("asset_no", "UPS-%06d".formatted(number));
        fields.put("category", "ups_host");
        fields.put("name", "GE SG300P 300KVA");
        fields.put("brand", "GE");
        fields.put("model", "SG300P");
        fields.put("site_id", SITE.toString());
        fields.put("site", "杨浦机房");
        fields.put("purchase_date", "2010-10");
        fields.put("attr.rated_kva", 300);
        fields.put("state", "in_service");
        fields.put("source", "002:7375");
        List<Object> pairs = new ArrayList<>(List.of(more));
        while (!pairs.isEmpty()) {
            fields.put((String) pairs.removeFirst(), pairs.removeFirst());
        }
        feed(RecordType.ASSET, id.value(), fields);
        return id;
    }

    @Override
    public void close() {
        database.close();
    }

    /** A clock that the test sets. */
    public static final class TestClock extends Clock {
        private Instant now;

        TestClock(Instant now) {
            this.now = now;
        }

        public void set(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
