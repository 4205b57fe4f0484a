package xundang.desktop.sync;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.HelloResponse;

/**
 * One round of sync: handshake, send records, leave sites that were taken away, fetch changes, send pictures. It holds nothing between rounds but how large a batch the
 * network bears; where sync stands is in the database, so that a round may be cut off anywhere and simply be begun again.
 *
 * <p>Network thread only; one round at a time.
 */
public final class SyncEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    private final Greeter greeter;
    private final OutboxPusher pusher;
    private final ChangePuller puller;
    private final PhotoUploader uploader;
    private final ScopePurge purge;

    public SyncEngine(
            SyncApi api, StoreSteps steps, SyncStores stores, PhotoBytes photos, SyncIdentity identity, Clock clock) {
        greeter = new Greeter(api, steps, stores, identity, clock);
        pusher = new OutboxPusher(api, steps, stores, identity, clock);
        puller = new ChangePuller(api, steps, stores);
        uploader = new PhotoUploader(api, steps, stores, photos, clock);
        purge = new ScopePurge(steps, stores, photos);
    }

    /** Runs one round. Faults of the exchange and of the store are outcomes; they are logged here once. */
    RoundOutcome round(StopSign stop) {
        return round(stop, Progress.UNWATCHED);
    }

    /** As {@link #round(StopSign)}, telling how far long transfers are. */
    RoundOutcome round(StopSign stop, Progress progress) {
        try {
            stop.check();
            Greeted greeted = greetAndPush(stop);
            HelloResponse hello = greeted.hello();
            purge.run();
            boolean tooOld = !greeted.nothingNew() && !pulled(hello, stop, progress);
            progress.ended();
            int unsendable = uploader.upload(stop, progress);
            progress.ended();
            if (tooOld) {
                return new RoundOutcome.Failed(new SyncFault.TooOld());
            }
            return new RoundOutcome.Done(hello.pollAfterS(), unsendable);
        } catch (SyncException e) {
            LOG.info("round ended early: {}", e.fault().code());
            return new RoundOutcome.Failed(e.fault());
        } catch (StoreException e) {
            LOG.error("round ended by the store: {}", e.reason(), e);
            return new RoundOutcome.StoreFailed(e.reason());
        }
    }

    /**
     * How the round began.
     *
     * @param sent whether anything may have reached the server since that handshake, so that the feed has grown by it
     */
    private record Greeted(HelloResponse hello, boolean sent) {
        /** An idle round ends here: it costs one request. */
        boolean nothingNew() {
            return !sent && Boolean.TRUE.equals(hello.nothingNew());
        }
    }

    private Greeted greetAndPush(StopSign stop) {
        HelloResponse hello = greeter.greet();
        return push(hello, stop);
    }

    /** Another handshake under this device's name makes ours stale; one more handshake settles who counts on from where. */
    private Greeted push(HelloResponse hello, StopSign stop) {
        try {
            return new Greeted(hello, pusher.push(hello, stop));
        } catch (SyncException e) {
            if (!(e.fault() instanceof SyncFault.StaleSession stale)) {
                throw e;
            }
            HelloResponse again = greeter.greet();
            if (stale.numbersTaken()) {
                greeter.numberAfter(again.lastOpSeqSeen());
            }
            pusher.push(again, stop);
            return new Greeted(again, true);
        }
    }

    /** False if this program is too old to fetch; it may still send records and pictures. */
    private boolean pulled(HelloResponse hello, StopSign stop, Progress progress) {
        try {
            if (puller.pull(hello, stop, progress) == ChangePuller.Reached.END) {
                return true;
            }
            greeter.offerAll();
            HelloResponse now = push(hello, stop).hello();
            if (puller.pull(now, stop, progress) == ChangePuller.Reached.NOWHERE) {
                throw new SyncException(new SyncFault.Resync());
            }
            return true;
        } catch (SyncException e) {
            if (e.fault() instanceof SyncFault.TooOld) {
                return false;
            }
            throw e;
        }
    }
}
