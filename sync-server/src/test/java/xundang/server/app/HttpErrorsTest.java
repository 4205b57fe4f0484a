package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.json.ModelJson;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.model.sync.PushResponse;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Bad input gets a clear answer and nothing of the server's inside. */
class HttpErrorsTest {
    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;

    @BeforeEach
    void start() {
        server = new TestServer(folder, DatabaseKind.H2);
        laptop = server.manager();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "[]",
                "{}",
                "{\"sessionNonce\":\"x\",\"ops\":[null]}",
                "{\"sessionNonce\":\"x\",\"ops\":[{}]}",
                "{\"sessionNonce\":\"x\",\"ops\":[{\"opId\":\"17\"}]}",
                "{\"sessionNonce\":\"x\",\"ops\":[{\"kind\":\"DROP TABLE\"}]}"
            })
    void aPushThatIsNoPushIsMalformed(String body) {
        HttpRequest.Builder request = laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(laptop.send(request).expect(400).problemName()).isEqualTo("malformed");
    }

    @Test
    void jsonThatIsTooDeepIsMalformed() {
        HttpRequest.Builder request = laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[".repeat(5000) + "]".repeat(5000)));
        laptop.send(request).expect(400).problem();
    }

    @Test
    void anotherContentTypeIsRefused() {
        HttpRequest.Builder request =
                laptop.request(Paths.PUSH).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"));
        assertThat(laptop.send(request).expect(415).problemName()).isEqualTo("wrong-content-type");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        HttpRequest.Builder request = laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(" ".repeat(Limits.DEFAULT.maxBytes() + 1)));
        assertThat(laptop.send(request).expect(413).problemName()).isEqualTo("too-large");
    }

    @Test
    void aSmallBodyThatUnpacksToAHugeOneIsRefused() throws IOException {
        HttpRequest.Builder request = packed(new byte[50 * 1024 * 1024]);
        assertThat(laptop.send(request).expect(413).problemName()).isEqualTo("too-large");
    }

    @Test
    void aPackedPushIsTaken() throws IOException {
        Op op = laptop.createAsset(server.ids.next(), Map.of());
        PushResponse answer = laptop.send(packed(ModelJson.mapper().writeValueAsBytes(laptop.pushRequest(op))))
                .expect(200)
                .as(PushResponse.class);
        assertThat(answer.results().getFirst().status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aPushMuchLargerThanASmallOneIsTakenWhole() {
        Op[] ops = IntStream.range(0, 60)
                .mapToObj(i -> laptop.createAsset(server.ids.next(), Map.of("remark", "备".repeat(6_000))))
                .toArray(Op[]::new);
        byte[] body = ModelJson.mapper().writeValueAsBytes(laptop.pushRequest(ops));
        assertThat(body.length).isBetween(2 * Limits.SMALL_PUSH, Limits.DEFAULT.maxBytes());
        HttpRequest.Builder request = laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        assertThat(laptop.send(request).expect(200).as(PushResponse.class).results())
                .hasSize(60)
                .allMatch(result -> result.status() == OpStatus.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{}",
                "{\"ops\":[]}",
                "{\"sessionNonce\":\"n\"}",
                "{\"sessionNonce\":7,\"ops\":[]}",
                "{\"sessionNonce\":\"n\",\"ops\":{}}",
                "{\"sessionNonce\":\"n\",\"ops\":[7]}",
                "{\"sessionNonce\":\"n\",\"ops\":[{}]}",
                "{\"sessionNonce\":\"n\",\"ops\":[{\"opId\":}]}",
                "{\"sessionNonce\":\"n\",\"ops\":[",
                "{\"sessionNonce\":\"n\",\"ops\":[]}}"
            })
    void whatIsNoPushIsMalformed(String body) {
        HttpRequest.Builder request = laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        assertThat(laptop.send(request).expect(400).problemName()).isEqualTo("malformed");
    }

    @Test
    void aBodyThatOnlyClaimsToBePackedIsMalformed() {
        HttpRequest.Builder request = laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(laptop.send(request).expect(400).problemName()).isEqualTo("malformed");
    }

    @Test
    void anUnknownAddressIsNotFound() {
        assertThat(laptop.get("/v1/nothing").expect(404).problemName()).isEqualTo("not-found");
    }

    @Test
    void aWrongMethodIsSaidToBeOne() {
        assertThat(laptop.get(Paths.PUSH).expect(405).problemName()).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {Paths.CHANGES, Paths.BLOBS + "00"})
    void withoutATokenNothingIsOpen(String path) {
        Http.Answer answer = server.http().send(server.http().request(path).GET());
        assertThat(answer.expect(401).problemName()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenThatNobodyWasGivenIsRefused() {
        HttpRequest.Builder request = server.http()
                .request(Paths.CHANGES)
                .header("Authorization", "Bearer nonsense")
                .GET();
        server.http().send(request).expect(401);
    }

    @Test
    void aPageOfNoSizeIsMalformed() {
        laptop.get(Paths.CHANGES + "?limit=-1").expect(400).problem();
        laptop.get(Paths.CHANGES + "?limit=many").expect(400).problem();
    }

    @Test
    void aPictureNameThatIsAPathIsNotFound() {
        laptop.get(Paths.BLOBS + "..%2f..%2fledger.mv.db").problem();
    }

    @Test
    void theAdministratorsEntryIsInvisibleWithoutTheKey() {
        assertThat(laptop.post("/v1/admin", Map.of("command", "verify_audit"))
                        .expect(404)
                        .problemName())
                .isEqualTo("not-found");
    }

    @Test
    void aLaptopThatAsksTooOftenIsToldToWait() {
        Http.Answer last = laptop.get(Paths.CHANGES);
        for (int i = 0; i < 600 && last.status() == 200; i++) {
            last = laptop.get(Paths.CHANGES);
        }
        assertThat(last.expect(429).problemName()).isEqualTo("too-many-requests");
    }

    @Test
    void healthIsOpenToAll() {
        server.http().send(server.http().request("/health").GET()).expect(200);
    }

    private HttpRequest.Builder packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return laptop.request(Paths.PUSH)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()));
    }
}
