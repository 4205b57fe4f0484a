package xundang.server.feed;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.Change;
import xundang.model.sync.SnapshotPage;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.http.ProblemException;

/**
 * Hands out everything that a reader may hold, page by page. Nothing is kept between pages: {@code after} says where the last one ended,
 * where the feed stood when the first one was made, and for which entitlement. What changes meanwhile comes again with the feed from there.
 */
public final class SnapshotService {
    private final ServerDatabase database;
    private final FeedDao feed;
    private final CursorCheck check;
    private final SnapshotDao snapshot = new SnapshotDao();

    public SnapshotService(ServerDatabase database, FeedDao feed, InstantSource clock) {
        this.database = database;
        this.feed = feed;
        this.check = new CursorCheck(feed, clock);
    }

    /** The page that begins there; the first one for an empty text. Throws {@link ProblemException} {@code resync} as the feed does. */
    public SnapshotPage page(Scopes scopes, String after, int limit) {
        return database.read(tx -> page(tx, scopes, after, limit));
    }

    private SnapshotPage page(Tx tx, Scopes scopes, String after, int limit) {
        FeedDao.Head head = feed.head(tx);
        Cursors.SnapshotPosition from = after.isEmpty() ? null : continued(tx, after, head, scopes);
        Cursors.Position start = from == null
                ? new Cursors.Position(
                        head.epoch(), head.seq(), feed.commitAt(tx, head.seq()).orElse(null), scopes.fingerprint())
                : from.p();
        long expected = from == null ? snapshot.count(tx, scopes) : from.n();
        List<Change> rows = rows(tx, scopes, from, limit + 1);
        boolean more = rows.size() > limit;
        List<Change> page = more ? rows.subList(0, limit) : rows;
        String next = more
                ? Cursors.pack(new Cursors.SnapshotPosition(
                        start, page.getLast().type().name(), page.getLast().id(), expected))
                : null;
        return new SnapshotPage(List.copyOf(page), next, Cursors.pack(start), expected);
    }

    private Cursors.SnapshotPosition continued(Tx tx, String after, FeedDao.Head head, Scopes scopes) {
        Optional<Cursors.SnapshotPosition> position = Cursors.unpackSnapshot(after);
        check.check(tx, position.map(Cursors.SnapshotPosition::p), head, scopes);
        return position.orElseThrow(CursorCheck::notOurs);
    }

    private List<Change> rows(Tx tx, Scopes scopes, Cursors.@Nullable SnapshotPosition from, int limit) {
        List<Change> rows = new ArrayList<>();
        UUID afterId = from == null ? null : from.i();
        Optional<String> type = from == null ? snapshot.typeAfter(tx, "") : Optional.of(from.t());
        while (type.isPresent() && rows.size() < limit) {
            rows.addAll(snapshot.ofType(tx, scopes, type.get(), afterId, limit - rows.size()));
            afterId = null;
            type = rows.size() < limit ? snapshot.typeAfter(tx, type.get()) : Optional.empty();
        }
        return rows;
    }
}
