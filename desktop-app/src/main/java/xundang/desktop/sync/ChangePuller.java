package xundang.desktop.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloResponse;

/** Fetches what changed, page by page; each page and the position behind it are one local commit. */
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

    /** Pulls to the end of the feed. */
    void pull(HelloResponse hello, StopSign stop, Progress progress) {
        boolean startedOver = false;
        boolean more = true;
        while (more) {
            stop.check();
            FeedCursor cursor = steps.read(tx -> stores.marks().cursor(tx)).orElse(null);
            int limit = Math.min(most, hello.limits().page());
            try {
                ChangePage page = api.changes(cursor, limit);
                if (page.more() && page.cursor().equals(cursor)) {
                    throw new SyncException(new SyncFault.Unreadable());
                }
                steps.write(tx -> {
                    stores.feed().take(tx, page);
                    return true;
                });
                most = limit >= hello.limits().page() ? Integer.MAX_VALUE : limit * 2;
                more = page.more();
            } catch (SyncException e) {
                if (e.fault() instanceof SyncFault.NoAnswer cut && cut.timedOut()) {
                    most = Math.max(1, limit / 2);
                }
                if (!(e.fault() instanceof SyncFault.Resync) || startedOver) {
                    throw e;
                }
                LOG.warn("the server no longer knows our position, fetching everything again");
                startedOver = true;
                steps.write(tx -> {
                    stores.feed().startOver(tx);
                    return true;
                });
            }
        }
    }
}
