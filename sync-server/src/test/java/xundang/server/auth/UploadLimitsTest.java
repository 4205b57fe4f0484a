package xundang.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.sync.Paths;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.MovableClock;
import xundang.server.testing.TestServer;

/** How much a laptop may upload. */
class UploadLimitsTest {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @Test
    void soManyTransfersAtATimeAndTheNextWhenOneHasEnded() {
        UploadBudget budget = new UploadBudget(clock, 2, 100);
        assertThat(budget.begin("a", 1)).isEmpty();
        assertThat(budget.begin("a", 1)).isEmpty();
        assertThat(budget.begin("a", 1)).isPresent();
        assertThat(budget.begin("b", 1)).isEmpty();
        budget.end("a");
        assertThat(budget.begin("a", 1)).isEmpty();
    }

    @Test
    void soManyBytesADayAndTheRestTomorrow() {
        UploadBudget budget = new UploadBudget(clock, 4, 100);
        assertThat(budget.begin("a", 60)).isEmpty();
        budget.end("a");
        clock.advance(Duration.ofHours(20));
        assertThat(budget.begin("a", 60)).contains(Duration.ofHours(4));
        assertThat(budget.begin("a", 40)).isEmpty();
        budget.end("a");
        clock.advance(Duration.ofHours(4));
        assertThat(budget.begin("a", 60)).isEmpty();
    }

    @Test
    void theFifthUploadAtATimeIsToldWhenToComeBackAndAnEndedOneMakesRoom() throws Exception {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            Laptop laptop = server.manager();
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                slow.add(unfinished(server, laptop, "%02x".formatted(i).repeat(32)));
            }
            allHaveBegun(slow.size());
            Http.Answer fifth = until(server, laptop, 429);
            assertThat(fifth.problemName()).isEqualTo("upload-limit");
            assertThat(fifth.header("Retry-After")).isNotEmpty();
            for (Socket socket : slow) {
                socket.close();
            }
            until(server, laptop, 404);
        }
    }

    /** One that came after the first try below would be refused itself. */
    private void allHaveBegun(int number) throws IOException, InterruptedException {
        for (int i = 0; i < 400 && files() < number; i++) {
            Thread.sleep(50);
        }
        assertThat(files()).isEqualTo(number);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("uploads"))) {
            return files.count();
        }
    }

    /** Tries until the server has seen what the sockets did. */
    private static Http.Answer until(TestServer server, Laptop laptop, int status) throws InterruptedException {
        Http.Answer answer = patch(laptop, server);
        for (int i = 0; i < 200 && answer.status() != status; i++) {
            Thread.sleep(50);
            answer = patch(laptop, server);
        }
        return answer.expect(status);
    }

    private static Http.Answer patch(Laptop laptop, TestServer server) {
        return laptop.send(laptop.request(Paths.UPLOADS + "/" + server.ids.next())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[1])));
    }

    /** An upload whose body never comes. */
    private static Socket unfinished(TestServer server, Laptop laptop, String sha256) throws IOException {
        URI url = URI.create(server.url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        OutputStream out = socket.getOutputStream();
        String head = "POST " + Paths.UPLOADS + " HTTP/1.1\r\nHost: " + url.getHost() + "\r\nAuthorization: Bearer "
                + laptop.token() + "\r\nTus-Resumable: 1.0.0\r\nUpload-Length: 1000\r\nUpload-Metadata: sha256 "
                + base64(sha256) + ",filetype " + base64("image/jpeg")
                + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: 1000\r\n\r\nx";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
