package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Paths;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** The public client of the tus project, unmodified, against the server over real sockets. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class TusClientTest {
    private static final int SIZE = 3_000_000;
    private static final int CHUNK = 200_000;

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
        new Random(13).nextBytes(picture);
        sha256 = Sha256.hex(picture);
        server = new TestServer(folder, kind);
        laptop = server.manager();
        calls = new TusCalls(laptop);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void itUploadsAPicture() throws Exception {
        finish(client(server.url()).createUpload(upload()));
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @Test
    void itGoesOnAfterItStoppedBetweenTwoRequests() throws Exception {
        TusClient client = client(server.url());
        TusUploader first = client.createUpload(upload());
        first.setChunkSize(CHUNK);
        first.setRequestPayloadSize(CHUNK);
        first.uploadChunk();
        first.finish();
        assertThat(calls.query(sha256).unfinished())
                .extracting(BlobStatus.Unfinished::sha256)
                .containsExactly(sha256);
        TusUploader second = client.resumeUpload(upload());
        assertThat(second.getOffset()).isEqualTo(CHUNK);
        finish(second);
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @Test
    void itGoesOnAfterTheConnectionWasCutInTheMiddleOfARequest() throws Exception {
        try (MeteredProxy network = new MeteredProxy(server.running().port())) {
            TusClient client = client(network.url());
            network.cutAfter(1_000_000);
            assertThatThrownBy(() -> finish(client.createUpload(upload()))).isInstanceOf(IOException.class);
            TusUploader second = resumed(client);
            assertThat(second.getOffset()).isBetween(1L, 1_000_000L);
            finish(second);
            assertThat(calls.query(sha256).stored()).containsExactly(sha256);
        }
    }

    /** The server lets go of the upload once it has seen the cut; until then it says 423, which this client reports as an exception. */
    private TusUploader resumed(TusClient client) throws Exception {
        String upload = calls.query(sha256).unfinished().getFirst().uploadUrl();
        while (calls.patch(upload, 0, new byte[0]).status() == 423) {
            Thread.onSpinWait();
        }
        return client.resumeUpload(upload());
    }

    private static void finish(TusUploader uploader) throws Exception {
        uploader.setChunkSize(CHUNK);
        long before = uploader.getOffset();
        while (uploader.uploadChunk() > -1) {
            assertThat(uploader.getOffset()).isGreaterThan(before);
            before = uploader.getOffset();
        }
        uploader.finish();
    }

    private TusClient client(String url) throws Exception {
        TusClient client = new TusClient();
        client.setUploadCreationURL(URI.create(url + Paths.UPLOADS).toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + laptop.token()));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    private TusUpload upload() {
        TusUpload upload = new TusUpload();
        upload.setSize(picture.length);
        upload.setInputStream(new ByteArrayInputStream(picture));
        upload.setFingerprint(sha256);
        upload.setMetadata(Map.of("sha256", sha256, "filetype", "image/jpeg"));
        return upload;
    }
}
