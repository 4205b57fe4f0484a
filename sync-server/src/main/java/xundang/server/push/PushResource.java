package xundang.server.push;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.Limits;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.http.Admission;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.Problems;

/** {@code POST /v1/sync/push}. */
public final class PushResource implements HttpModule {
    private final Admission admission;
    private final Authenticator authenticator;
    private final PushService service;

    public PushResource(Admission admission, Authenticator authenticator, PushService service) {
        this.admission = admission;
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Paths.PUSH, ctx -> admission.run(() -> push(ctx)));
    }

    private void push(Context ctx) {
        Principal principal = authenticator.require(ctx);
        JsonNode body = JsonBodies.read(ctx, JsonNode.class, Limits.DEFAULT.maxBytes());
        JsonNode nonce = body.path("sessionNonce");
        JsonNode ops = body.path("ops");
        if (!body.isObject() || !nonce.isString() || !ops.isArray()) {
            throw Problems.malformed("内容不是一次发送，服务器没有处理。");
        }
        List<JsonNode> messages = new ArrayList<>();
        ops.forEach(messages::add);
        JsonBodies.write(ctx, 200, service.push(principal, nonce.stringValue(), messages));
    }
}
