package xundang.desktop.sync;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.store.SyncStores;

/**
 * Leaves the sites that this laptop may hold no longer (protocol, section 2.6), after the push of the round, so that the server has had
 * the chance to take or refuse what was made there. Begun again with every round until nothing is left; a kill anywhere does no harm.
 */
final class ScopePurge {
    private static final Logger LOG = LoggerFactory.getLogger(ScopePurge.class);

    private final StoreSteps steps;
    private final SyncStores stores;
    private final PhotoBytes photos;

    ScopePurge(StoreSteps steps, SyncStores stores, PhotoBytes photos) {
        this.steps = steps;
        this.stores = stores;
        this.photos = photos;
    }

    void run() {
        for (String scope : steps.read(stores.scopes()::lost)) {
            LOG.info("leaving site {}", scope);
            steps.commit(tx -> stores.unsent().discards(tx, scope));
            steps.write(tx -> {
                stores.scopes().purge(tx, scope);
                return true;
            });
        }
        List<String> pictures = steps.read(stores.scopes()::picturesToPurge);
        for (String sha256 : pictures) {
            steps.call(() -> {
                photos.drop(sha256);
                return true;
            });
            steps.write(tx -> {
                stores.scopes().purged(tx, sha256);
                return true;
            });
        }
    }
}
