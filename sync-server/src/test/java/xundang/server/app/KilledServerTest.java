package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import xundang.model.id.Uuid7Source;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.Paths;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;
import xundang.server.admin.AdminCommand;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** The real process, killed while a laptop sends: what was acknowledged is there, and nothing is there twice. */
class KilledServerTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    private final Uuid7Source ids = new Uuid7Source(Clock.systemUTC(), new SecureRandom());
    private final Random random = new Random(5);
    private final Set<UUID> acknowledged = new HashSet<>();
    private long nextSeq = 1;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        EnrolResponse laptop = null;
        Op unanswered = null;
        for (int round = 0; round < ROUNDS; round++) {
            Process process = startProcess();
            try (BufferedReader out = reader(process)) {
                String url = readyUrl(out);
                if (laptop == null) {
                    laptop = enrol(url);
                }
                String nonce = hello(url, laptop).sessionNonce();
                unanswered = pushUntilKilled(process, url, laptop, nonce, unanswered);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        Process last = startProcess();
        try (BufferedReader out = reader(last)) {
            String url = readyUrl(out);
            push(url, laptop, hello(url, laptop).sessionNonce(), unanswered);
            List<UUID> held = everything(url, laptop);
            assertThat(held).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(held).hasSize((int) nextSeq - 1);
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    /** Sends ops one by one until the process dies; returns the op that got no answer. */
    private Op pushUntilKilled(Process process, String url, EnrolResponse laptop, String nonce, Op unanswered)
            throws Exception {
        Op op = unanswered == null ? next(laptop) : unanswered;
        AtomicBoolean killing = new AtomicBoolean();
        int before = 5 + random.nextInt(20);
        for (int sent = 0; ; sent++) {
            if (sent == before) {
                Thread.ofPlatform().start(() -> {
                    killing.set(true);
                    process.destroyForcibly();
                });
            }
            try {
                push(url, laptop, nonce, op);
                op = next(laptop);
            } catch (UncheckedIOException e) {
                assertThat(killing).isTrue();
                return op;
            }
        }
    }

    private Op next(EnrolResponse laptop) {
        UUID id = ids.next();
        return new Op(
                ids.next(),
                nextSeq++,
                null,
                OpKind.ASSET_CREATE,
                1,
                RecordType.ASSET,
                id,
                0,
                Laptop.created(Map.of("asset_no", id.toString(), "category", "ups_host", "name", "UPS主机")),
                OffsetDateTime.parse("2026-11-20T08:00:00+08:00"),
                0,
                laptop.userId());
    }

    private void push(String url, EnrolResponse laptop, String nonce, Op op) {
        Http http = new Http(url);
        http.send(authorised(http.request(Paths.PUSH), laptop)
                        .header("Content-Type", "application/json")
                        .POST(Http.json(new PushRequest(nonce, List.of(op)))))
                .expect(200)
                .as(PushResponse.class)
                .results()
                .forEach(result -> assertThat(result.rev()).isEqualTo(1));
        acknowledged.add(op.recId());
    }

    private HelloResponse hello(String url, EnrolResponse laptop) {
        Http http = new Http(url);
        HelloRequest request = new HelloRequest(
                laptop.deviceId(),
                "",
                laptop.userId(),
                "test",
                List.of(1),
                1,
                null,
                0,
                0,
                0,
                OffsetDateTime.parse("2026-11-20T08:00:00+08:00"));
        return http.send(authorised(http.request(Paths.HELLO), laptop)
                        .header("Content-Type", "application/json")
                        .POST(Http.json(request)))
                .expect(200)
                .as(HelloResponse.class);
    }

    private List<UUID> everything(String url, EnrolResponse laptop) {
        Http http = new Http(url);
        ChangePage page = http.send(
                        authorised(http.request(Paths.CHANGES), laptop).GET())
                .expect(200)
                .as(ChangePage.class);
        assertThat(page.more()).isFalse();
        return new ArrayList<>(page.changes().stream().map(Change::id).toList());
    }

    private static HttpRequest.Builder authorised(HttpRequest.Builder request, EnrolResponse laptop) {
        return request.header("Authorization", "Bearer " + laptop.token());
    }

    /** By the command line, as an administrator would, against the running process. */
    private EnrolResponse enrol(String url) {
        AdminGateway gateway = new AdminGateway(ServerConfig.of(folder));
        assertThat(gateway.run(new AdminCommand.AddUser(
                                "li", "示例员乙", "asset_manager", TestServer.PASSWORD, Set.of("*")))
                        .done())
                .isTrue();
        StringWriter printed = new StringWriter();
        int exit = new CommandLine(new AdminMain())
                .setOut(new PrintWriter(printed))
                .execute("enrol-code", "li", "--data", folder.toString());
        assertThat(exit).isZero();
        String code = printed.toString().lines().findFirst().orElseThrow();
        return new Http(url)
                .post(Paths.ENROL, new EnrolRequest("li", TestServer.PASSWORD, code, "笔记本"))
                .expect(200)
                .as(EnrolResponse.class);
    }

    private Process startProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerMain.class.getName(),
                        "--data",
                        folder.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String readyUrl(BufferedReader out) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith("READY ")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
        return line.substring("READY ".length());
    }
}
