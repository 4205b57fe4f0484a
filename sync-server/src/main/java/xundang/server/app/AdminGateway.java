package xundang.server.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.server.admin.AdminCommand;
import xundang.server.admin.AdminReply;
import xundang.server.admin.AdminResource;

/** Finds the one who can carry out a command: only one process may have the database open. */
final class AdminGateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration BACKUP_TIMEOUT = Duration.ofHours(12);

    private final ServerConfig config;

    AdminGateway(ServerConfig config) {
        this.config = config;
    }

    AdminReply run(AdminCommand command) {
        if (DataFolder.isTaken(config.data())) {
            return askServer(command);
        }
        Clock clock = Clock.systemUTC();
        try (ServerGraph graph = ServerGraph.open(config, clock, new Uuid7Source(clock, new SecureRandom()))) {
            return graph.admin().run(command);
        }
    }

    private AdminReply askServer(AdminCommand command) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = DataFolder.readUrl(config.data()).orElseThrow(() -> noAnswer(null));
            String key = DataFolder.readKey(config.data()).orElseThrow(() -> noAnswer(null));
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + AdminResource.PATH))
                    .timeout(command instanceof AdminCommand.Backup ? BACKUP_TIMEOUT : TIMEOUT)
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            ModelJson.mapper().writerFor(AdminCommand.class).writeValueAsBytes(command)))
                    .build();
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw noAnswer(null);
            }
            return ModelJson.mapper().readValue(response.body(), AdminReply.class);
        } catch (IOException e) {
            throw noAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer(e);
        }
    }

    private static StartupException noAnswer(@Nullable Exception cause) {
        String text = "数据文件夹正由一个进程使用，但它没有应答，命令没有执行。请确认服务器正在本机运行后再试。";
        return cause == null ? new StartupException(text) : new StartupException(text, cause);
    }
}
