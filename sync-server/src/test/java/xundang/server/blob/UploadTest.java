package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.model.sync.RecordType;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Resumable uploads and downloads of pictures. */
class UploadTest {
    private static final int SIZE = 300_000;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;
    private byte[] picture;
    private String sha256;

    @BeforeEach
    void start() {
        server = new TestServer(folder, DatabaseKind.H2);
        laptop = server.manager();
        picture = new byte[SIZE];
        new Random(11).nextBytes(picture);
        sha256 = Sha256.hex(picture);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anIndependentTusClientUploads() throws Exception {
        TusUploader uploader = tusClient().createUpload(tusUpload());
        uploader.setChunkSize(64 * 1024);
        while (uploader.uploadChunk() > -1) {
            assertThat(uploader.getOffset()).isPositive();
        }
        uploader.finish();
        assertThat(query().stored()).containsExactly(sha256);
    }

    @Test
    void anIndependentTusClientResumesWhereItStopped() throws Exception {
        TusClient client = tusClient();
        client.enableResuming(new TusURLMemoryStore());
        TusUploader first = client.createUpload(tusUpload());
        first.setChunkSize(100_000);
        first.setRequestPayloadSize(100_000);
        first.uploadChunk();
        first.finish();
        assertThat(query().unfinished())
                .extracting(BlobStatus.Unfinished::sha256)
                .containsExactly(sha256);
        TusUploader second = client.resumeUpload(tusUpload());
        assertThat(second.getOffset()).isEqualTo(100_000);
        while (second.uploadChunk() > -1) {
            assertThat(second.getOffset()).isGreaterThan(100_000);
        }
        second.finish();
        assertThat(query().stored()).containsExactly(sha256);
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
        HttpRequest.Builder request = creation(picture.length, sha256)
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
        assertThat(laptop.send(patchRequest(upload, 0, chunk).header("Upload-Checksum", wrong))
                        .expect(460)
                        .problemName())
                .isEqualTo("checksum-mismatch");
        assertThat(head(upload).header("Upload-Offset")).isEqualTo("0");
        String right = "sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(chunk));
        laptop.send(patchRequest(upload, 0, chunk).header("Upload-Checksum", right))
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
        server.graph().photos().uploads().removeExpired();
        assertThat(head(upload).status()).isEqualTo(404);
        try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anUploadCanBeTerminated() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        laptop.send(tus(upload).DELETE()).expect(204);
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

    @Test
    void aPictureIsAwaitedUntilItsBytesAreThereThenFetchedWholeAndInPart() {
        attach();
        assertThat(query().missing()).containsExactly(sha256);
        assertThat(laptop.get(Paths.BLOBS + sha256).status()).isEqualTo(404);
        upload();
        Http.Answer whole = laptop.get(Paths.BLOBS + sha256).expect(200);
        assertThat(whole.response().body()).isEqualTo(picture);
        assertThat(whole.header("ETag")).isEqualTo("\"" + sha256 + "\"");
        assertThat(whole.header("Cache-Control")).contains("immutable");
        Http.Answer part = laptop.send(laptop.request(Paths.BLOBS + sha256)
                        .header("Range", "bytes=100-199")
                        .GET())
                .expect(206);
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(picture, 100, 200));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 100-199/" + SIZE);
        laptop.send(laptop.request(Paths.BLOBS + sha256)
                        .header("Range", "bytes=" + SIZE + "-")
                        .GET())
                .expect(416);
        laptop.send(laptop.request(Paths.BLOBS + sha256)
                        .header("If-None-Match", "\"" + sha256 + "\"")
                        .GET())
                .expect(304);
    }

    @Test
    void aPictureIsHiddenFromWhoMayNotSeeItsRecord() {
        attach();
        upload();
        server.person("elsewhere", Role.INSPECTOR, server.ids.next().toString());
        Laptop elsewhere = server.laptop("elsewhere");
        assertThat(elsewhere.get(Paths.BLOBS + sha256).status()).isEqualTo(404);
    }

    /** A photo record of an asset at a site of its own. */
    private void attach() {
        UUID site = server.ids.next();
        UUID asset = server.ids.next();
        PhotoBody body = new PhotoBody(
                sha256,
                SIZE,
                "image/jpeg",
                10,
                10,
                new AssetId(asset),
                null,
                null,
                null,
                OffsetDateTime.parse("2026-11-20T08:00:00+08:00"),
                null,
                laptop.user(),
                "同事manager");
        Map<String, Object> fields = new LinkedHashMap<>();
        Laptop.node(body).properties().forEach(property -> fields.put(property.getKey(), property.getValue()));
        Op place = laptop.createSite(site, "A");
        Op thing = laptop.createAsset(asset, Map.of("site_id", site.toString()));
        Op photo = laptop.op(OpKind.PHOTO_ATTACH, RecordType.PHOTO, server.ids.next(), 0, Laptop.created(fields));
        assertThat(laptop.push(place, thing, photo)).allMatch(result -> result.status() == OpStatus.APPLIED);
    }

    private void upload() {
        String upload = create(picture.length, sha256).expect(201).header("Location");
        patch(upload, 0, picture).expect(204);
    }

    private BlobStatus query() {
        return laptop.post(Paths.BLOB_QUERY, new BlobQuery(List.of(sha256)))
                .expect(200)
                .as(BlobStatus.class);
    }

    private Http.Answer create(long size, String sha) {
        return laptop.send(creation(size, sha).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder creation(long size, String sha) {
        return tus(Paths.UPLOADS)
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", "sha256 " + base64(sha) + ",filetype " + base64("image/jpeg"));
    }

    private Http.Answer patch(String upload, long offset, byte[] bytes) {
        return laptop.send(patchRequest(upload, offset, bytes));
    }

    private HttpRequest.Builder patchRequest(String upload, long offset, byte[] bytes) {
        return tus(upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
    }

    private Http.Answer head(String upload) {
        return laptop.send(tus(upload).method("HEAD", BodyPublishers.noBody()));
    }

    private HttpRequest.Builder tus(String path) {
        return laptop.request(path).header("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private TusClient tusClient() throws Exception {
        TusClient client = new TusClient();
        client.setUploadCreationURL(URI.create(server.url() + Paths.UPLOADS).toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + laptop.token()));
        return client;
    }

    private TusUpload tusUpload() {
        TusUpload upload = new TusUpload();
        upload.setSize(picture.length);
        upload.setInputStream(new ByteArrayInputStream(picture));
        upload.setFingerprint(sha256);
        upload.setMetadata(Map.of("sha256", sha256, "filetype", "image/jpeg"));
        return upload;
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
