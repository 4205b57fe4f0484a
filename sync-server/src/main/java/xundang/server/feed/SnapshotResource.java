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

/** {@code GET /v1/sync/snapshot?after&limit}. */
public final class SnapshotResource implements HttpModule {
    private final Admission admission;
    private final Authenticator authenticator;
    private final SnapshotService service;

    public SnapshotResource(Admission admission, Authenticator authenticator, SnapshotService service) {
        this.admission = admission;
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get(Paths.SNAPSHOT, ctx -> admission.run(() -> snapshot(ctx)));
    }

    private void snapshot(Context ctx) {
        Principal principal = authenticator.requireReader(ctx);
        String after = Optional.ofNullable(ctx.queryParam("after")).orElse("");
        JsonBodies.write(ctx, 200, service.page(principal.scopes(), after, PageLimit.of(ctx.queryParam("limit"))));
    }
}
