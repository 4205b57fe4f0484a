package xundang.desktop.sync;

import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.SnapshotPage;

/** Passes every call on; who extends it changes one of them. */
abstract class PassingApi implements SyncApi {
    private final SyncApi server;

    PassingApi(SyncApi server) {
        this.server = server;
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        return server.hello(request);
    }

    @Override
    public PushResponse push(PushRequest request) {
        return server.push(request);
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
