package xundang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import xundang.server.platform.http.HttpModule;

/** The one style sheet. Open to everybody: the log-in page needs it. */
final class PageAssetsResource implements HttpModule {
    private final byte[] styles = load();

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/assets/pages.css", this::styles);
    }

    private void styles(Context ctx) {
        Pages.headers(ctx)
                .header("Cache-Control", "public, max-age=3600")
                .contentType("text/css; charset=utf-8")
                .result(styles);
    }

    private static byte[] load() {
        try (InputStream in = PageAssetsResource.class.getResourceAsStream("pages.css")) {
            if (in == null) {
                throw new IllegalStateException("pages.css is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
