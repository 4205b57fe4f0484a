package xundang.server.feed;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/** Hands out pages of the feed. Head and rows come from one snapshot, so a page never skips a commit that was still under way. */
public final class ChangeFeedService {
    private final ServerDatabase database;
    private final FeedDao feed;

    public ChangeFeedService(ServerDatabase database, FeedDao feed) {
        this.database = database;
        this.feed = feed;
    }

    /**
     * The page after a cursor; an empty cursor means the beginning. Throws {@link ProblemException} {@code resync} when the cursor does
     * not belong to this history or entitlement: the client then starts from the beginning and sweeps what it was not given again.
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
        long from = cursor.isEmpty() ? 0 : checked(tx, Cursors.unpack(cursor), head, scopes);
        List<Change> rows = feed.after(tx, scopes, from, head.seq(), limit + 1);
        boolean more = rows.size() > limit;
        List<Change> page = more ? rows.subList(0, limit) : rows;
        long to = more ? page.getLast().seq() : head.seq();
        UUID commit = feed.commitAt(tx, to).orElse(null);
        FeedCursor next = Cursors.pack(new Cursors.Position(head.epoch(), to, commit, scopes.fingerprint()));
        return new ChangePage(List.copyOf(page), next, more, head.seq());
    }

    private long checked(Tx tx, Optional<Cursors.Position> position, FeedDao.Head head, Scopes scopes) {
        boolean ours = position.isPresent()
                && position.get().e().equals(head.epoch())
                && position.get().q() <= head.seq()
                && feed.commitAt(tx, position.get().q())
                        .equals(Optional.ofNullable(position.get().c()))
                && position.get().s().equals(scopes.fingerprint());
        if (!ours) {
            throw Problems.of(
                    409, "resync", "E-SYNC-220", "Cursor not known", "服务器的数据版本或您的权限已变化，需要重新下载台账。本机未发送的记录不受影响。");
        }
        return position.get().q();
    }
}
