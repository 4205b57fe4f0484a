package xundang.desktop.sync;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.Problem;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;

/** Sends the outbox, oldest first. What was sent without an answer is sent again, the same, until there is one. */
final class OutboxPusher {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPusher.class);

    /** A server that still asks for other numbers after this many corrections is left alone until the next round. */
    private static final int MAX_CORRECTIONS = 4;

    private static final Problem TOO_LARGE = new Problem(
            "urn:xundang:problem:too-large", "Too large", 413, "这条记录太大，服务器不能接收。内容仍完整保存在本机。请联系管理员。", "E-SYNC-113", null);

    private final SyncApi api;
    private final StoreSteps steps;
    private final SyncStores stores;
    private final SyncIdentity identity;
    private final Clock clock;
    private int most = Integer.MAX_VALUE;

    OutboxPusher(SyncApi api, StoreSteps steps, SyncStores stores, SyncIdentity identity, Clock clock) {
        this.api = api;
        this.steps = steps;
        this.stores = stores;
        this.identity = identity;
        this.clock = clock;
    }

    /** Pushes until this person has nothing left to send; false if there was nothing to begin with. */
    boolean push(HelloResponse hello, StopSign stop) {
        int corrections = 0;
        PushSize size = new PushSize(clock);
        boolean sent = false;
        while (true) {
            stop.check();
            Limits limits = limits(hello.limits(), size);
            List<Op> batch = nextBatch(limits);
            if (batch.isEmpty()) {
                return sent;
            }
            sent = true;
            try {
                long begun = size.now();
                PushResponse answer = api.push(new PushRequest(hello.sessionNonce(), batch));
                size.answered(begun);
                take(batch, answer);
                most = most >= hello.limits().maxOps() ? Integer.MAX_VALUE : most * 2;
            } catch (SyncException e) {
                boolean corrected = correct(e.fault(), batch);
                if (!corrected || ++corrections > MAX_CORRECTIONS + batch.size()) {
                    throw e;
                }
            }
        }
    }

    private Limits limits(Limits server, PushSize size) {
        return new Limits(Math.min(most, server.maxOps()), Math.min(size.bytes(), server.maxBytes()), server.page());
    }

    /** Numbered ops first, because theirs are the lower numbers; new numbers are durable before anything is sent. */
    private List<Op> nextBatch(Limits limits) {
        List<Op> numbered = steps.read(tx -> stores.sends().batch(tx, identity.user(), limits));
        if (!numbered.isEmpty()) {
            return numbered;
        }
        boolean planned = steps.commit(tx -> stores.sends().plan(tx, identity.user(), limits));
        return planned ? steps.read(tx -> stores.sends().batch(tx, identity.user(), limits)) : List.of();
    }

    private void take(List<Op> batch, PushResponse answer) {
        int closed = steps.write(tx -> stores.answers().record(tx, batch, answer.results()));
        LOG.info("sent {} ops, {} answered", batch.size(), closed);
        if (closed == 0) {
            throw new SyncException(new SyncFault.Unreadable());
        }
    }

    /** Does what the fault asks for; true if the batch can be tried again at once. */
    private boolean correct(SyncFault fault, List<Op> batch) {
        if (fault instanceof SyncFault.SequenceGap gap) {
            goOnFrom(gap.expected());
            return true;
        }
        if (fault instanceof SyncFault.TooLarge) {
            split(batch);
            return true;
        }
        if (fault instanceof SyncFault.NoAnswer cut && cut.timedOut()) {
            most = Math.max(1, batch.size() / 2);
        }
        return false;
    }

    private void goOnFrom(long expected) {
        LOG.warn("the server expects op number {}", expected);
        boolean own = steps.write(tx -> {
            boolean has = stores.sends().has(tx, identity.user(), expected);
            if (has) {
                stores.sends().sendAgainFrom(tx, identity.user(), expected);
            }
            return has;
        });
        if (!own) {
            steps.commit(tx -> stores.sends().renumber(tx, identity.user(), expected));
        }
    }

    /** A batch that is one op, or one group that must stay together, can never be sent: it needs a person. */
    private void split(List<Op> batch) {
        Op first = batch.getFirst();
        boolean one = first.group() == null
                ? batch.size() == 1
                : batch.stream().allMatch(op -> first.group().equals(op.group()));
        if (one) {
            LOG.warn("op {} and {} more of its group are too large for the server", first.opId(), batch.size() - 1);
            steps.write(tx -> {
                stores.answers().refuse(tx, batch, TOO_LARGE);
                return true;
            });
        } else {
            most = Math.max(1, batch.size() / 2);
        }
    }
}
