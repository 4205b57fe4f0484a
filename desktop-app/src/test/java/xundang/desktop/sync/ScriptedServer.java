package xundang.desktop.sync;

import java.io.ByteArrayOutputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordKey;
import xundang.model.sync.SnapshotPage;

/**
 * A server that keeps the protocol's rules in memory and fails exactly when a test says so: before it did what it was asked, or after it
 * did it and before the answer arrived.
 */
final class ScriptedServer implements SyncApi {
    /** Everything, whatever its site. */
    static final List<String> ALL = List.of("*", TestLedger.SITE);

    private record Step(String method, boolean before, SyncFault fault) {}

    final List<PushRequest> pushes = new ArrayList<>();
    final List<HelloRequest> hellos = new ArrayList<>();
    final List<Integer> pageLimits = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final Map<UUID, Integer> applied = new HashMap<>();
    final Map<UUID, OpResult> results = new HashMap<>();
    final Map<UUID, OpResult> scriptedResults = new HashMap<>();
    final Map<String, ByteArrayOutputStream> uploads = new LinkedHashMap<>();
    final Map<String, Long> lengths = new HashMap<>();
    final Map<String, byte[]> stored = new HashMap<>();
    /** Whether the handshake says that there is nothing new, as servers have not always done. */
    boolean saysWhatIsNew;

    private final Deque<Step> script = new ArrayDeque<>();
    private final Map<UUID, String> contents = new HashMap<>();
    private final Map<Long, UUID> numbers = new HashMap<>();
    private final Map<RecordKey, List<UUID>> makers = new HashMap<>();
    private final Map<RecordKey, Change> records = new LinkedHashMap<>();
    Limits limits = Limits.DEFAULT;
    /** Changes when the server's history is another one, as a restored and grown server's commit ids do. */
    int history = 1;

    UUID epoch = new UUID(1, 1);
    long backedUpOpSeq;
    List<String> scopes = ALL;
    Runnable onSnapshot = () -> {};
    long lastOpSeqSeen;
    long seq;
    int maxPushOps = Integer.MAX_VALUE;
    String nonce = "nonce";
    boolean answersNothing;
    Runnable onPush = () -> {};
    Runnable onChunk = () -> {};
    Runnable onBlob = () -> {};

    void failBefore(String method, SyncFault fault) {
        script.add(new Step(method, true, fault));
    }

    void failAfter(String method, SyncFault fault) {
        script.add(new Step(method, false, fault));
    }

    private void fail(String method, boolean before) {
        Step next = script.peek();
        if (next != null && next.method().equals(method) && next.before() == before) {
            script.remove();
            throw new SyncException(next.fault());
        }
    }

    void put(String type, long record, String field, String value, long rev) {
        put(new Change(
                ++seq,
                Change.ChangeOp.PUT,
                TestLedger.key(type, record).type(),
                TestLedger.id(record),
                TestLedger.SITE,
                rev,
                Map.of(field, TestLedger.node(value))));
    }

    void delete(String type, long record, long rev) {
        put(new Change(
                ++seq,
                Change.ChangeOp.DELETE,
                TestLedger.key(type, record).type(),
                TestLedger.id(record),
                TestLedger.SITE,
                rev,
                null));
    }

    private void put(Change change) {
        records.remove(change.key());
        records.put(change.key(), change);
    }

    /** As if it had never been. */
    void forget(String type, long record) {
        records.remove(TestLedger.key(type, record));
    }

    /** A backup from before this record: the op that made it is unknown, and positions in the feed mean something else. */
    void restoreWithout(String type, long record) {
        forget(type, record);
        history++;
        makers.getOrDefault(TestLedger.key(type, record), List.of()).forEach(op -> {
            results.remove(op);
            applied.remove(op);
            numbers.values().remove(op);
        });
    }

    /** The texts of a record that exists. */
    Optional<Map<String, String>> living(String type, long record) {
        return Optional.ofNullable(records.get(TestLedger.key(type, record)))
                .filter(change -> change.op() == Change.ChangeOp.PUT)
                .map(change -> TestLedger.texts(change.f()));
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        calls.add("hello");
        fail("hello", true);
        hellos.add(request);
        return new HelloResponse(
                1,
                epoch,
                seq,
                lastOpSeqSeen,
                backedUpOpSeq,
                scopes,
                new HelloResponse.Schema(1, Map.of()),
                limits,
                OffsetDateTime.ofInstant(TestLedger.NOW.minusSeconds(90), ZoneOffset.UTC),
                60,
                nonce,
                saysWhatIsNew ? cursor(seq).equals(request.cursor()) : null);
    }

    @Override
    public PushResponse push(PushRequest request) {
        calls.add("push");
        pushes.add(request);
        fail("push", true);
        if (request.ops().size() > maxPushOps) {
            throw new SyncException(new SyncFault.TooLarge());
        }
        long first = request.ops().getFirst().opSeq();
        if (first > lastOpSeqSeen + 1) {
            throw new SyncException(new SyncFault.SequenceGap(lastOpSeqSeen + 1));
        }
        for (Op op : request.ops()) {
            UUID other = numbers.get(op.opSeq());
            if (other != null && !other.equals(op.opId()) && !results.containsKey(op.opId())) {
                throw new SyncException(new SyncFault.StaleSession(true));
            }
        }
        request.ops().forEach(op -> numbers.putIfAbsent(op.opSeq(), op.opId()));
        List<OpResult> answers = request.ops().stream().map(this::answer).toList();
        lastOpSeqSeen = Math.max(lastOpSeqSeen, request.ops().getLast().opSeq());
        onPush.run();
        fail("push", false);
        return new PushResponse(answersNothing ? List.of() : answers, lastOpSeqSeen, seq, 60);
    }

    private OpResult answer(Op op) {
        OpResult known = results.get(op.opId());
        if (known == null) {
            OpResult scripted = scriptedResults.get(op.opId());
            known = scripted != null ? scripted : new OpResult(0, OpStatus.APPLIED, apply(op), List.of(), null);
            results.put(op.opId(), known);
            contents.put(op.opId(), content(op));
            makers.computeIfAbsent(op.key(), key -> new ArrayList<>()).add(op.opId());
        } else if (!content(op).equals(contents.get(op.opId()))) {
            throw new AssertionError("op " + op.opId() + " came with another content");
        }
        return new OpResult(op.opSeq(), known.status(), known.rev(), known.conflictIds(), known.problem());
    }

    private static String content(Op op) {
        Op plain = new Op(
                op.opId(),
                0,
                op.group(),
                op.kind(),
                op.v(),
                op.recType(),
                op.recId(),
                op.baseRev(),
                op.set(),
                op.at(),
                op.clockOffsetMs(),
                op.userId());
        return ModelJson.mapper().writeValueAsString(plain);
    }

    private long apply(Op op) {
        applied.merge(op.opId(), 1, Integer::sum);
        Change old = records.get(op.key());
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        if (old != null && old.f() != null) {
            fields.putAll(old.f());
        }
        op.set().forEach((field, change) -> fields.put(field, change.to()));
        long rev = old == null ? 1 : old.rev() + 1;
        put(new Change(++seq, Change.ChangeOp.PUT, op.recType(), op.recId(), TestLedger.SITE, rev, fields));
        return rev;
    }

    void reject(OutboxOp op, OpStatus status) {
        Problem problem = new Problem("urn:xundang:problem:test", "Test", 422, "编号已停用。", "E-TEST-1", null);
        scriptedResults.put(op.opId(), new OpResult(0, status, 0, List.of(), problem));
    }

    @Override
    public ChangePage changes(FeedCursor cursor, int limit) {
        calls.add("changes");
        pageLimits.add(limit);
        fail("changes", true);
        String[] mark = cursor.token().split("/", -1);
        long from = Long.parseLong(mark[2]);
        if (!cursor(from).equals(cursor) || from > seq) {
            throw new SyncException(new SyncFault.Resync());
        }
        List<Change> after = records.values().stream()
                .filter(change -> change.seq() > from && mayHold(change.scope()))
                .sorted(java.util.Comparator.comparingLong(Change::seq))
                .toList();
        boolean more = after.size() > limit;
        List<Change> page = more ? after.subList(0, limit) : after;
        long to = more ? page.getLast().seq() : seq;
        return new ChangePage(page, cursor(to), more, seq);
    }

    /** Keyset by type and id; {@code after} carries where the feed stood and whose entitlement it is, as the server's does. */
    @Override
    public SnapshotPage snapshot(String after, int limit) {
        calls.add("snapshot");
        pageLimits.add(limit);
        fail("snapshot", true);
        String[] mark = after == null ? new String[] {entitlement(), Long.toString(seq), ""} : after.split("\\|", 3);
        if (!mark[0].equals(entitlement())) {
            throw new SyncException(new SyncFault.Resync());
        }
        List<Change> living = records.values().stream()
                .filter(change -> change.op() == Change.ChangeOp.PUT && mayHold(change.scope()))
                .sorted(java.util.Comparator.comparing(ScriptedServer::place))
                .toList();
        List<Change> rest = living.stream()
                .filter(change -> place(change).compareTo(mark[2]) > 0)
                .toList();
        boolean more = rest.size() > limit;
        List<Change> page = (more ? rest.subList(0, limit) : rest)
                .stream()
                        .map(change -> new Change(
                                0, change.op(), change.type(), change.id(), change.scope(), change.rev(), change.f()))
                        .toList();
        onSnapshot.run();
        String next = more ? mark[0] + "|" + mark[1] + "|" + place(page.getLast()) : null;
        return new SnapshotPage(page, next, cursor(Long.parseLong(mark[1])), living.size());
    }

    private static String place(Change change) {
        return change.type() + " " + change.id();
    }

    private boolean mayHold(String scope) {
        return scopes.contains(scope) || scope.equals("*") || scopes.equals(ALL);
    }

    private String entitlement() {
        return Integer.toHexString(scopes.hashCode());
    }

    private FeedCursor cursor(long at) {
        return new FeedCursor(history + "/" + entitlement() + "/" + at);
    }

    @Override
    public BlobStatus queryBlobs(BlobQuery query) {
        calls.add("query");
        fail("query", true);
        List<String> held = query.sha256().stream().filter(stored::containsKey).toList();
        List<BlobStatus.Unfinished> unfinished = query.sha256().stream()
                .filter(sha -> !stored.containsKey(sha) && uploads.containsKey(sha))
                .map(sha -> new BlobStatus.Unfinished(sha, sha))
                .toList();
        List<String> missing = query.sha256().stream()
                .filter(sha -> !stored.containsKey(sha) && !uploads.containsKey(sha))
                .toList();
        return new BlobStatus(held, unfinished, missing);
    }

    @Override
    public String createUpload(String sha256, long size, String mime) {
        calls.add("create");
        fail("create", true);
        uploads.put(sha256, new ByteArrayOutputStream());
        lengths.put(sha256, size);
        fail("create", false);
        return sha256;
    }

    @Override
    public long uploadOffset(String upload) {
        calls.add("offset");
        fail("offset", true);
        return upload(upload).size();
    }

    @Override
    public long sendChunk(String upload, long offset, byte[] chunk) {
        calls.add("chunk");
        fail("chunk", true);
        ByteArrayOutputStream bytes = upload(upload);
        if (bytes.size() != offset) {
            throw new SyncException(new SyncFault.UploadOffset());
        }
        bytes.writeBytes(chunk);
        onChunk.run();
        if (bytes.size() == lengths.get(upload)) {
            uploads.remove(upload);
            if (upload.equals(PhotoFetcher.hash(bytes.toByteArray()))) {
                stored.put(upload, bytes.toByteArray());
            }
        }
        fail("chunk", false);
        return offset + chunk.length;
    }

    private ByteArrayOutputStream upload(String upload) {
        if (!uploads.containsKey(upload)) {
            throw new SyncException(new SyncFault.NotThere());
        }
        return Objects.requireNonNull(uploads.get(upload));
    }

    @Override
    public BlobPart blob(String sha256, long offset, int length) {
        calls.add("blob");
        fail("blob", true);
        onBlob.run();
        byte[] bytes = stored.get(sha256);
        if (bytes == null) {
            throw new SyncException(new SyncFault.NotThere());
        }
        int from = Math.toIntExact(offset);
        return new BlobPart(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length)), bytes.length);
    }

    @Override
    public void abort() {
        calls.add("abort");
    }
}
