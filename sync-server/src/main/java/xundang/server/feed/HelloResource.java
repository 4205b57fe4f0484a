package xundang.server.feed;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.http.Admission;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.Problems;

/** {@code POST /v1/sync/hello}. */
public final class HelloResource implements HttpModule {
    private static final int MAX_BODY = 16 * 1024;

    private final Admission admission;
    private final Authenticator authenticator;
    private final HelloService service;

    public HelloResource(Admission admission, Authenticator authenticator, HelloService service) {
        this.admission = admission;
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Paths.HELLO, ctx -> admission.run(() -> hello(ctx)));
    }

    private void hello(Context ctx) {
        Principal principal = authenticator.requireAndRenew(ctx);
        HelloRequest request = JsonBodies.read(ctx, HelloRequest.class, MAX_BODY);
        if (!complete(request)) {
            throw Problems.malformed("问候信息不完整，服务器没有处理。");
        }
        JsonBodies.write(ctx, 200, service.hello(principal, request));
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static boolean complete(HelloRequest request) {
        return request.deviceId() != null && request.userId() != null && request.protocols() != null;
    }
}
