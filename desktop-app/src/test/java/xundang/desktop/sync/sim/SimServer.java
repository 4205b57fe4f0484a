package xundang.desktop.sync.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.asset.CategoryCatalog;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FieldChange;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;
import xundang.model.sync.SnapshotPage;
import xundang.server.auth.AccountService;
import xundang.server.auth.AccountService.NewAccount;
import xundang.server.auth.DeviceService;
import xundang.server.auth.PasswordHasher;
import xundang.server.auth.Pepper;
import xundang.server.auth.Principal;
import xundang.server.blob.BlobModule;
import xundang.server.blob.PhotoDoor;
import xundang.server.blob.PhotoUses;
import xundang.server.feed.ChangeFeedService;
import xundang.server.feed.FeedDao;
import xundang.server.feed.HelloService;
import xundang.server.feed.SnapshotService;
import xundang.server.ledger.Author;
import xundang.server.ledger.LedgerService;
import xundang.server.ledger.Scopes;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.http.Problems;
import xundang.server.push.PushBody;
import xundang.server.push.PushService;

/** The real services on a database with faults; it dies and comes back on the same tables. */
final class SimServer {
    private static final CategoryCatalog CATALOG = CategoryCatalog.bundled();
    private static final String PASSWORD = "correct horse battery";
    private static final int POLL_AFTER_S = 60;

    final ServerDisk disk;
    final Tables tables;
    private final Databases.Server storage;
    private final SimTime time;
    private final Path folder;
    private final Uuid7Source ids;
    private final Secrets secrets;
    private final Sabotage sabotage;
    private LedgerService ledger;
    private AccountService accounts;
    private DeviceService devices;
    private BlobModule photos;
    private HelloService hello;
    private PushService push;
    private ChangeFeedService changes;
    private SnapshotService snapshots;
    private int restarts;

    SimServer(Databases.Server storage, SimTime time, Path folder, Dice dice, Sabotage sabotage) {
        this.storage = storage;
        this.disk = storage.disk();
        this.tables = storage.tables();
        this.time = time;
        this.folder = folder;
        this.sabotage = sabotage;
        ids = new Uuid7Source(time, dice.split().generator());
        secrets = new Secrets(dice.secure());
        disk.heal();
        tables.reset();
        LedgerService.prepare(storage.database(), ids);
        start();
    }

    /** As the program's start wires them. */
    private void start() {
        var database = storage.database();
        FeedDao feed = new FeedDao();
        ledger = new LedgerService(
                time, ids, category -> CATALOG.find(category).isPresent(), List.of(new PhotoUses(time)));
        accounts = new AccountService(
                database,
                new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), secrets, new Pepper("示例")),
                ledger.audit(),
                ids,
                time);
        devices = new DeviceService(database, ledger.audit(), ids, time, secrets);
        try {
            photos = BlobModule.inFolder(database, folder, ids, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hello = new HelloService(database, ledger, feed, secrets, time, POLL_AFTER_S);
        push = new PushService(database, ledger, feed, POLL_AFTER_S);
        changes = new ChangeFeedService(database, feed, time);
        snapshots = new SnapshotService(database, feed, time);
    }

    /** The process is gone; another one takes up the same tables. */
    void restart() {
        restarts++;
        disk.heal();
        start();
    }

    int restarts() {
        return restarts;
    }

    /** What a newly enrolled laptop is given. */
    record Enrolment(UserId user, String name, DeviceId device, String token) {}

    Enrolment enrol(String login, Role role, Set<String> scopes) {
        accounts.add(new NewAccount(login, "同事" + login, role, PASSWORD, scopes));
        return enrolAgain(login);
    }

    /** One more laptop, or one more enrolment of the same. */
    Enrolment enrolAgain(String login) {
        String code = devices.issueCode(login);
        var account = accounts.find(login).orElseThrow();
        var enrolled = (DeviceService.Enrolment.Enrolled) devices.enrol(account, code, "笔记本 " + login);
        return new Enrolment(account.id(), account.name(), enrolled.device(), enrolled.token());
    }

    /** Everybody has logged in lately. A server that was put back to an old day has forgotten that they did, and lets nobody in. */
    void renewLogIns() {
        tables.change(
                "update device_token set expires_at = ?",
                OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC).plusDays(30));
    }

    /** Sets the sites that a person may see. */
    void entitle(UserId user, Set<String> scopes) {
        tables.change("delete from account_scope where account_id = ?", user.value());
        scopes.stream()
                .sorted()
                .forEach(scope -> tables.change(
                        "insert into account_scope (account_id, scope) values (?, ?)", user.value(), scope));
    }

    /** What a person may see now. */
    Scopes scopesOf(UserId user) {
        List<String> stored = tables.rows("select scope from account_scope where account_id = ?", user.value()).stream()
                .map(row -> (String) row.getFirst())
                .toList();
        tables.end();
        return Scopes.of(stored);
    }

    /** The server's own work: an import, a job. The ops get one transaction. */
    List<OpResult> importing(List<Op> ops) {
        return storage.database().inTransaction(tx -> ledger.apply(tx, ops, Author.ofSystem()));
    }

    /** A writer of its own that has written a site and waits before it commits. */
    void importingSlowly(Map<String, FieldChange> site, CountDownLatch written, CountDownLatch goOn) {
        Op op = new Op(
                nextId(),
                0,
                null,
                OpKind.SITE_CREATE,
                1,
                RecordType.SITE,
                nextId(),
                0,
                site,
                OffsetDateTime.ofInstant(time.instant(), ZoneOffset.UTC),
                0,
                Author.ofSystem().user());
        storage.database().inTransaction(tx -> {
            List<OpResult> results = ledger.apply(tx, List.of(op), Author.ofSystem());
            written.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return results;
        });
    }

    /** An op of the server's own. */
    UUID nextId() {
        return ids.next();
    }

    Principal caller(String token) {
        return devices.principal(token).orElseThrow(Problems::unauthenticated);
    }

    HelloResponse hello(String token, HelloRequest request) {
        return hello.hello(caller(token), request);
    }

    PushResponse push(String token, PushRequest request) {
        Principal caller = caller(token);
        PushRequest taken = sabotage.arriving(request);
        return sabotage.answered(
                this, taken, push.push(caller, PushBody.of(ModelJson.mapper().writeValueAsBytes(taken))));
    }

    SnapshotPage snapshot(String token, String after, int limit) {
        Principal caller = caller(token);
        return sabotage.page(snapshots.page(sabotage.entitled(caller.scopes()), after, limit));
    }

    ChangePage page(String token, String cursor, int limit) {
        Principal caller = caller(token);
        Scopes scopes = sabotage.entitled(caller.scopes());
        return sabotage.page(this, cursor, changes.page(scopes, cursor, limit));
    }

    /** The feed as a reader of everything gets it. */
    ChangePage auditorsPage(String cursor, int limit) {
        return sabotage.page(this, cursor, changes.page(new Scopes(true, Set.of()), cursor, limit));
    }

    PhotoDoor photos() {
        return new PhotoDoor(photos);
    }

    void removeExpiredUploads() {
        photos.uploads().removeExpired();
    }
}
