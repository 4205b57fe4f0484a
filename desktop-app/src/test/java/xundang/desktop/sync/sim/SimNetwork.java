package xundang.desktop.sync.sim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import xundang.desktop.sync.BlobPart;
import xundang.desktop.sync.SyncApi;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.desktop.sync.http.ProblemFaults;
import xundang.model.json.ModelJson;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.SnapshotPage;
import xundang.server.platform.db.DatabaseException;
import xundang.server.platform.http.ProblemException;

/** The way between one laptop and the server. Every message is turned into JSON and back. */
final class SimNetwork implements SyncApi {
    private final SimServer server;
    private final Supplier<String> token;
    private final Dice dice;
    private final Trace trace;
    private final Sabotage sabotage;
    private final Watch watch;
    private final List<Runnable> echoes = new ArrayList<>();
    private Weather weather = Weather.FAIR;
    private @Nullable String loseAnswerTo;
    private boolean cutPush;
    private int cutChunkAt = -1;
    private int pageSize = Integer.MAX_VALUE;

    /** Sees what travels. */
    interface Watch {
        void sent(PushRequest request);

        void received(List<Change> changes);
    }

    SimNetwork(SimServer server, Supplier<String> token, Dice dice, Trace trace, Sabotage sabotage, Watch watch) {
        this.server = server;
        this.token = token;
        this.dice = dice;
        this.trace = trace;
        this.sabotage = sabotage;
        this.watch = watch;
    }

    void weather(Weather now) {
        weather = now;
    }

    /** The answer to the next request of that name is lost, whatever the weather. */
    void loseNextAnswerTo(String request) {
        loseAnswerTo = request;
    }

    /** The next push breaks off in its body, so that the server has only a part of the JSON. */
    void cutNextPush() {
        cutPush = true;
    }

    /** The connection of the next chunk breaks after so many bytes. */
    void cutNextChunkAt(int bytes) {
        cutChunkAt = bytes;
    }

    /** Pages of the feed are no longer than this. */
    void pageSize(int most) {
        pageSize = most;
    }

    /** Copies of old requests arrive, the last first. */
    void deliverEchoes() {
        List<Runnable> late = new ArrayList<>(echoes);
        echoes.clear();
        late.reversed().forEach(Runnable::run);
    }

    void forgetEchoes() {
        echoes.clear();
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        HelloRequest sent = travel(request, HelloRequest.class);
        return travel(exchange("hello", false, () -> server.hello(token.get(), sent)), HelloResponse.class);
    }

    @Override
    public PushResponse push(PushRequest request) {
        PushRequest sent = travel(sabotage.sending(request), PushRequest.class);
        watch.sent(sent);
        boolean over = ModelJson.mapper().writeValueAsBytes(sent).length > Limits.DEFAULT.maxBytes();
        if (over || (sent.ops().size() > 1 && dice.chance(weather.tooLarge()))) {
            trace.add("push of %d ops: 413", sent.ops().size());
            throw new SyncException(new SyncFault.TooLarge());
        }
        if (cutPush) {
            cutPush = false;
            cut(sent);
        }
        String bearer = token.get();
        return travel(exchange("push", false, () -> server.push(bearer, sent)), PushResponse.class);
    }

    /** What the server reads of half a message is no message. */
    private void cut(PushRequest sent) {
        byte[] json = ModelJson.mapper().writeValueAsBytes(sent);
        byte[] half = Arrays.copyOf(json, json.length / 2);
        try {
            PushRequest read = ModelJson.mapper().readValue(half, PushRequest.class);
            throw new IllegalStateException("half a message was understood: " + read);
        } catch (JacksonException e) {
            trace.add("push: cut in its body");
            throw new SyncException(new SyncFault.NoAnswer(false), e);
        }
    }

    @Override
    public ChangePage changes(@Nullable FeedCursor cursor, int limit) {
        String bearer = token.get();
        String from = cursor == null ? "" : cursor.token();
        int few = fewer(limit);
        ChangePage page = travel(exchange("changes", false, () -> server.page(bearer, from, few)), ChangePage.class);
        watch.received(page.changes());
        return page;
    }

    @Override
    public SnapshotPage snapshot(@Nullable String after, int limit) {
        String bearer = token.get();
        String from = after == null ? "" : after;
        int few = fewer(limit);
        SnapshotPage page =
                travel(exchange("snapshot", false, () -> server.snapshot(bearer, from, few)), SnapshotPage.class);
        watch.received(page.records());
        return page;
    }

    private int fewer(int limit) {
        return Math.min(pageSize, weather.equals(Weather.FAIR) ? limit : Math.min(limit, dice.between(1, 8)));
    }

    @Override
    public BlobStatus queryBlobs(BlobQuery query) {
        BlobQuery sent = travel(query, BlobQuery.class);
        return travel(
                exchange("blobs", false, () -> server.photos().query(server.caller(token.get()), sent.sha256())),
                BlobStatus.class);
    }

    @Override
    public String createUpload(String sha256, long size, String mime) {
        return exchange("create", true, () -> server.photos().create(server.caller(token.get()), sha256, size, mime));
    }

    @Override
    public long uploadOffset(String upload) {
        return exchange("offset", true, () -> server.photos().offset(server.caller(token.get()), upload));
    }

    @Override
    public long sendChunk(String upload, long offset, byte[] chunk) {
        int whole = chunk.length;
        int arrives = dice.chance(weather.lostAnswer()) ? dice.below(whole) : whole;
        if (cutChunkAt >= 0) {
            arrives = Math.min(cutChunkAt, whole);
            cutChunkAt = -1;
        }
        int arriving = arrives;
        byte[] damaged = dice.chance(weather.lostRequest()) ? damage(chunk) : chunk;
        return exchange("chunk", true, () -> {
            long now = server.photos()
                    .append(server.caller(token.get()), upload, offset, breaking(damaged, arriving), chunk);
            sabotage.photoSent(server, upload);
            return now;
        });
    }

    @Override
    public BlobPart blob(String sha256, long offset, int length) {
        byte[] whole = exchange("blob", false, () -> {
            try {
                return server.photos().download(server.caller(token.get()), sha256);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        int from = Math.toIntExact(offset);
        return new BlobPart(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + length)), whole.length);
    }

    @Override
    public void abort() {
        // Nothing is ever in flight between two steps of a run.
    }

    private <T> T exchange(String what, boolean upload, Supplier<T> work) {
        if (dice.chance(weather.lostRequest())) {
            throw lost(what, "request");
        }
        if (dice.chance(weather.busy())) {
            trace.add("%s: 503", what);
            throw new SyncException(new SyncFault.Busy(503, null));
        }
        if (dice.chance(weather.echo())) {
            echoes.add(() -> ignoringTheAnswer(what + " again, late", upload, work));
        }
        boolean twice = dice.chance(weather.twice());
        boolean firstCounts = dice.chance(0.5);
        if (twice && !firstCounts) {
            ignoringTheAnswer(what + " first of two", upload, work);
        }
        T answer = atServer(what, upload, work);
        if (twice && firstCounts) {
            ignoringTheAnswer(what + " second of two", upload, work);
        }
        if (what.equals(loseAnswerTo)) {
            loseAnswerTo = null;
            throw lost(what, "answer");
        }
        if (dice.chance(weather.lostAnswer())) {
            throw lost(what, "answer");
        }
        return answer;
    }

    private <T> T atServer(String what, boolean upload, Supplier<T> work) {
        try {
            T answer = work.get();
            trace.add("%s: ok", what);
            return answer;
        } catch (ProblemException e) {
            trace.add("%s: %s", what, e.problem().code());
            throw new SyncException(ProblemFaults.of(e.problem(), upload), e);
        } catch (DatabaseException e) {
            trace.add("%s: database %s", what, e.reason());
            throw new SyncException(new SyncFault.Busy(503, null), e);
        } catch (UncheckedIOException e) {
            trace.add("%s: broken in mid body", what);
            throw new SyncException(new SyncFault.NoAnswer(false), e);
        } catch (SimCrash e) {
            trace.add("%s: %s", what, e.getMessage());
            server.restart();
            throw new SyncException(new SyncFault.NoAnswer(false), e);
        }
    }

    private <T> void ignoringTheAnswer(String what, boolean upload, Supplier<T> work) {
        try {
            atServer(what, upload, work);
        } catch (SyncException nobodyWaitsForIt) {
            trace.add("%s: fault %s", what, nobodyWaitsForIt.fault().code());
        }
    }

    private SyncException lost(String what, String which) {
        boolean slow = dice.chance(weather.slow());
        trace.add("%s: %s lost%s", what, which, slow ? " (time limit)" : "");
        return new SyncException(new SyncFault.NoAnswer(slow));
    }

    private static <T> T travel(T message, Class<T> type) {
        return ModelJson.mapper().readValue(ModelJson.mapper().writeValueAsBytes(message), type);
    }

    private byte[] damage(byte[] chunk) {
        byte[] other = Arrays.copyOf(chunk, chunk.length);
        other[dice.below(other.length)] ^= 1;
        return other;
    }

    /** A body of which only a part arrives. */
    private static InputStream breaking(byte[] body, int arrives) {
        if (arrives == body.length) {
            return new ByteArrayInputStream(body);
        }
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                int read = read(one, 0, 1);
                return read < 0 ? read : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (at == arrives) {
                    throw new IOException("connection reset");
                }
                int some = Math.min(length, arrives - at);
                System.arraycopy(body, at, target, offset, some);
                at += some;
                return some;
            }
        };
    }
}
