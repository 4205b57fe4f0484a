package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.json.ModelJson;
import xundang.server.admin.AdminCommand;
import xundang.server.admin.AdminReply;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.http.Problems;

/** What the command line says of a command that the running server did not answer as it should. */
class AdminGatewayTest {
    private static final String UNKNOWN = "可能已经执行，也可能没有";

    @TempDir
    Path folder;

    private final List<AdminReply> answers = new ArrayList<>();

    @Test
    void aServerThatCannotBeReachedHasDoneNothing() throws Exception {
        try (DataFolder held = DataFolder.take(folder)) {
            held.adminKey(new Secrets(new SecureRandom()));
            held.announce("http://127.0.0.1:1");
            assertThatThrownBy(this::run).isInstanceOf(StartupException.class).hasMessageContaining("命令没有执行");
        }
    }

    @Test
    void aLostAnswerIsNotCalledUndone() throws Exception {
        against(
                HttpExchange::close,
                () -> assertThatThrownBy(this::run)
                        .isInstanceOf(StartupException.class)
                        .hasMessageContaining(UNKNOWN));
    }

    @Test
    void anAnswerThatTakesTooLongIsNotCalledUndone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        against(
                exchange -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.close();
                },
                () -> {
                    assertThatThrownBy(this::run).hasMessageContaining(UNKNOWN);
                    end.countDown();
                });
    }

    @Test
    void aFaultOfTheServerIsShownAndNotCalledUndone() throws Exception {
        byte[] problem =
                ModelJson.mapper().writeValueAsBytes(Problems.diskFull().problem());
        against(
                exchange -> send(exchange, 507, problem),
                () -> assertThatThrownBy(this::run).hasMessageContainingAll("服务器磁盘已满", UNKNOWN));
    }

    @Test
    void aRefusalIsShownWithItsReason() throws Exception {
        byte[] problem =
                ModelJson.mapper().writeValueAsBytes(Problems.tooLarge("内容太大。").problem());
        against(
                exchange -> send(exchange, 413, problem),
                () -> assertThatThrownBy(this::run).hasMessageContainingAll("没有接受", "没有执行", "内容太大。"));
    }

    @Test
    void theAnswersBeforeAFaultAreKnown() throws Exception {
        byte[] good = ModelJson.mapper().writeValueAsBytes(new AdminReply(true, "好"));
        List<String> asked = new ArrayList<>();
        against(
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    if (asked.size() == 1) {
                        send(exchange, 200, good);
                    } else {
                        exchange.close();
                    }
                },
                () -> assertThatThrownBy(() -> gateway().run(List.of(verify(), verify(), verify()), answers::add))
                        .hasMessageContaining(UNKNOWN));
        assertThat(answers).extracting(AdminReply::text).containsExactly("好");
    }

    private void run() {
        gateway().run(verify());
    }

    private AdminGateway gateway() {
        return new AdminGateway(ServerConfig.of(folder), Duration.ofSeconds(1));
    }

    private static AdminCommand verify() {
        return new AdminCommand.VerifyAudit();
    }

    /** With the folder held by a process that answers like this. */
    private void against(HttpHandler handler, Runnable check) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        try (DataFolder held = DataFolder.take(folder)) {
            held.adminKey(new Secrets(new SecureRandom()));
            held.announce("http://127.0.0.1:" + server.getAddress().getPort());
            check.run();
        } finally {
            server.stop(0);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
