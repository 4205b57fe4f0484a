package xundang.server.feed;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.Limits;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.Problems;

/** {@code GET /v1/sync/changes?cursor&limit}. */
public final class ChangeFeedResource implements HttpModule {
    private final Authenticator authenticator;
    private final ChangeFeedService service;

    public ChangeFeedResource(Authenticator authenticator, ChangeFeedService service) {
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get(Paths.CHANGES, this::changes);
    }

    private void changes(Context ctx) {
        Principal principal = authenticator.requireReader(ctx);
        String cursor = Optional.ofNullable(ctx.queryParam("cursor")).orElse("");
        JsonBodies.write(ctx, 200, service.page(principal.scopes(), cursor, limit(ctx.queryParam("limit"))));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return Limits.DEFAULT.page();
        }
        if (!text.matches("[1-9][0-9]{0,6}")) {
            throw Problems.malformed("每页条数须为正整数。");
        }
        return Math.min(Integer.parseInt(text), Limits.DEFAULT.page());
    }
}
