package xundang.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;

/** Makes the handshake and puts right what it shows: a server that lost data, a laptop that lost or shares its numbers. */
final class Greeter {
    private static final Logger LOG = LoggerFactory.getLogger(Greeter.class);
    private static final List<Integer> PROTOCOLS = List.of(1);

    private final SyncApi api;
    private final StoreSteps steps;
    private final SyncStores stores;
    private final SyncIdentity identity;
    private final Clock clock;
    private boolean scopesChanged;

    Greeter(SyncApi api, StoreSteps steps, SyncStores stores, SyncIdentity identity, Clock clock) {
        this.api = api;
        this.steps = steps;
        this.stores = stores;
        this.identity = identity;
        this.clock = clock;
    }

    HelloResponse greet() {
        Instant asked = clock.instant();
        HelloRequest request = steps.read(tx -> new HelloRequest(
                identity.device(),
                stores.marks().sessionNonce(tx),
                identity.user(),
                identity.appVersion(),
                PROTOCOLS,
                identity.schemaVersion(),
                stores.marks().cursor(tx).orElse(null),
                stores.sends().lastMade(tx),
                stores.sends().lastAnswered(tx),
                stores.sends().open(tx),
                OffsetDateTime.ofInstant(asked, clock.getZone())));
        HelloResponse hello = api.hello(request);
        Instant answered = clock.instant();
        long offset = offset(asked, answered, hello.serverTime().toInstant());
        boolean otherHistory = steps.write(tx -> {
            stores.marks().sessionNonce(tx, hello.sessionNonce());
            stores.marks().contact(tx, answered, offset);
            scopesChanged = stores.scopes().remember(tx, hello.scopes(), answered);
            boolean other = stores.marks()
                    .epoch(tx)
                    .filter(epoch -> !epoch.equals(hello.epoch()))
                    .isPresent();
            if (other) {
                // In the same commit as the new epoch: a kill behind it must not make the loss forgotten.
                stores.sends().sendAgainFrom(tx, 1);
            }
            stores.marks().server(tx, hello.epoch(), hello.backedUpOpSeq());
            return other;
        });
        if (otherHistory) {
            LOG.warn("the server has another history than before; everything that it once answered is offered again");
        }
        reconcile(request, hello);
        return hello;
    }

    /**
     * The server no longer knew our position in the feed. When that is not because this laptop may hold other sites now, the server may
     * have been restored from a backup and have grown since, so that its numbers give nothing away: it is offered every op that it once
     * answered. It knows those that it still has by their ids.
     */
    void offerAll() {
        if (!scopesChanged) {
            steps.write(tx -> {
                stores.sends().sendAgainFrom(tx, 1);
                return true;
            });
        }
    }

    /** The server's time was read somewhere between question and answer; the middle is the best guess. */
    private static long offset(Instant asked, Instant answered, Instant server) {
        Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
        return Duration.between(server, middle).toMillis();
    }

    private void reconcile(HelloRequest request, HelloResponse hello) {
        long seen = hello.lastOpSeqSeen();
        if (seen < request.lastOpSeqAcked()) {
            LOG.warn("the server has lost ops after {}, sending them again up to {}", seen, request.lastOpSeqAcked());
            steps.write(tx -> {
                stores.sends().sendAgainFrom(tx, seen + 1);
                return true;
            });
        } else if (seen > request.lastOpSeqMade()) {
            LOG.warn("the server knows numbers up to {}, this laptop only {}", seen, request.lastOpSeqMade());
            numberAfter(seen);
        }
    }

    /** Leaves the numbers up to {@code seen} to whoever used them: unanswered ops keep their ids and content and get later numbers. */
    void numberAfter(long seen) {
        steps.commit(tx -> stores.sends().renumber(tx, identity.user(), seen + 1));
        steps.write(tx -> {
            stores.sends().skipTo(tx, seen + 1);
            return true;
        });
    }
}
