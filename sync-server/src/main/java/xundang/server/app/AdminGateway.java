package xundang.server.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.Problem;
import xundang.server.admin.AdminCommand;
import xundang.server.admin.AdminReply;
import xundang.server.admin.AdminResource;

/**
 * Finds the one who can carry out a command: only one process may have the database open. Says of a command that got no answer only what
 * is certain: it was not carried out, or nobody knows.
 */
final class AdminGateway {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration USUAL = Duration.ofSeconds(30);
    private static final Duration IMPORT = Duration.ofMinutes(30);
    private static final Duration BACKUP = Duration.ofHours(12);

    private final ServerConfig config;
    private final Duration usual;

    AdminGateway(ServerConfig config) {
        this(config, USUAL);
    }

    AdminGateway(ServerConfig config, Duration usual) {
        this.config = config;
        this.usual = usual;
    }

    /**
     * Carries commands out one after another and hands each answer on at once. Throws {@link StartupException} for the first that cannot
     * be carried out or gets no answer; those after it are not begun.
     */
    void run(List<AdminCommand> commands, Consumer<AdminReply> answers) {
        if (DataFolder.isTaken(config.data())) {
            commands.forEach(command -> answers.accept(askServer(command)));
            return;
        }
        Clock clock = Clock.systemUTC();
        try (ServerGraph graph = ServerGraph.open(config, clock, new Uuid7Source(clock, new SecureRandom()))) {
            commands.forEach(command -> answers.accept(graph.admin().run(command)));
        }
    }

    /** Carries out one command. */
    AdminReply run(AdminCommand command) {
        List<AdminReply> answers = new ArrayList<>();
        run(List.of(command), answers::add);
        return answers.getFirst();
    }

    private AdminReply askServer(AdminCommand command) {
        HttpRequest request = request(command);
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            return answer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw notReached(e);
        } catch (IOException e) {
            throw unknown("没有等到结果", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("等待中断", e);
        }
    }

    private Duration patience(AdminCommand command) {
        if (command instanceof AdminCommand.ImportLedger) {
            return IMPORT;
        }
        return command instanceof AdminCommand.Backup ? BACKUP : usual;
    }

    private HttpRequest request(AdminCommand command) {
        try {
            String url = DataFolder.readUrl(config.data()).orElseThrow(() -> notReached(null));
            String key = DataFolder.readKey(config.data()).orElseThrow(() -> notReached(null));
            return HttpRequest.newBuilder(URI.create(url + AdminResource.PATH))
                    .timeout(patience(command))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            ModelJson.mapper().writerFor(AdminCommand.class).writeValueAsBytes(command)))
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            throw notReached(e);
        }
    }

    private static AdminReply answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            if (status == 200) {
                return ModelJson.mapper().readValue(response.body(), AdminReply.class);
            }
            String detail =
                    ModelJson.mapper().readValue(response.body(), Problem.class).detail();
            if (status < 500) {
                throw new StartupException("服务器没有接受这个命令，没有执行：" + detail);
            }
            throw unknown("服务器答复：" + detail, null);
        } catch (JacksonException e) {
            throw unknown("服务器的答复（" + status + "）看不懂", e);
        }
    }

    private static StartupException notReached(@Nullable Exception cause) {
        return exception("数据文件夹正由一个进程使用，但连接不上它，命令没有执行。请确认服务器正在本机运行后再试。", cause);
    }

    private static StartupException unknown(String what, @Nullable Exception cause) {
        return exception("命令已交给服务器，但" + what + "。它可能已经执行，也可能没有。请先核对结果再决定是否重做；同一文件重复导入不会重复建档。", cause);
    }

    private static StartupException exception(String text, @Nullable Exception cause) {
        return cause == null ? new StartupException(text) : new StartupException(text, cause);
    }
}
