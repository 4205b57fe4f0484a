package xundang.server.feed;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.http.Admission;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;

/** {@code GET /v1/sync/changes?cursor&limit}. */
public final class ChangeFeedResource implements HttpModule {
    private final Admission admission;
    private final Authenticator authenticator;
    private final ChangeFeedService service;

    public ChangeFeedResource(Admission admission, Authenticator authenticator, ChangeFeedService service) {
        this.admission = admission;
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get(Paths.CHANGES, ctx -> admission.run(() -> changes(ctx)));
    }

    private void changes(Context ctx) {
        Principal principal = authenticator.requireReader(ctx);
        String cursor = Optional.ofNullable(ctx.queryParam("cursor")).orElse("");
        JsonBodies.write(ctx, 200, service.page(principal.scopes(), cursor, PageLimit.of(ctx.queryParam("limit"))));
    }
}
