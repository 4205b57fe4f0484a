package xundang.server.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import xundang.model.asset.CategoryCatalog;
import xundang.model.id.IdSource;
import xundang.server.admin.AdminResource;
import xundang.server.admin.AdminService;
import xundang.server.admin.AwaitedReport;
import xundang.server.auth.AccountService;
import xundang.server.auth.Authenticator;
import xundang.server.auth.DeviceService;
import xundang.server.auth.EnrolResource;
import xundang.server.auth.LedgerIdentity;
import xundang.server.auth.PasswordHasher;
import xundang.server.auth.Pepper;
import xundang.server.auth.RequestBudget;
import xundang.server.auth.SetupService;
import xundang.server.auth.UploadBudget;
import xundang.server.auth.UploadLimits;
import xundang.server.backup.BackupService;
import xundang.server.blob.BlobModule;
import xundang.server.blob.BlobResource;
import xundang.server.blob.PhotoUses;
import xundang.server.blob.UploadResource;
import xundang.server.description.DescriptionResource;
import xundang.server.feed.ChangeFeedResource;
import xundang.server.feed.ChangeFeedService;
import xundang.server.feed.FeedDao;
import xundang.server.feed.HelloResource;
import xundang.server.feed.HelloService;
import xundang.server.feed.SnapshotResource;
import xundang.server.feed.SnapshotService;
import xundang.server.feed.TombstoneJob;
import xundang.server.importing.LedgerImportService;
import xundang.server.importing.RoundImportService;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.DatabaseException;
import xundang.server.platform.db.DatabaseSettings;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.http.Admission;
import xundang.server.platform.http.HttpModule;
import xundang.server.push.HeldOpService;
import xundang.server.push.PushResource;
import xundang.server.push.PushService;
import xundang.server.web.WebPages;

/** Everything wired: the open data folder, the database and the services on it. Holds the folder until it is closed. */
public final class ServerGraph implements AutoCloseable {
    private static final int REQUESTS_PER_MINUTE = 600;
    /** More than the database has connections, so that reading bodies and writing answers overlap with its work. */
    private static final int REQUESTS_AT_ONCE = 24;

    /** A push body has at most 512 KiB, and a waiting one is not read yet. */
    private static final int REQUESTS_WAITING = 500;

    private static final long PATIENCE_MS = 15_000;
    private static final int ENROLMENTS_PER_MINUTE = 20;
    private static final int UPLOADS_AT_ONCE = 4;
    private static final long UPLOAD_BYTES_PER_DAY = 2L * 1024 * 1024 * 1024;

    private final ServerConfig config;
    private final InstantSource clock;
    private final DataFolder folder;
    private final ServerDatabase database;
    private final LedgerIdentity identity;
    private final LedgerService ledger;
    private final AccountService accounts;
    private final SetupService setup;
    private final DeviceService devices;
    private final BlobModule photos;
    private final LedgerImportService imports;
    private final AdminService admin;
    private final String adminKey;
    private final HistoryGuard history;
    private final Secrets secrets = new Secrets(new SecureRandom());

    private ServerGraph(
            ServerConfig config, DataFolder folder, ServerDatabase database, InstantSource clock, IdSource ids)
            throws IOException {
        this.config = config;
        this.clock = clock;
        this.folder = folder;
        this.database = database;
        LedgerService.prepare(database, ids);
        history = new HistoryGuard(folder.path(), database);
        identity = LedgerIdentity.settle(database, config.ledger());
        CategoryCatalog catalog = CategoryCatalog.bundled();
        ledger = new LedgerService(
                clock, ids, category -> catalog.find(category).isPresent(), List.of(new PhotoUses(clock)));
        PasswordHasher hasher = new PasswordHasher(config.passwordCost(), secrets, pepper());
        accounts = new AccountService(database, hasher, ledger.audit(), ids, clock);
        setup = new SetupService(database, accounts, secrets);
        devices = new DeviceService(database, ledger.audit(), ids, clock, secrets);
        photos = BlobModule.inFolder(database, folder.path(), ids, clock);
        imports = new LedgerImportService(database, ledger, clock, ids);
        admin = new AdminService(new AdminService.Parts(
                database,
                accounts,
                setup,
                devices,
                ledger.audit(),
                imports,
                new RoundImportService(database, ledger, clock, ids),
                new AwaitedReport(photos.blobs(), clock),
                new HeldOpService(database, ledger),
                new BackupService(database, photos.blobs(), clock)));
        adminKey = folder.adminKey(secrets);
    }

    /**
     * Takes the folder and opens the database. Throws {@link StartupException} with a text for the operator, also when the database is
     * older than the one that was here before.
     */
    public static ServerGraph open(ServerConfig config, InstantSource clock, IdSource ids) {
        return open(config, clock, ids, (graph, complaint) -> {
            throw new StartupException(complaint);
        });
    }

    /** Lets the ledger go on from an older database that was put back on purpose; false when it is not older. */
    static boolean acceptRestored(ServerConfig config, InstantSource clock, IdSource ids) {
        AtomicBoolean older = new AtomicBoolean();
        open(config, clock, ids, (graph, complaint) -> {
                    graph.database.inTransaction(tx -> {
                        graph.ledger.beginHistory(tx, ids.next());
                        return true;
                    });
                    older.set(true);
                })
                .close();
        return older.get();
    }

    private static ServerGraph open(
            ServerConfig config, InstantSource clock, IdSource ids, BiConsumer<ServerGraph, String> whenOlder) {
        DataFolder folder = DataFolder.take(config.data());
        ServerDatabase database = null;
        boolean ready = false;
        try {
            database = ServerDatabase.open(settings(config, folder));
            ServerGraph graph = new ServerGraph(config, folder, database, clock, ids);
            graph.history.complaint().ifPresent(complaint -> whenOlder.accept(graph, complaint));
            folder.markDatabase();
            graph.history.note();
            ready = true;
            return graph;
        } catch (DatabaseException e) {
            throw new StartupException(StartupTexts.of(e), e);
        } catch (IOException e) {
            throw new StartupException("数据文件夹无法写入，服务器没有启动。请检查权限和磁盘空间：" + folder.path(), e);
        } finally {
            if (!ready) {
                if (database != null) {
                    database.close();
                }
                folder.close();
            }
        }
    }

    /** Without the right one nobody could log in, and a new one would lock everybody out for good. */
    private Pepper pepper() throws IOException {
        Optional<String> known = folder.pepper();
        if (known.isEmpty() && Pepper.isExpectedBy(database)) {
            throw new StartupException(
                    "数据文件夹里的 pepper 文件不见了，没有它谁也不能登录。服务器没有启动，数据没有改动。请从单独保管的备份放回这个文件：" + folder.path());
        }
        Pepper pepper = new Pepper(known.isPresent() ? known.get() : folder.keepPepper(secrets.token()));
        if (!pepper.belongsTo(database)) {
            throw new StartupException("数据文件夹里的 pepper 文件不是这个数据库的，用它谁也不能登录。服务器没有启动，数据没有改动。请放回原来的文件：" + folder.path());
        }
        return pepper;
    }

    private static DatabaseSettings settings(ServerConfig config, DataFolder folder) {
        String url = config.databaseUrl();
        try {
            return url == null
                    ? new DatabaseSettings.H2File(folder.path().resolve("ledger"), !folder.hasHadDatabase())
                    : new DatabaseSettings.Postgres(url);
        } catch (IllegalArgumentException e) {
            throw new StartupException("数据库地址或数据文件夹的路径不能使用（须为 jdbc:postgresql: 地址；路径不能含分号）。服务器没有启动。", e);
        }
    }

    /** The routes of the synchronisation, the photos and the command line. */
    List<HttpModule> modules() {
        Authenticator authenticator = new Authenticator(devices, new RequestBudget(clock, REQUESTS_PER_MINUTE));
        Admission admission = new Admission(REQUESTS_AT_ONCE, REQUESTS_WAITING, PATIENCE_MS);
        FeedDao feed = new FeedDao();
        ChangeFeedService changes = new ChangeFeedService(database, feed, clock);
        return List.of(
                new HealthResource(changes),
                new DescriptionResource(),
                new EnrolResource(accounts, devices, identity, new RequestBudget(clock, ENROLMENTS_PER_MINUTE)),
                new HelloResource(
                        admission,
                        authenticator,
                        new HelloService(database, ledger, feed, secrets, clock, config.pollAfterS())),
                new PushResource(
                        admission, authenticator, new PushService(database, ledger, feed, config.pollAfterS())),
                new ChangeFeedResource(admission, authenticator, changes),
                new SnapshotResource(admission, authenticator, new SnapshotService(database, feed, clock)),
                new BlobResource(authenticator, photos.blobs()),
                new UploadLimits(authenticator, new UploadBudget(clock, UPLOADS_AT_ONCE, UPLOAD_BYTES_PER_DAY)),
                new UploadResource(authenticator, photos.uploads()),
                new AdminResource(admin, adminKey),
                new WebPages(new WebPages.Parts(database, ledger, photos.blobs(), accounts, identity, secrets, clock)));
    }

    /** Lets the feed forget what is long gone. */
    public TombstoneJob tombstones() {
        return new TombstoneJob(database, ledger, clock);
    }

    DataFolder folder() {
        return folder;
    }

    /** Notes how far the ledger has come; to be called every few seconds. */
    void noteHistory() {
        history.note();
    }

    /** A code for the first administrator, when there is no account yet. */
    Optional<String> newSetupCode() {
        return setup.newCode();
    }

    public ServerDatabase database() {
        return database;
    }

    public LedgerService ledger() {
        return ledger;
    }

    public LedgerIdentity identity() {
        return identity;
    }

    public AccountService accounts() {
        return accounts;
    }

    public DeviceService devices() {
        return devices;
    }

    public BlobModule photos() {
        return photos;
    }

    public LedgerImportService imports() {
        return imports;
    }

    public AdminService admin() {
        return admin;
    }

    /** Closes the database, then lets go of the folder. */
    @Override
    public void close() {
        try {
            history.note();
            database.close();
        } finally {
            folder.close();
        }
    }
}
