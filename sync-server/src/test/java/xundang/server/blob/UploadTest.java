package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.account.Role;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Paths;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Resumable uploads and downloads of pictures. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class UploadTest {
    private static final int SIZE = 300_000;

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;
    private TusCalls calls;
    private byte[] picture;
    private String sha256;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        laptop = server.manager();
        calls = new TusCalls(laptop);
        picture = new byte[SIZE];
        new Random(11).nextBytes(picture);
        sha256 = Sha256.hex(picture);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatArrivedBeforeACutIsKeptAndTheRestCompletesIt() throws Exception {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        sendHalfThenCut(upload);
        long offset = awaitOffset(upload);
        patch(upload, offset, Arrays.copyOfRange(picture, (int) offset, picture.length))
                .expect(204);
        assertThat(query().stored()).containsExactly(sha256);
    }

    @Test
    void anUploadIsResumedAfterARestartOfTheServer() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        patch(upload, 0, Arrays.copyOf(picture, 1000)).expect(204);
        server.restart();
        assertThat(head(upload).expect(200).header("Upload-Offset")).isEqualTo("1000");
        patch(upload, 1000, Arrays.copyOfRange(picture, 1000, picture.length)).expect(204);
        assertThat(query().stored()).containsExactly(sha256);
    }

    @Test
    void bytesThatDoNotFitTheHashAreThrownAway() throws Exception {
        byte[] wrong = picture.clone();
        wrong[5] ^= 1;
        String upload = create(picture.length, sha256).expect(201).header("Location");
        assertThat(patch(upload, 0, wrong).expect(460).problemName()).isEqualTo("wrong-content");
        assertThat(query().missing()).containsExactly(sha256);
        head(upload).expect(404);
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anIdenticalPictureIsCompleteAtOnceTheSecondTime() {
        upload();
        Http.Answer again = create(picture.length, sha256).expect(201);
        assertThat(again.header("Upload-Offset")).isEqualTo(Integer.toString(picture.length));
        assertThat(head(again.header("Location")).expect(200).header("Upload-Offset"))
                .isEqualTo(Integer.toString(picture.length));
    }

    @Test
    void creationMayCarryTheWholePicture() {
        HttpRequest.Builder request = calls.creation(picture.length, sha256)
                .header("Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(picture));
        assertThat(laptop.send(request).expect(201).header("Upload-Offset")).isEqualTo("" + picture.length);
        assertThat(query().stored()).containsExactly(sha256);
    }

    @Test
    void aWrongOffsetIsRefused() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        patch(upload, 0, Arrays.copyOf(picture, 1000)).expect(204);
        assertThat(patch(upload, 0, picture).expect(409).problemName()).isEqualTo("wrong-offset");
        assertThat(head(upload).header("Upload-Offset")).isEqualTo("1000");
    }

    @Test
    void aChunkThatDoesNotFitItsChecksumIsNotKept() throws Exception {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        byte[] chunk = Arrays.copyOf(picture, 1000);
        String wrong = "sha1 " + Base64.getEncoder().encodeToString(new byte[20]);
        assertThat(laptop.send(calls.patchRequest(upload, 0, chunk).header("Upload-Checksum", wrong))
                        .expect(460)
                        .problemName())
                .isEqualTo("checksum-mismatch");
        assertThat(head(upload).header("Upload-Offset")).isEqualTo("0");
        String right = "sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(chunk));
        laptop.send(calls.patchRequest(upload, 0, chunk).header("Upload-Checksum", right))
                .expect(204);
    }

    @Test
    void aPictureOverFiftyMegabytesIsRefusedBeforeAnythingIsSent() {
        assertThat(create(50L * 1024 * 1024 + 1, sha256).expect(413).problemName())
                .isEqualTo("too-large");
    }

    @Test
    void moreBytesThanPromisedAreRefused() {
        String upload = create(1000, sha256).expect(201).header("Location");
        assertThat(patch(upload, 0, picture).expect(413).problemName()).isEqualTo("too-large");
        assertThat(head(upload).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void anUploadExpiresAndIsCleanedUp() throws Exception {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        server.clock.advance(Duration.ofDays(7));
        assertThat(head(upload).status()).isEqualTo(410);
        server.graph().photos().care().tidy();
        assertThat(head(upload).status()).isEqualTo(404);
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anUploadCanBeTerminated() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        laptop.send(calls.tus(upload).DELETE()).expect(204);
        assertThat(head(upload).status()).isEqualTo(404);
    }

    @Test
    void somebodyElsesUploadDoesNotExist() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        server.person("other", Role.INSPECTOR, "*");
        Laptop other = server.laptop("other");
        HttpRequest.Builder request =
                other.request(upload).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody());
        assertThat(other.send(request).status()).isEqualTo(404);
    }

    @Test
    void theOptionsNameVersionAndExtensions() {
        Http.Answer answer =
                server.http().send(server.http().request(Paths.UPLOADS).method("OPTIONS", BodyPublishers.noBody()));
        assertThat(answer.expect(204).header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension")).contains("creation", "checksum", "expiration", "termination");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("52428800");
    }

    private void upload() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        patch(upload, 0, picture).expect(204);
    }

    private BlobStatus query() {
        return calls.query(sha256);
    }

    private Http.Answer create(long size, String sha) {
        return calls.create(size, sha);
    }

    private Http.Answer patch(String upload, long offset, byte[] bytes) {
        return calls.patch(upload, offset, bytes);
    }

    private Http.Answer head(String upload) {
        return calls.head(upload);
    }

    private void sendHalfThenCut(String upload) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.running().port())) {
            String header = "PATCH " + upload + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\n"
                    + "Authorization: Bearer " + laptop.token() + "\r\nUpload-Offset: 0\r\n"
                    + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + picture.length + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            out.write(picture, 0, picture.length / 2);
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            assertThat(in.readAllBytes()).isNotNull();
        }
    }

    /** The server lets go of the upload once it has seen the cut. */
    private long awaitOffset(String upload) {
        Http.Answer answer = patch(upload, 0, new byte[0]);
        while (answer.status() == 423) {
            answer = patch(upload, 0, new byte[0]);
        }
        long offset = Long.parseLong(head(upload).expect(200).header("Upload-Offset"));
        assertThat(offset).isBetween(1L, (long) picture.length / 2);
        return offset;
    }
}
