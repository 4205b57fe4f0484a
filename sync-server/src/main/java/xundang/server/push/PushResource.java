package xundang.server.push;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import xundang.model.sync.Limits;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.http.Admission;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;

/** {@code POST /v1/sync/push}. */
public final class PushResource implements HttpModule {
    private final Admission admission;
    private final Admission large;
    private final Authenticator authenticator;
    private final PushService service;

    /**
     * @param admission for every push
     * @param large in addition, for those that are larger than a small one: a push needs some ten times its size of memory while it is worked on
     */
    public PushResource(Admission admission, Admission large, Authenticator authenticator, PushService service) {
        this.admission = admission;
        this.large = large;
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Paths.PUSH, ctx -> admission.run(() -> push(ctx)));
    }

    private void push(Context ctx) {
        Principal principal = authenticator.require(ctx);
        byte[] body = JsonBodies.receive(ctx, Limits.DEFAULT.maxBytes());
        if (body.length > Limits.SMALL_PUSH) {
            large.run(() -> push(ctx, principal, body));
        } else {
            push(ctx, principal, body);
        }
    }

    private void push(Context ctx, Principal principal, byte[] bytes) {
        JsonBodies.write(ctx, 200, service.push(principal, PushBody.of(bytes)));
    }
}
