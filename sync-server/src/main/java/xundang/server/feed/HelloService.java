package xundang.server.feed;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.FieldGroups;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.RecordType;
import xundang.server.auth.DeviceDao;
import xundang.server.auth.Principal;
import xundang.server.ledger.LedgerService;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.http.Problems;

/** The handshake. Each hello gives a new session nonce, so that of two copies of a laptop only one at a time can push. */
public final class HelloService {
    private static final int PROTOCOL = 1;
    private static final int SCHEMA = 1;

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final FeedDao feed;
    private final Secrets secrets;
    private final InstantSource clock;
    private final int pollAfterS;
    private final DeviceDao devices = new DeviceDao();

    public HelloService(
            ServerDatabase database,
            LedgerService ledger,
            FeedDao feed,
            Secrets secrets,
            InstantSource clock,
            int pollAfterS) {
        this.database = database;
        this.ledger = ledger;
        this.feed = feed;
        this.secrets = secrets;
        this.clock = clock;
        this.pollAfterS = pollAfterS;
    }

    /**
     * Answers where the server stands. A device id that is not known continues the caller's enrolment as a new device (a clone or a
     * restored copy); one that belongs to somebody else is refused. A program that is too old is answered too, so that it can send what
     * it has; only reading is closed to it.
     */
    public HelloResponse hello(Principal principal, HelloRequest request) {
        if (!request.userId().equals(principal.user())) {
            throw Problems.forbidden("登录人与这台电脑上的记录人不是同一人。记录都还在，请由本人登录后同步。");
        }
        return database.inTransaction(tx -> hello(tx, principal, request));
    }

    private HelloResponse hello(Tx tx, Principal principal, HelloRequest request) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        DeviceDao.Device device = devices.lock(tx, request.deviceId()).orElseGet(() -> {
            DeviceDao.Device successor =
                    new DeviceDao.Device(request.deviceId(), principal.device(), principal.user(), 0, null);
            devices.insertSuccessor(tx, successor, now);
            return successor;
        });
        if (!device.root().equals(principal.device())) {
            throw Problems.forbidden("这台电脑不是以您的账号登记的。记录都还在，请联系管理员。");
        }
        String nonce = secrets.nonce();
        devices.setNonce(tx, device.id(), nonce, now);
        boolean tooOld = !request.protocols().contains(PROTOCOL);
        if (tooOld != principal.tooOld()) {
            devices.setTooOld(tx, principal.device(), tooOld);
        }
        FeedDao.Head head = feed.head(tx);
        return new HelloResponse(
                PROTOCOL,
                head.epoch(),
                head.seq(),
                device.lastOpSeq(),
                devices.backedUpOpSeq(tx, device.id()),
                scopes(tx, principal.scopes()),
                new HelloResponse.Schema(SCHEMA, FieldGroups.byType()),
                Limits.DEFAULT,
                now,
                pollAfterS,
                nonce,
                !tooOld && end(tx, head, principal.scopes()).equals(request.cursor()));
    }

    /** The cursor of a reader who holds everything; any other history, entitlement or place in the feed makes it another text. */
    private FeedCursor end(Tx tx, FeedDao.Head head, Scopes scopes) {
        return Cursors.pack(new Cursors.Position(
                head.epoch(), head.seq(), feed.commitAt(tx, head.seq()).orElse(null), scopes.fingerprint()));
    }

    private List<String> scopes(Tx tx, Scopes scopes) {
        List<String> readable = new ArrayList<>();
        readable.add(Scopes.NO_SITE);
        if (scopes.all()) {
            ledger.records()
                    .ofType(tx, RecordType.SITE)
                    .forEach(site -> readable.add(site.key().id().toString()));
        } else {
            readable.addAll(scopes.sites());
        }
        return readable;
    }
}
