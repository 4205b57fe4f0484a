package xundang.server.admin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.Problems;

/**
 * {@code POST /v1/admin}: commands from a command line on the same machine while the server holds the database. Open to loopback only,
 * with the key from the data folder.
 */
public final class AdminResource implements HttpModule {
    /** Where the command line sends its commands. */
    public static final String PATH = "/v1/admin";

    /** Ledger files travel inside a command. */
    private static final int MAX_BODY = 32 * 1024 * 1024;

    private final AdminService service;
    private final byte[] expectedHeader;

    public AdminResource(AdminService service, String key) {
        this.service = service;
        this.expectedHeader = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(PATH, this::run);
    }

    private void run(Context ctx) {
        String header = ctx.header("Authorization");
        boolean proved =
                header != null && MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), expectedHeader);
        if (!isLoopback(ctx) || !proved) {
            throw Problems.notFound();
        }
        JsonBodies.write(ctx, 200, service.run(JsonBodies.read(ctx, AdminCommand.class, MAX_BODY)));
    }

    private static boolean isLoopback(Context ctx) {
        try {
            return InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
