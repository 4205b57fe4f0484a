package xundang.server.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.account.Role;
import xundang.model.sync.Paths;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Fetching pictures: whole, in part, unchanged, damaged, and by whom. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class BlobDownloadTest {
    private static final int SIZE = 300_000;

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
        new Random(23).nextBytes(picture);
        sha256 = Sha256.hex(picture);
        server = new TestServer(folder, kind);
        laptop = server.manager();
        calls = new TusCalls(laptop);
        calls.attach(server, sha256, SIZE);
    }

    /** The same person after so long a time that the first laptop's log-in has expired. */
    private TusCalls later() {
        return new TusCalls(server.laptop("manager"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Http.Answer get(String... headers) {
        var request = laptop.request(Paths.BLOBS + sha256);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return laptop.send(request.GET());
    }

    private Path file() {
        return folder.resolve("photos").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private void damage() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        bytes[SIZE / 2] ^= 4;
        Files.write(file(), bytes);
    }

    @Test
    void aPictureIsAwaitedUntilItsBytesAreThere() {
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
        get().expect(404);
        calls.upload(picture, sha256);
        assertThat(get().expect(200).response().body()).isEqualTo(picture);
    }

    @Test
    void aPictureMayBeKeptForEverByWhoFetchedIt() {
        calls.upload(picture, sha256);
        Http.Answer whole = get().expect(200);
        assertThat(whole.header("ETag")).isEqualTo("\"" + sha256 + "\"");
        assertThat(whole.header("Cache-Control")).isEqualTo("private, max-age=31536000, immutable");
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=100-199,100,200",
        "bytes=299990-,299990,300000",
        "bytes=-10,299990,300000",
        "bytes=299990-999999,299990,300000",
        "bytes=-999999,0,300000",
        "bytes=0-0,0,1"
    })
    void aPartIsSentAsAsked(String range, int from, int to) {
        calls.upload(picture, sha256);
        Http.Answer part = get("Range", range).expect(206);
        assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(picture, from, to));
        assertThat(part.header("Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/" + SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=300000-", "bytes=-0", "bytes=400000-500000"})
    void aPartOutsideIsRefused(String range) {
        calls.upload(picture, sha256);
        Http.Answer answer = get("Range", range).expect(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + SIZE);
        assertThat(answer.problemName()).isEqualTo("range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=0-1,5-6", "pages=1-2", "bytes=-"})
    void aRangeThatIsNotUnderstoodIsPassedOver(String range) {
        calls.upload(picture, sha256);
        assertThat(get("Range", range).expect(200).response().body()).isEqualTo(picture);
    }

    @Test
    void whoHasItAlreadyGetsNoBytes() {
        calls.upload(picture, sha256);
        get("If-None-Match", "\"" + sha256 + "\"").expect(304);
        get("If-None-Match", "\"other\", W/\"" + sha256 + "\"").expect(304);
        get("If-None-Match", "\"other\"").expect(200);
    }

    @Test
    void aPartIsSentOnlyOfTheSamePicture() {
        calls.upload(picture, sha256);
        get("Range", "bytes=0-9", "If-Range", "\"" + sha256 + "\"").expect(206);
        assertThat(get("Range", "bytes=0-9", "If-Range", "\"other\"")
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(picture);
    }

    @Test
    void aPictureIsHiddenFromWhoMayNotSeeItsRecord() {
        calls.upload(picture, sha256);
        server.person("elsewhere", Role.INSPECTOR, server.ids.next().toString());
        Laptop elsewhere = server.laptop("elsewhere");
        elsewhere.get(Paths.BLOBS + sha256).expect(404);
        elsewhere
                .send(elsewhere
                        .request(Paths.BLOBS + sha256)
                        .header("If-None-Match", "\"" + sha256 + "\"")
                        .GET())
                .expect(404);
    }

    @Test
    void aDamagedPictureIsNotServedAndIsAwaitedAgain() throws Exception {
        calls.upload(picture, sha256);
        damage();
        Http.Answer answer = get().expect(404);
        assertThat(answer.problemName()).isEqualTo("photo-damaged");
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
        assertThat(folder.resolve("photos").resolve("damaged").resolve(sha256)).exists();
        calls.upload(picture, sha256);
        assertThat(get().expect(200).response().body()).isEqualTo(picture);
    }

    @Test
    void aShortenedPictureIsFoundOutEvenRightAfterItWasCompared() throws Exception {
        calls.upload(picture, sha256);
        get().expect(200);
        Files.write(file(), Arrays.copyOf(picture, SIZE - 1));
        get("Range", "bytes=0-9").expect(404);
        assertThat(calls.query(sha256).missing()).containsExactly(sha256);
    }

    @Test
    void damageIsFoundByTheMonthlyComparisonWithoutAnybodyAsking() throws Exception {
        calls.upload(picture, sha256);
        damage();
        server.graph().photos().care().tidy();
        assertThat(calls.query(sha256).stored()).containsExactly(sha256);
        server.clock.advance(Duration.ofDays(31));
        server.graph().photos().care().tidy();
        assertThat(later().query(sha256).missing()).containsExactly(sha256);
    }
}
