package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Paths;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** What tus 1.0.0 demands, request by request, and what is refused. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class TusProtocolTest {
    private static final int SIZE = 100_000;

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private final byte[] picture = new byte[SIZE];
    private TestServer server;
    private Laptop laptop;
    private TusCalls calls;
    private String sha256;

    @BeforeEach
    void start() {
        new Random(17).nextBytes(picture);
        sha256 = Sha256.hex(picture);
        server = new TestServer(folder, kind);
        laptop = server.manager();
        calls = new TusCalls(laptop);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String begun() {
        return calls.create(SIZE, sha256).expect(201).header("Location");
    }

    @Test
    void aHeadGivesOffsetLengthExpiryAndTheMetadataAsWritten() {
        Http.Answer head = calls.head(begun()).expect(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("0");
        assertThat(head.header("Upload-Length")).isEqualTo("" + SIZE);
        assertThat(head.header("Upload-Metadata"))
                .isEqualTo("sha256 " + TusCalls.base64(sha256) + ",filetype " + TusCalls.base64("image/jpeg"));
        assertThat(head.header("Upload-Expires")).isEqualTo("Fri, 27 Nov 2026 00:00:00 GMT");
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(head.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.2.2", "2.0.0"})
    void anotherVersionOfTusIsRefusedAndNothingIsDone(String version) {
        String upload = begun();
        HttpRequest.Builder patch = laptop.request(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(picture));
        Http.Answer answer = laptop.send(version.isEmpty() ? patch : patch.header("Tus-Resumable", version));
        assertThat(answer.expect(412).header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.problemName()).isEqualTo("tus-version");
        assertThat(calls.head(upload).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void anUploadOfUnknownLengthIsRefusedWithAReason() {
        Http.Answer answer = laptop.send(
                calls.tus(Paths.UPLOADS).header("Upload-Defer-Length", "1").POST(BodyPublishers.noBody()));
        assertThat(answer.expect(400).problemName()).isEqualTo("length-not-deferrable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void aChunkIsKeptOnlyIfItFitsItsChecksum(String algorithm) throws Exception {
        String upload = begun();
        byte[] first = Arrays.copyOf(picture, 1000);
        byte[] second = Arrays.copyOfRange(picture, 1000, SIZE);
        send(upload, 0, first, checksum(algorithm, first)).expect(204);
        assertThat(send(upload, 1000, second, checksum(algorithm, first))
                        .expect(460)
                        .problemName())
                .isEqualTo("checksum-mismatch");
        assertThat(calls.head(upload).header("Upload-Offset")).isEqualTo("1000");
        send(upload, 1000, second, checksum(algorithm, second)).expect(204);
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5 AAAA", "sha256", "sha256 %%%"})
    void aChecksumThatCannotBeReadIsRefused(String checksum) {
        String upload = begun();
        send(upload, 0, picture, checksum).expect(400);
        assertThat(calls.head(upload).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void whatIsAnnouncedAsAChecksumIsUnderstood() {
        Http.Answer options =
                server.http().send(server.http().request(Paths.UPLOADS).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256");
        assertThat(options.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,checksum,expiration,termination");
    }

    @Test
    void aBodyThatIsLongerThanWhatIsMissingIsRefusedByItsLength() {
        String upload = begun();
        calls.patch(upload, 0, Arrays.copyOf(picture, 60_000)).expect(204);
        assertThat(calls.patch(upload, 60_000, new byte[40_001]).expect(413).problemName())
                .isEqualTo("too-large");
        assertThat(calls.head(upload).header("Upload-Offset")).isEqualTo("60000");
    }

    @Test
    void aBodyOfUnknownLengthThatTurnsOutTooLongLeavesNothing() {
        String upload = begun();
        HttpRequest.Builder chunked = calls.tus(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method(
                        "PATCH",
                        BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(Arrays.copyOf(picture, SIZE + 1))));
        laptop.send(chunked).expect(413);
        assertThat(calls.head(upload).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void anotherContentTypeIsRefused() {
        String upload = begun();
        HttpRequest.Builder patch = calls.tus(upload)
                .header("Upload-Offset", "0")
                .header("Content-Type", "image/jpeg")
                .method("PATCH", BodyPublishers.ofByteArray(picture));
        laptop.send(patch).expect(415);
    }

    @Test
    void whileOneRequestWritesAnUploadAnotherIsToldToWait() throws Exception {
        String upload = begun();
        try (Socket slow = new Socket("127.0.0.1", server.running().port())) {
            String header = "PATCH " + upload + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\n"
                    + "Authorization: Bearer " + laptop.token() + "\r\nUpload-Offset: 0\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + SIZE + "\r\n\r\n";
            OutputStream out = slow.getOutputStream();
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            out.write(picture, 0, 10);
            out.flush();
            Http.Answer second = calls.patch(upload, 1, new byte[0]);
            while (second.status() == 409) {
                second = calls.patch(upload, 1, new byte[0]);
            }
            assertThat(second.expect(423).problemName()).isEqualTo("upload-locked");
            assertThat(second.header("Retry-After")).isNotEmpty();
            out.write(picture, 10, SIZE - 10);
            out.flush();
            assertThat(slow.getInputStream().read()).isEqualTo('H');
        }
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @Test
    void anExpiredUploadTakesNothingMore() {
        String upload = begun();
        calls.patch(upload, 0, Arrays.copyOf(picture, 1000)).expect(204);
        server.clock.advance(Duration.ofDays(7));
        assertThat(calls.patch(upload, 1000, new byte[10]).expect(410).problemName())
                .isEqualTo("upload-expired");
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
    }

    @Test
    void whatArrivedBeforeTheLogInEndedIsThereForTheNextLogIn() {
        String upload = begun();
        calls.patch(upload, 0, Arrays.copyOf(picture, 60_000)).expect(204);
        server.graph().devices().revoke(laptop.device());
        calls.patch(upload, 60_000, Arrays.copyOfRange(picture, 60_000, SIZE)).expect(401);
        TusCalls again = new TusCalls(server.laptop("manager"));
        assertThat(again.query(sha256).unfinished()).containsExactly(new BlobStatus.Unfinished(sha256, upload));
        assertThat(again.head(upload).expect(200).header("Upload-Offset")).isEqualTo("60000");
        again.patch(upload, 60_000, Arrays.copyOfRange(picture, 60_000, SIZE)).expect(204);
        assertThat(again.query(sha256).stored()).containsExactly(sha256);
    }

    private Http.Answer send(String upload, long offset, byte[] chunk, String checksum) {
        return laptop.send(calls.patchRequest(upload, offset, chunk).header("Upload-Checksum", checksum));
    }

    private static String checksum(String algorithm, byte[] chunk) throws Exception {
        String name = algorithm.equals("sha1") ? "SHA-1" : "SHA-256";
        return algorithm + " "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance(name).digest(chunk));
    }
}
