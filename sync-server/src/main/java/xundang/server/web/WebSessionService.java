package xundang.server.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import xundang.server.auth.Account;
import xundang.server.auth.AccountDao;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.digest.Sha256;

/** Sessions of the pages (trust requirement S8): 15 minutes idle, 12 hours in all. The database knows only the cookie's hash. */
public final class WebSessionService {
    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(12);

    /** A session's use is noted at most once a minute: each note is a commit. */
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    private final ServerDatabase database;
    private final Secrets secrets;
    private final InstantSource clock;
    private final AccountDao accounts = new AccountDao();
    private final WebSessionDao dao = new WebSessionDao();

    /** Who is looking at a page. */
    public record Viewer(Account account, String csrfToken) {}

    public WebSessionService(ServerDatabase database, Secrets secrets, InstantSource clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Begins a session and returns its cookie. */
    public String begin(Account account) {
        String cookie = secrets.token();
        OffsetDateTime now = now();
        database.inTransaction(tx -> {
            dao.deleteCreatedBefore(tx, now.minus(LONGEST));
            dao.insert(tx, Sha256.hex(cookie), new WebSessionDao.Stored(account.id(), secrets.token(), now, now));
            return true;
        });
        return cookie;
    }

    /** Who has that cookie, if the session still runs and the account is not disabled. */
    public Optional<Viewer> find(String cookie) {
        String hash = Sha256.hex(cookie);
        OffsetDateTime now = now();
        Optional<WebSessionDao.Stored> running = database.read(tx -> dao.find(tx, hash))
                .filter(session -> now.isBefore(session.lastUsedAt().plus(IDLE)))
                .filter(session -> now.isBefore(session.createdAt().plus(LONGEST)));
        if (running.isEmpty()) {
            return Optional.empty();
        }
        WebSessionDao.Stored session = running.get();
        if (!now.isBefore(session.lastUsedAt().plus(NOTE_EVERY))) {
            database.inTransaction(tx -> {
                dao.touch(tx, hash, now);
                return true;
            });
        }
        return database.read(tx -> accounts.byId(tx, session.account()))
                .filter(account -> !account.disabled())
                .map(account -> new Viewer(account, session.csrfToken()));
    }

    /** Ends a session. */
    public void end(String cookie) {
        database.inTransaction(tx -> {
            dao.delete(tx, Sha256.hex(cookie));
            return true;
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
