package xundang.server.feed;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.http.ProblemException;

/** Hands out pages of the feed. Head and rows come from one snapshot, so a page never skips a commit that was still under way. */
public final class ChangeFeedService {
    private final ServerDatabase database;
    private final FeedDao feed;
    private final CursorCheck check;

    public ChangeFeedService(ServerDatabase database, FeedDao feed, InstantSource clock) {
        this.database = database;
        this.feed = feed;
        this.check = new CursorCheck(feed, clock);
    }

    /**
     * The page after a cursor; an empty cursor means the beginning. Throws {@link ProblemException} {@code resync} when the cursor does
     * not belong to this history or entitlement (409) or is too old (410): the client then takes a snapshot and sweeps what it was not
     * given again.
     */
    public ChangePage page(Scopes scopes, String cursor, int limit) {
        return database.read(tx -> page(tx, scopes, cursor, limit));
    }

    /** Number of the last change. */
    public long headSeq() {
        return database.read(tx -> feed.head(tx).seq());
    }

    private ChangePage page(Tx tx, Scopes scopes, String cursor, int limit) {
        FeedDao.Head head = feed.head(tx);
        Cursors.Position from = cursor.isEmpty()
                ? new Cursors.Position(head.epoch(), 0, null, scopes.fingerprint(), head.seq())
                : check.check(tx, Cursors.unpack(cursor), head, scopes);
        List<Change> rows = feed.after(tx, scopes, from.q(), head.seq(), limit + 1);
        boolean more = rows.size() > limit;
        List<Change> page = more ? rows.subList(0, limit) : rows;
        long to = more ? page.getLast().seq() : head.seq();
        UUID commit = feed.commitAt(tx, to).orElse(null);
        Long began = from.f() != null && from.f() > to ? from.f() : null;
        FeedCursor next = Cursors.pack(new Cursors.Position(head.epoch(), to, commit, scopes.fingerprint(), began));
        return new ChangePage(List.copyOf(page), next, more, head.seq());
    }
}
