package xundang.server.description;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import xundang.model.sync.Paths;
import xundang.server.platform.http.HttpModule;

/** {@code GET /v1/openapi.json}: the protocol as OpenAPI 3.1; open to all, it holds nothing about anybody. */
public final class DescriptionResource implements HttpModule {
    private final byte[] description = read();

    @Override
    public void routes(RoutesConfig routes) {
        routes.get(Paths.OPENAPI, ctx -> ctx.contentType("application/json").result(description));
    }

    /** The file as it comes with the program. */
    static byte[] read() {
        try (InputStream in = DescriptionResource.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
