package xundang.desktop.sync;

import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;

/** The real server seen through a handshake that allows small pushes only, with something happening while a push is on its way. */
final class SmallBatches extends PassingApi {
    private final int ops;
    private final Event beforePush;

    SmallBatches(SyncApi server, int ops, Event beforePush) {
        super(server);
        this.ops = ops;
        this.beforePush = beforePush;
    }

    /** What happens. */
    @FunctionalInterface
    interface Event {
        void happen() throws Exception;
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        HelloResponse real = super.hello(request);
        return new HelloResponse(
                real.protocol(),
                real.epoch(),
                real.headSeq(),
                real.lastOpSeqSeen(),
                real.backedUpOpSeq(),
                real.scopes(),
                real.schema(),
                new Limits(ops, real.limits().maxBytes(), real.limits().page()),
                real.serverTime(),
                real.pollAfterS(),
                real.sessionNonce(),
                real.nothingNew());
    }

    /** The event races with the request, as a real power cut does. */
    @Override
    public PushResponse push(PushRequest request) {
        Thread racing = Thread.ofVirtual().start(() -> {
            try {
                beforePush.happen();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            return super.push(request);
        } finally {
            join(racing);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
