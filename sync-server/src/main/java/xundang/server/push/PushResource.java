package xundang.server.push;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;
import xundang.model.sync.Paths;
import xundang.model.sync.PushRequest;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.Problems;

/** {@code POST /v1/sync/push}. */
public final class PushResource implements HttpModule {
    private final Authenticator authenticator;
    private final PushService service;

    public PushResource(Authenticator authenticator, PushService service) {
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Paths.PUSH, this::push);
    }

    private void push(Context ctx) {
        Principal principal = authenticator.require(ctx);
        PushRequest request = JsonBodies.read(ctx, PushRequest.class, Limits.DEFAULT.maxBytes());
        if (!complete(request)) {
            throw Problems.malformed("操作不完整，服务器没有处理。");
        }
        JsonBodies.write(ctx, 200, service.push(principal, request));
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static boolean complete(PushRequest request) {
        return request.sessionNonce() != null
                && request.ops() != null
                && request.ops().stream().allMatch(op -> op != null && complete(op));
    }

    @SuppressWarnings("NullAway") // as above
    private static boolean complete(Op op) {
        return op.opId() != null
                && op.kind() != null
                && op.recType() != null
                && op.recId() != null
                && op.set() != null
                && op.at() != null
                && op.userId() != null;
    }
}
