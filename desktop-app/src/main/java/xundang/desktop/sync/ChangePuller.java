package xundang.desktop.sync;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
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
            int limit = hello.limits().page();
            try {
                more = part(limit, stop, progress);
            } catch (SyncException e) {
                if (e.fault() instanceof SyncFault.NoAnswer cut && cut.timedOut()) {
                    most = Math.max(1, Math.min(most, limit) / 2);
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

    /** Fetches and keeps a page of the feed, or what is left of the snapshot; false if nothing comes behind it. */
    private boolean part(int limit, StopSign stop, Progress progress) {
        Position at = steps.read(tx -> new Position(
                stores.marks().cursor(tx),
                stores.marks().snapshotAfter(tx),
                stores.marks().snapshotFetched(tx)));
        if (at.cursor().isEmpty()) {
            snapshot(at, limit, stop, progress);
            // Behind the snapshot comes the feed.
            return true;
        }
        return feedPage(at.cursor().get(), limit);
    }

    private boolean feedPage(FeedCursor cursor, int limit) {
        ChangePage page = fetch(limit, fewer -> api.changes(cursor, fewer));
        if (page.more() && page.cursor().equals(cursor)) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        steps.write(tx -> {
            stores.feed().take(tx, page);
            return true;
        });
        return page.more();
    }

    /** While a page is being kept, the next one is already on its way. */
    private void snapshot(Position at, int limit, StopSign stop, Progress progress) {
        long fetched = at.fetched();
        SnapshotPage page = snapshotPage(at.after().orElse(null), limit);
        while (true) {
            SnapshotPage here = page;
            fetched += here.records().size();
            String after = here.after();
            if (after == null) {
                keep(here, fetched, progress);
                return;
            }
            long kept = fetched;
            AtomicReference<@Nullable SnapshotPage> next = new AtomicReference<>();
            steps.sideBySide(List.of(() -> keep(here, kept, progress), () -> {
                stop.check();
                next.set(snapshotPage(after, limit));
            }));
            page = Objects.requireNonNull(next.get(), "a part that ended without a fault has fetched");
        }
    }

    private void keep(SnapshotPage page, long fetched, Progress progress) {
        steps.write(tx -> {
            stores.feed().take(tx, page);
            return true;
        });
        progress.at(What.FETCHING_LEDGER, fetched, Math.max(fetched, page.expected()));
    }

    private SnapshotPage snapshotPage(@Nullable String after, int limit) {
        SnapshotPage page = fetch(limit, fewer -> api.snapshot(after, fewer));
        if (page.after() != null && page.after().equals(after)) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        return page;
    }

    /** Asks for as much as the network has borne lately; a page that came through doubles that. */
    private <T> T fetch(int limit, IntFunction<T> request) {
        int fewer = Math.min(most, limit);
        T page = request.apply(fewer);
        most = fewer >= limit ? Integer.MAX_VALUE : fewer * 2;
        return page;
    }
}
