package xundang.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.AssetChangeHandler;
import xundang.desktop.asset.AssetRecords;
import xundang.desktop.asset.AssetService;
import xundang.desktop.asset.TagResolution;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.inspection.InspectionParts;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.asset.AssetId;
import xundang.model.json.ModelJson;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.RecordType;
import xundang.model.tag.TagText;
import xundang.model.template.TemplateCatalog;

/** From a scanned text to the dossier at 10,000 assets in the encrypted store, warm: its data alone, and drawn to the last pixel. */
final class ScanBench implements Bench {
    private static final int ASSETS = 10_000;
    private static final int PAGE = 1_000;
    private static final double GOAL_MS = 500;
    private static final String LEDGER = "SH01";

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        try (DataKey key = DataKey.fresh(new SecureRandom())) {
            if (!(H2LocalDatabase.open(data, key, Clock.systemUTC())
                    instanceof H2LocalDatabase.Opening.Opened opened)) {
                throw new IllegalStateException("a fresh ledger does not open");
            }
            try (H2LocalDatabase database = opened.database()) {
                return measure(database);
            }
        }
    }

    private static List<Row> measure(H2LocalDatabase database) throws Exception {
        SyncStores stores = SyncStores.over(database);
        AssetStore assets = new AssetStore();
        InspectionParts inspections = InspectionParts.over(
                database, new AssetRecords(assets, stores.records()), stores.outbox(), TemplateCatalog.bundled());
        stores.records().register(new AssetChangeHandler(assets));
        database.recover();
        AssetService ledger = new AssetService(
                database,
                assets,
                stores.records(),
                inspections.history(stores.subjects()),
                stores.subjects(),
                (tx, asset) -> List.of(),
                LEDGER);
        long begin = System.nanoTime();
        for (int from = 0; from < ASSETS; from += PAGE) {
            ChangePage page = page(from);
            database.inTransaction(tx -> {
                stores.feed().take(tx, page);
                return page;
            });
        }
        double fill = (System.nanoTime() - begin) / 1e9;
        Percentiles scan = Percentiles.of(50, 500, i -> {
            if (ledger.dossier(scanned(ledger, i)).isEmpty()) {
                throw new IllegalStateException("an object without a dossier");
            }
        });
        Percentiles drawn;
        try (DrawnDossier window = new DrawnDossier(ledger)) {
            drawn = Percentiles.of(50, 200, i -> window.show(scanned(ledger, i)));
        }
        return List.of(
                Row.of("scan to dossier data at 10,000 assets, warm, median", scan.median(), "ms"),
                Row.of("scan to dossier data at 10,000 assets, warm, p99", scan.p99(), "ms"),
                Row.of("scan to dossier drawn at 10,000 assets, warm, median", drawn.median(), "ms"),
                Row.atMost("scan to dossier drawn at 10,000 assets, warm, p99", drawn.p99(), "ms", GOAL_MS),
                Row.of("first fill of 10,000 assets into the encrypted store", ASSETS / fill, "assets/s"));
    }

    private static AssetId scanned(AssetService ledger, int i) {
        String tag = new TagText(LEDGER, number(i * 7919 % ASSETS)).text();
        if (ledger.resolve(tag) instanceof TagResolution.Found found) {
            return found.id();
        }
        throw new IllegalStateException("a known tag was not found");
    }

    private static ChangePage page(int from) {
        List<Change> changes = new ArrayList<>();
        for (int i = from; i < from + PAGE; i++) {
            Map<String, Object> fields = Map.of(
                    "asset_no",
                    number(i),
                    "category",
                    "ups_host",
                    "name",
                    "示例主机 " + i,
                    "brand",
                    "示例",
                    "model",
                    "M" + i % 40,
                    "site",
                    "示例机房 " + i % 100,
                    "state",
                    "in_service",
                    "sample",
                    true);
            Map<String, JsonNode> json = ModelJson.mapper().convertValue(fields, new TypeReference<>() {});
            changes.add(
                    new Change(i + 1L, Change.ChangeOp.PUT, RecordType.ASSET, new UUID(0x7000L, i), "*", i + 1L, json));
        }
        return new ChangePage(changes, new FeedCursor("c" + from), true, ASSETS);
    }

    private static String number(int i) {
        return "UPS-%06d".formatted(i);
    }
}
