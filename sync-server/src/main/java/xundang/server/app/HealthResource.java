package xundang.server.app;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import xundang.server.feed.ChangeFeedService;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;

/** {@code GET /health}: 200 when the database answers. */
final class HealthResource implements HttpModule {
    private final ChangeFeedService feed;

    HealthResource(ChangeFeedService feed) {
        this.feed = feed;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/health", ctx -> JsonBodies.write(ctx, 200, Map.of("status", "ok", "headSeq", feed.headSeq())));
    }
}
