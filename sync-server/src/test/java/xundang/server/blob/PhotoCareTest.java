package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** What is thrown away and when, and what a start puts right. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PhotoCareTest {
    private static final int SIZE = 20_000;

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
        new Random(29).nextBytes(picture);
        sha256 = Sha256.hex(picture);
        server = new TestServer(folder, kind);
        calls = new TusCalls(server.manager());
    }

    /** The same person after so long a time that the first laptop's log-in has expired. */
    private TusCalls later() {
        return new TusCalls(server.laptop("manager"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void tidy() {
        server.graph().photos().care().tidy();
    }

    private Path file() {
        return folder.resolve("photos").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    @Test
    void aPictureThatNoRecordNamesGoesAfterThirtyDays() {
        calls.upload(picture, sha256);
        server.clock.advance(Duration.ofDays(30));
        tidy();
        assertThat(file()).exists();
        server.clock.advance(Duration.ofSeconds(1));
        tidy();
        assertThat(file()).doesNotExist();
        assertThat(later().query(sha256).missing()).containsExactly(sha256);
    }

    @Test
    void aPictureThatARecordNamesNeverGoes() {
        calls.upload(picture, sha256);
        calls.attach(server, sha256, SIZE);
        server.clock.advance(Duration.ofDays(4000));
        tidy();
        server.restart();
        assertThat(later().query(sha256).stored()).containsExactly(sha256);
        assertThat(file()).hasBinaryContent(picture);
    }

    @Test
    void aPictureOfAnOpThatIsHeldForLaterNeverGoes() {
        calls.upload(picture, sha256);
        Laptop laptop = calls.laptop();
        var held = laptop.push(laptop.op(
                new OpKind("photo.stamp"),
                RecordType.PHOTO,
                server.ids.next(),
                0,
                Laptop.created(Map.of("sha256", sha256))));
        assertThat(held).allMatch(result -> result.status() == OpStatus.HELD);
        server.clock.advance(Duration.ofDays(4000));
        tidy();
        assertThat(file()).exists();
    }

    @Test
    void aPictureThatWasThrownAwayCanComeAgain() {
        calls.upload(picture, sha256);
        server.clock.advance(Duration.ofDays(31));
        tidy();
        later().upload(picture, sha256);
        assertThat(later().query(sha256).stored()).containsExactly(sha256);
    }

    @Test
    void anExpiredUploadGoesWithItsFileAtTheNextStart() throws Exception {
        String upload = calls.create(SIZE, sha256).expect(201).header("Location");
        server.clock.advance(Duration.ofDays(8));
        server.restart();
        calls.head(upload).expect(404);
        assertThat(partFiles()).isEmpty();
    }

    @Test
    void anUploadThatIsNotExpiredStays() throws Exception {
        String upload = calls.create(SIZE, sha256).expect(201).header("Location");
        calls.patch(upload, 0, new byte[10]).expect(204);
        server.clock.advance(Duration.ofDays(6));
        tidy();
        server.restart();
        assertThat(calls.head(upload).expect(200).header("Upload-Offset")).isEqualTo("10");
        assertThat(partFiles()).hasSize(1);
    }

    @Test
    void aFileOfNoUploadIsRemovedAtStart() throws Exception {
        Files.write(folder.resolve("uploads").resolve(server.ids.next() + ".part"), new byte[10]);
        server.restart();
        assertThat(partFiles()).isEmpty();
    }

    @Test
    void aPictureOnDiskThatTheDatabaseDoesNotKnowIsTakenInAtStart() throws Exception {
        Files.write(file(), picture);
        server.restart();
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
    }

    @Test
    void aDamagedFileThatTheDatabaseDoesNotKnowIsSetAsideAtStart() throws Exception {
        Files.write(file(), new byte[10]);
        server.restart();
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
        assertThat(file()).doesNotExist();
        assertThat(folder.resolve("photos").resolve("damaged").resolve(sha256)).exists();
    }

    @Test
    void aStoredPictureWhoseFileIsGoneIsAwaitedAgainAtStart() throws Exception {
        calls.attach(server, sha256, SIZE);
        calls.upload(picture, sha256);
        Files.delete(file());
        server.restart();
        assertThat(server.graph().photos().blobs().awaited()).hasSize(1);
        calls.upload(picture, sha256);
        assertThat(server.graph().photos().blobs().awaited()).isEmpty();
    }

    @Test
    void aPictureThatIsStillOnALaptopIsListedWithTheLaptopAndSinceWhen() {
        calls.attach(server, sha256, SIZE);
        List<AwaitedPhoto> awaited = server.graph().photos().blobs().awaited();
        assertThat(awaited).hasSize(1);
        AwaitedPhoto photo = awaited.getFirst();
        assertThat(photo.sha256()).isEqualTo(sha256);
        assertThat(photo.size()).isEqualTo(SIZE);
        assertThat(photo.device()).isEqualTo(calls.laptop().device().value());
        assertThat(photo.deviceName()).isEqualTo("测试笔记本");
        assertThat(photo.person()).isEqualTo("同事manager");
        assertThat(photo.since().toInstant()).isEqualTo(server.clock.instant());
    }

    @Test
    void aPictureThatArrivedIsNotListedAnyMore() {
        calls.attach(server, sha256, SIZE);
        calls.upload(picture, sha256);
        assertThat(server.graph().photos().blobs().awaited()).isEmpty();
    }

    private List<Path> partFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            return files.toList();
        }
    }
}
