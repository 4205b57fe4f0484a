package xundang.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import xundang.desktop.asset.AssetChangeHandler;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.EncryptedH2;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.tasks.LaptopTasks;
import xundang.desktop.sync.SyncIdentity;
import xundang.desktop.sync.SyncParts;
import xundang.desktop.sync.SyncService;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.id.Uuid7Source;

/**
 * The first sync of a large ledger into the encrypted store, parsing and all, against the bare batch insert of the very same rows into the
 * same tables of the same kind of store, in commits of the same size, each forced to disk.
 */
final class FirstSyncBench implements Bench {
    private static final int ASSETS = Integer.getInteger("bench.assets", 100_000);
    private static final int WARM_UP = Math.clamp(ASSETS, 4_000, 20_000);
    private static final double GOAL = 1.3;
    private static final int TIME_LIMIT_MIN = 20;

    @Override
    public String name() {
        return "first-sync";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        try (DataKey key = DataKey.fresh(new SecureRandom())) {
            LedgerSource few = LedgerSource.of(WARM_UP);
            sync(folder.resolve("warm"), key, few);
            bare(folder.resolve("warm"), folder.resolve("warm-bare.mv.db"), key);
            LedgerSource source = LedgerSource.of(ASSETS);
            double ours = sync(folder.resolve("ours"), key, source);
            double first = bare(folder.resolve("ours"), folder.resolve("bare.mv.db"), key);
            double oursAgain = sync(folder.resolve("again"), key, source);
            double second = bare(folder.resolve("again"), folder.resolve("bare-again.mv.db"), key);
            return List.of(
                    Row.of(
                            "bare batch insert of %,d assets".formatted(ASSETS),
                            ASSETS * 2 / (first + second),
                            "assets/s"),
                    Row.of("first sync of %,d assets".formatted(ASSETS), ASSETS * 2 / (ours + oursAgain), "assets/s"),
                    Row.atMost(
                            "first sync ÷ bare batch insert, times", (ours + oursAgain) / (first + second), "×", GOAL));
        }
    }

    /** Seconds from "sync now" until the laptop says that it has everything. */
    private static double sync(Path folder, DataKey key, LedgerSource source) throws Exception {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        if (!(H2LocalDatabase.open(data, key, Clock.systemUTC()) instanceof H2LocalDatabase.Opening.Opened opened)) {
            throw new IllegalStateException("a fresh ledger does not open");
        }
        try (H2LocalDatabase database = opened.database()) {
            SyncStores stores = SyncStores.over(database);
            stores.records().register(new AssetChangeHandler(new AssetStore()));
            database.recover();
            Uuid7Source ids = new Uuid7Source(Clock.systemUTC(), new SecureRandom());
            SyncIdentity who = new SyncIdentity(new DeviceId(ids.next()), new UserId(ids.next()), "bench", 1);
            return rounds(new SyncParts(source, database, stores, new NoPhotos(), who));
        }
    }

    private static double rounds(SyncParts parts) throws Exception {
        CompletableFuture<SyncStatus> reached = new CompletableFuture<>();
        try (ExecutorService ui = Executors.newSingleThreadExecutor();
                LaptopTasks tasks = new LaptopTasks(ui);
                SyncService service =
                        new SyncService(parts, tasks, Clock.systemUTC(), RandomGenerator.of("L64X128MixRandom"))) {
            service.onStatus(status -> {
                if (status.connection() != SyncStatus.Connection.WORKING) {
                    reached.complete(status);
                }
            });
            long begin = System.nanoTime();
            ui.execute(() -> {
                service.start((period, tick) -> () -> {});
                service.setOnline(true);
            });
            SyncStatus status = reached.get(TIME_LIMIT_MIN, TimeUnit.MINUTES);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (status.connection() != SyncStatus.Connection.REACHED || status.problemCode() != null) {
                throw new IllegalStateException("the first sync ended with " + status);
            }
            return seconds;
        }
    }

    /** Seconds for the rows that the sync wrote, inserted into a store as empty as its was. Reading them is not counted. */
    private static double bare(Path synced, Path file, DataKey key) throws Exception {
        EncryptedH2.Schema schema = new EncryptedH2.Schema("classpath:db/local", 3, "rec_base");
        Path from = new DataFolder(synced).records();
        long nanos = 0;
        int rows = 0;
        try (Connection source = new EncryptedH2(from, key, schema).open();
                Connection target = new EncryptedH2(file, key, schema).create();
                Statement read = source.createStatement();
                Statement readToo = source.createStatement()) {
            read.execute("set lazy_query_execution 1");
            // The rows are read bit by bit, for as long as writing them takes.
            read.execute("set query_timeout 0");
            ResultSet records = read.executeQuery("select * from rec_base order by rec_type, rec_id");
            ResultSet assets = readToo.executeQuery("select * from asset order by asset_id");
            try (PreparedStatement record = insert(target, records);
                    PreparedStatement asset = insert(target, assets)) {
                boolean more = true;
                while (more) {
                    List<Object[]> page = next(records);
                    List<Object[]> withIt = next(assets);
                    if (page.size() != withIt.size()) {
                        throw new IllegalStateException("not every record has its row");
                    }
                    more = page.size() == LedgerSource.PAGE;
                    long begin = System.nanoTime();
                    add(record, page);
                    add(asset, withIt);
                    target.commit();
                    EncryptedH2.force(target);
                    nanos += System.nanoTime() - begin;
                    rows += page.size();
                }
            }
        }
        if (rows == 0) {
            throw new IllegalStateException("nothing was synced");
        }
        return nanos / 1e9;
    }

    private static PreparedStatement insert(Connection target, ResultSet like) throws Exception {
        int columns = like.getMetaData().getColumnCount();
        String table = like.getMetaData().getTableName(1);
        return target.prepareStatement("insert into " + table + " values (?" + ", ?".repeat(columns - 1) + ")");
    }

    /** Up to a page of rows. */
    private static List<Object[]> next(ResultSet rows) throws Exception {
        int columns = rows.getMetaData().getColumnCount();
        List<Object[]> page = new ArrayList<>();
        while (page.size() < LedgerSource.PAGE && rows.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = rows.getObject(i + 1);
            }
            page.add(row);
        }
        return page;
    }

    private static void add(PreparedStatement insert, List<Object[]> rows) throws Exception {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }
}
