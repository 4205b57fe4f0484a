package xundang.desktop.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSource;
import okio.Okio;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.session.EnrolOutcome;
import xundang.desktop.session.EnrolmentFailed;
import xundang.desktop.sync.BlobPart;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.PushRequest;
import xundang.model.sync.RecordType;

/** What the client makes of every kind of answer, over a real socket. */
class HttpSyncApiTest {
    private final MockWebServer server = new MockWebServer();
    private HttpSyncApi api;

    @BeforeEach
    void start() throws IOException {
        server.start();
        api = new HttpSyncApi(base(), () -> "secret", Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String base() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private void answer(int status, String type, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", type)
                .body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.build());
    }

    private void problem(int status, String type, String extra) {
        answer(
                status,
                "application/problem+json",
                "{\"type\":\"urn:xundang:problem:%s\",\"title\":\"t\",\"status\":%d,\"detail\":\"d\",\"code\":\"E-1\"%s}"
                        .formatted(type, status, extra));
    }

    private static SyncFault fault(ThrowingCallable call) {
        SyncFault[] fault = new SyncFault[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(SyncException.class, e -> fault[0] = e.fault());
        return fault[0];
    }

    private SyncFault pull() {
        return fault(() -> api.changes(new FeedCursor("c"), 10));
    }

    @Test
    void aPageIsAskedForWithTokenCursorAndLimit() throws InterruptedException {
        answer(200, "application/json", "{\"changes\":[],\"cursor\":\"n\",\"more\":false,\"headSeq\":3}");
        assertThat(api.changes(new FeedCursor("a b"), 10).cursor()).isEqualTo(new FeedCursor("n"));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/sync/changes?limit=10&cursor=a%20b");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
    }

    @Test
    void aSnapshotPageIsAskedForBehindTheLastOne() throws InterruptedException {
        String page = "{\"records\":[],\"after\":\"k2\",\"cursor\":\"c\",\"expected\":7}";
        answer(200, "application/json", page);
        assertThat(api.snapshot(null, 10).after()).isEqualTo("k2");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/sync/snapshot?limit=10");
        answer(200, "application/json", page.replace("\"after\":\"k2\",", ""));
        assertThat(api.snapshot("k2", 10).after()).isNull();
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/sync/snapshot?limit=10&after=k2");
    }

    @Test
    void aPieceOfAPictureIsAskedForByItsRange() throws InterruptedException {
        answer(206, "image/jpeg", "cd", "Content-Range", "bytes 2-3/6");
        BlobPart part = api.blob("ab", 2, 2);
        assertThat(part.bytes()).asString().isEqualTo("cd");
        assertThat(part.total()).isEqualTo(6);
        assertThat(server.takeRequest().getHeaders().get("Range")).isEqualTo("bytes=2-3");
    }

    @Test
    void aServerThatSendsTheWholePictureGivesTheRestOfIt() {
        answer(200, "image/jpeg", "abcdef");
        BlobPart part = api.blob("ab", 2, 2);
        assertThat(part.bytes()).asString().isEqualTo("cdef");
        assertThat(part.total()).isEqualTo(6);
    }

    @Test
    void anotherRangeThanAskedForIsNoAnswer() {
        answer(206, "image/jpeg", "cd", "Content-Range", "bytes 4-5/6");
        assertThat(fault(() -> api.blob("ab", 2, 2))).isEqualTo(new SyncFault.Unreadable());
        answer(206, "image/jpeg", "cd");
        assertThat(fault(() -> api.blob("ab", 2, 2))).isEqualTo(new SyncFault.Unreadable());
        answer(200, "image/jpeg", "a");
        assertThat(fault(() -> api.blob("ab", 2, 2))).isEqualTo(new SyncFault.Unreadable());
    }

    @Test
    void aLargePushIsPackedAndUnpacksToTheSameOps() throws Exception {
        answer(200, "application/json", "{\"results\":[],\"lastOpSeqSeen\":0,\"headSeq\":0,\"pollAfterS\":60}");
        PushRequest push = new PushRequest(
                "n",
                IntStream.range(1, 40)
                        .mapToObj(i -> new Op(
                                new UUID(1, i),
                                i,
                                null,
                                new OpKind("asset.patch"),
                                1,
                                RecordType.ASSET,
                                new UUID(2, i),
                                0,
                                Map.of(),
                                OffsetDateTime.parse("2026-11-21T10:00:00+08:00"),
                                0,
                                new UserId(new UUID(3, 3))))
                        .toList());
        api.push(push);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Encoding")).isEqualTo("gzip");
        try (var body = Okio.buffer(new GzipSource(new Buffer().write(request.getBody())))) {
            assertThat(ModelJson.mapper().readValue(body.readByteArray(), PushRequest.class))
                    .isEqualTo(push);
        }
    }

    @Test
    void aLogInPageUnderAnyStatusIsAForeignNetwork() {
        answer(200, "text/html", "<html>请登录</html>");
        assertThat(pull()).isEqualTo(new SyncFault.NetworkLogin());
        answer(403, "text/html", "<html>请登录</html>");
        assertThat(pull()).isEqualTo(new SyncFault.NetworkLogin());
        answer(302, "text/html", "", "Location", "http://portal.example/");
        assertThat(pull()).isEqualTo(new SyncFault.NetworkLogin());
        answer(511, "text/html", "");
        assertThat(pull()).isEqualTo(new SyncFault.NetworkLogin());
        answer(200, "text/html", "<html>请登录</html>");
        assertThat(fault(() -> api.blob("ab", 0, 10))).isEqualTo(new SyncFault.NetworkLogin());
        answer(204, "text/html", "");
        assertThat(fault(() -> api.sendChunk("/v1/uploads/1", 0, new byte[1]))).isEqualTo(new SyncFault.NetworkLogin());
    }

    @Test
    void eachRefusalOfTheServerHasItsOwnFault() {
        problem(401, "unauthenticated", "");
        assertThat(pull()).isEqualTo(new SyncFault.LoginNeeded());
        problem(409, "op-seq-gap", ",\"expected\":7");
        assertThat(pull()).isEqualTo(new SyncFault.SequenceGap(7));
        problem(409, "resync", "");
        assertThat(pull()).isEqualTo(new SyncFault.Resync());
        problem(410, "resync", "");
        assertThat(pull()).isEqualTo(new SyncFault.Resync());
        problem(409, "session-stale", "");
        assertThat(pull()).isEqualTo(new SyncFault.StaleSession(false));
        problem(409, "device-cloned", "");
        assertThat(pull()).isEqualTo(new SyncFault.StaleSession(true));
        problem(413, "too-large", "");
        assertThat(pull()).isEqualTo(new SyncFault.TooLarge());
        problem(426, "too-old", "");
        assertThat(pull()).isEqualTo(new SyncFault.TooOld());
        problem(422, "odd", "");
        assertThat(pull().code()).isEqualTo("E-1");
    }

    @Test
    void aBusyServerSaysHowLong() {
        answer(503, "text/plain", "", "Retry-After", "30");
        assertThat(pull()).isEqualTo(new SyncFault.Busy(503, Duration.ofSeconds(30)));
        answer(429, "text/plain", "");
        assertThat(pull()).isEqualTo(new SyncFault.Busy(429, null));
    }

    @Test
    void aCutConnectionIsNoAnswerAndIsNotSilentlyRetried() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        assertThat(pull()).isEqualTo(new SyncFault.NoAnswer(false));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsNamedSo() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        api = new HttpSyncApi(base(), () -> "secret", Duration.ofMillis(200));
        assertThat(pull()).isEqualTo(new SyncFault.NoAnswer(true));
    }

    @Test
    void anAnswerThatEndsEarlyOrIsNoJsonCountsAsNone() {
        answer(200, "application/json", "{\"changes\":[");
        assertThat(pull()).isEqualTo(new SyncFault.Unreadable());
        answer(200, "application/json", "null");
        assertThat(pull()).isEqualTo(new SyncFault.Unreadable());
    }

    @Test
    void anUploadIsBegunContinuedAndMeasured() throws InterruptedException {
        answer(201, "text/plain", "", "Tus-Resumable", "1.0.0", "Location", "/v1/uploads/7");
        assertThat(api.createUpload("ab", 300, "image/jpeg")).isEqualTo("/v1/uploads/7");
        RecordedRequest create = server.takeRequest();
        assertThat(create.getHeaders().get("Upload-Length")).isEqualTo("300");
        assertThat(create.getHeaders().get("Upload-Metadata")).isEqualTo("sha256 YWI=,filetype aW1hZ2UvanBlZw==");
        answer(204, "text/plain", "", "Tus-Resumable", "1.0.0", "Upload-Offset", "2");
        assertThat(api.sendChunk("/v1/uploads/7", 0, new byte[] {1, 2})).isEqualTo(2);
        RecordedRequest chunk = server.takeRequest();
        assertThat(chunk.getMethod()).isEqualTo("PATCH");
        assertThat(chunk.getHeaders().get("Upload-Checksum")).startsWith("sha256 ");
        assertThat(chunk.getHeaders().get("Content-Type")).isEqualTo("application/offset+octet-stream");
    }

    @Test
    void anUploadElsewhereIsRefusedSoThatTheTokenStaysHere() {
        answer(201, "text/plain", "", "Tus-Resumable", "1.0.0", "Location", "http://elsewhere.example/x");
        assertThat(fault(() -> api.createUpload("ab", 1, "image/png"))).isEqualTo(new SyncFault.Unreadable());
        assertThatThrownBy(() -> new HttpSyncApi("http://elsewhere.example", () -> "secret"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUploadsRefusalsTellWhatToDo() {
        problem(409, "offset", "");
        assertThat(fault(() -> api.sendChunk("/v1/uploads/1", 0, new byte[1]))).isEqualTo(new SyncFault.UploadOffset());
        problem(460, "checksum", "");
        assertThat(fault(() -> api.sendChunk("/v1/uploads/1", 0, new byte[1]))).isEqualTo(new SyncFault.UploadOffset());
        problem(404, "not-found", "");
        assertThat(fault(() -> api.uploadOffset("/v1/uploads/1"))).isEqualTo(new SyncFault.NotThere());
    }

    @Test
    void abortingEndsACallInFlight() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Thread aborter = Thread.ofVirtual().start(() -> {
            try {
                server.takeRequest();
                api.abort();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(fault(() -> api.queryBlobs(new BlobQuery(List.of())))).isEqualTo(new SyncFault.NoAnswer(false));
        aborter.join();
    }

    @Test
    void anEnrolmentsRefusalsKeepTheirReason() {
        for (var reason : Map.of(
                        "code-used", EnrolOutcome.Reason.CODE_USED,
                        "code-expired", EnrolOutcome.Reason.CODE_EXPIRED,
                        "code-unknown", EnrolOutcome.Reason.CODE_UNKNOWN,
                        "locked", EnrolOutcome.Reason.LOCKED,
                        "wrong-account-or-password", EnrolOutcome.Reason.WRONG_ACCOUNT_OR_PASSWORD)
                .entrySet()) {
            problem(403, reason.getKey(), "");
            assertThatThrownBy(this::enrol)
                    .isInstanceOfSatisfying(
                            EnrolmentFailed.class, e -> assertThat(e.reason()).contains(reason.getValue()));
        }
        answer(200, "text/html", "<html>");
        assertThatThrownBy(this::enrol)
                .isInstanceOfSatisfying(
                        EnrolmentFailed.class, e -> assertThat(e.reason()).isEmpty());
    }

    private void enrol() throws EnrolmentFailed {
        new HttpEnrolmentClient().enrol(base(), new EnrolRequest("zhang", "password", "code", "laptop"));
    }
}
