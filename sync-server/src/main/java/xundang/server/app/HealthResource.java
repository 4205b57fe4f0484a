package xundang.server.app;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import xundang.server.feed.FeedDao;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;

/** {@code GET /health}: 200 when the database answers. */
final class HealthResource implements HttpModule {
    private final ServerDatabase database;
    private final FeedDao feed;

    HealthResource(ServerDatabase database, FeedDao feed) {
        this.database = database;
        this.feed = feed;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/health", ctx -> {
            long head = database.read(tx -> feed.head(tx).seq());
            JsonBodies.write(ctx, 200, Map.of("status", "ok", "headSeq", head));
        });
    }
}
