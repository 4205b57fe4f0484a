package xundang.desktop.sync;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.SyncStatus.Transfer.What;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.SnapshotPage;

/**
 * Fetches what changed, page by page; each page and the position behind it are one local commit. Without a position it takes the snapshot
 * first, which goes on behind its last kept page if it was cut.
 */
final class ChangePuller {
    private static final Logger LOG = LoggerFactory.getLogger(ChangePuller.class);

    private final SyncApi api;
    private final StoreSteps steps;
    private final SyncStores stores;
    private int most = Integer.MAX_VALUE;

    ChangePuller(SyncApi api, StoreSteps steps, SyncStores stores) {
        this.api = api;
        this.steps = steps;
        this.stores = stores;
    }

    /** How far a fetch came. */
    enum Reached {
        /** The end of the feed. */
        END,
        /** The server did not know our position, which is now forgotten: the next fetch begins with the snapshot. */
        NOWHERE
    }

    /** Pulls to the end of the feed, or until the server no longer knows our position. */
    Reached pull(HelloResponse hello, StopSign stop, Progress progress) {
        boolean more = true;
        while (more) {
            stop.check();
            int limit = Math.min(most, hello.limits().page());
            try {
                more = page(limit, progress);
                most = limit >= hello.limits().page() ? Integer.MAX_VALUE : limit * 2;
            } catch (SyncException e) {
                if (e.fault() instanceof SyncFault.NoAnswer cut && cut.timedOut()) {
                    most = Math.max(1, limit / 2);
                }
                if (!(e.fault() instanceof SyncFault.Resync)) {
                    throw e;
                }
                LOG.warn("the server no longer knows our position, everything will be fetched again");
                steps.write(tx -> {
                    stores.feed().startOver(tx);
                    return true;
                });
                return Reached.NOWHERE;
            }
        }
        return Reached.END;
    }

    private record Position(Optional<FeedCursor> cursor, Optional<String> after, long fetched) {}

    /** Fetches and keeps one page; false if it was the last one. */
    private boolean page(int limit, Progress progress) {
        Position at = steps.read(tx -> new Position(
                stores.marks().cursor(tx),
                stores.marks().snapshotAfter(tx),
                stores.marks().snapshotFetched(tx)));
        if (at.cursor().isEmpty()) {
            snapshotPage(at, limit, progress);
            // Behind the snapshot comes the feed.
            return true;
        }
        return feedPage(at.cursor().get(), limit);
    }

    private boolean feedPage(FeedCursor cursor, int limit) {
        ChangePage page = api.changes(cursor, limit);
        if (page.more() && page.cursor().equals(cursor)) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        steps.write(tx -> {
            stores.feed().take(tx, page);
            return true;
        });
        return page.more();
    }

    private void snapshotPage(Position at, int limit, Progress progress) {
        String after = at.after().orElse(null);
        SnapshotPage page = api.snapshot(after, limit);
        if (page.after() != null && page.after().equals(after)) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        steps.write(tx -> {
            stores.feed().take(tx, page);
            return true;
        });
        long fetched = at.fetched() + page.records().size();
        progress.at(What.FETCHING_LEDGER, fetched, Math.max(fetched, page.expected()));
    }
}
