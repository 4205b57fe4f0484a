package xundang.desktop.sync;

import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.SnapshotPage;

/** The real server seen through a handshake that allows small pushes only, with something happening while a push is on its way. */
record SmallBatches(SyncApi server, int ops, Event beforePush) implements SyncApi {
    /** What happens. */
    @FunctionalInterface
    interface Event {
        void happen() throws Exception;
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        HelloResponse real = server.hello(request);
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
            return server.push(request);
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

    @Override
    public ChangePage changes(FeedCursor cursor, int limit) {
        return server.changes(cursor, limit);
    }

    @Override
    public SnapshotPage snapshot(String after, int limit) {
        return server.snapshot(after, limit);
    }

    @Override
    public BlobStatus queryBlobs(BlobQuery query) {
        return server.queryBlobs(query);
    }

    @Override
    public String createUpload(String sha256, long size, String mime) {
        return server.createUpload(sha256, size, mime);
    }

    @Override
    public long uploadOffset(String upload) {
        return server.uploadOffset(upload);
    }

    @Override
    public long sendChunk(String upload, long offset, byte[] chunk) {
        return server.sendChunk(upload, offset, chunk);
    }

    @Override
    public BlobPart blob(String sha256, long offset, int length) {
        return server.blob(sha256, offset, length);
    }

    @Override
    public void abort() {
        server.abort();
    }
}
