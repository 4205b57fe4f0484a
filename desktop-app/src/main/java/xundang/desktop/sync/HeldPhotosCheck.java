package xundang.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.BlobQuery;

/**
 * Asks, once after the start and then once a day, whether the server still holds the pictures that it confirmed. A disk can damage a picture
 * years later; the server then awaits it again, and a laptop that still has it sends it again. Network thread only.
 */
final class HeldPhotosCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HeldPhotosCheck.class);
    private static final Duration PERIOD = Duration.ofDays(1);

    /** As many as the server answers at once. */
    private static final int PAGE = 500;

    private final SyncApi api;
    private final StoreSteps steps;
    private final SyncStores stores;
    private final PhotoBytes photos;
    private final Clock clock;
    private @Nullable Long lastMs;

    HeldPhotosCheck(SyncApi api, StoreSteps steps, SyncStores stores, PhotoBytes photos, Clock clock) {
        this.api = api;
        this.steps = steps;
        this.stores = stores;
        this.photos = photos;
        this.clock = clock;
    }

    /** Puts what the server lost and this laptop still has back among the pictures to be sent. */
    void runIfDue(StopSign stop) {
        long now = clock.millis();
        if (lastMs != null && Math.abs(now - lastMs) < PERIOD.toMillis()) {
            return;
        }
        List<String> page = page("");
        while (!page.isEmpty()) {
            stop.check();
            Set<String> lost = new HashSet<>(page);
            lost.removeAll(api.queryBlobs(new BlobQuery(page)).stored());
            sendAgain(lost);
            if (stop.recordsWait()) {
                return;
            }
            page = page(page.getLast());
        }
        lastMs = now;
    }

    private List<String> page(String after) {
        return steps.read(tx -> stores.uploads().storedAfter(tx, after, PAGE));
    }

    private void sendAgain(Set<String> lost) {
        if (lost.isEmpty()) {
            return;
        }
        List<String> here = steps.call(() -> lost.stream().filter(photos::has).toList());
        LOG.warn(
                "the server does not hold {} confirmed pictures any more, {} are here and go again",
                lost.size(),
                here.size());
        steps.write(tx -> {
            stores.uploads().waitAgain(tx, here);
            return true;
        });
    }
}
