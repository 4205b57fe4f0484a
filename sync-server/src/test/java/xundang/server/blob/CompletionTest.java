package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.account.Role;
import xundang.model.sync.Paths;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.TestServer;

/** From the last byte to "stored": no crash in between loses the picture or lets it be called stored when it is not. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class CompletionTest {
    private static final int SIZE = 50_000;

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private final byte[] picture = new byte[SIZE];
    private TestServer server;
    private TusCalls calls;
    private String sha256;

    @BeforeEach
    void start() {
        new Random(19).nextBytes(picture);
        sha256 = Sha256.hex(picture);
        server = new TestServer(folder, kind);
        calls = new TusCalls(server.manager());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The power goes. */
    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void uploadUntil(CompletionStep last) throws IOException {
        BlobModule doomed = BlobModule.inFolder(server.graph().database(), folder, server.ids, server.clock, step -> {
            if (step == last) {
                throw new PowerCut();
            }
        });
        var user = calls.laptop().user();
        var upload = doomed.uploads()
                .create(user, new UploadService.Wanted(sha256, SIZE, "image/jpeg", ""))
                .upload();
        assertThatThrownBy(() ->
                        doomed.uploads().append(user, upload.id(), 0, new ByteArrayInputStream(picture), SIZE, null))
                .isInstanceOf(PowerCut.class);
    }

    @ParameterizedTest
    @EnumSource(CompletionStep.class)
    void aCrashAfterAnyStepIsPutRightByTheNextStart(CompletionStep last) throws Exception {
        calls.attach(server, sha256, SIZE);
        uploadUntil(last);
        server.restart();
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
        assertThat(calls.laptop()
                        .get(Paths.BLOBS + sha256)
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(picture);
        assertThat(partFiles()).isEmpty();
        assertThat(pictures()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(CompletionStep.class)
    void whatStoppedAfterAnyStepIsCompletedByTheNextQuestionWithoutARestart(CompletionStep last) throws Exception {
        uploadUntil(last);
        if (last != CompletionStep.RECORDED) {
            String upload = calls.query(sha256).unfinished().getFirst().uploadUrl();
            assertThat(calls.head(upload).expect(200).header("Upload-Offset")).isEqualTo("" + SIZE);
        }
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @ParameterizedTest
    @EnumSource(
            value = CompletionStep.class,
            names = {"RECORDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void nothingIsCalledStoredBeforeTheLastStep(CompletionStep last) throws Exception {
        uploadUntil(last);
        assertThat(calls.query(sha256).stored()).isEmpty();
    }

    @Test
    void aReceivedFileWhoseBytesWereLostInTheCrashIsNotTakenForThePicture() throws Exception {
        uploadUntil(CompletionStep.VERIFIED);
        Files.write(partFiles().getFirst(), new byte[SIZE]);
        server.restart();
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
        assertThat(partFiles()).isEmpty();
        calls.upload(picture, sha256);
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @Test
    void anUploadWhoseFileIsGoneIsBegunAnew() throws Exception {
        String upload = calls.create(SIZE, sha256).expect(201).header("Location");
        Files.delete(partFiles().getFirst());
        calls.head(upload).expect(404);
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
    }

    @Test
    void theSamePictureSentTwiceAtOnceIsStoredForBothAndKeptOnce() throws Exception {
        server.person("second", Role.INSPECTOR, "*");
        TusCalls other = new TusCalls(server.laptop("second"));
        String mine = calls.create(SIZE, sha256).expect(201).header("Location");
        String theirs = other.create(SIZE, sha256).expect(201).header("Location");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = both.submit(() -> {
                together.await();
                return calls.patch(mine, 0, picture).status();
            });
            Future<Integer> second = both.submit(() -> {
                together.await();
                return other.patch(theirs, 0, picture).status();
            });
            assertThat(List.of(first.get(), second.get())).containsExactly(204, 204);
        }
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
        assertThat(other.query(sha256).stored()).containsExactly(sha256);
        assertThat(calls.head(mine).expect(200).header("Upload-Offset")).isEqualTo("" + SIZE);
        assertThat(other.head(theirs).expect(200).header("Upload-Offset")).isEqualTo("" + SIZE);
        assertThat(pictures()).hasSize(1);
        assertThat(partFiles()).isEmpty();
    }

    private List<Path> partFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            return files.toList();
        }
    }

    private List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
