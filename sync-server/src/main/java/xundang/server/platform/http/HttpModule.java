package xundang.server.platform.http;

import io.javalin.config.RoutesConfig;

/** A feature's routes. Implemented by every Resource. */
@FunctionalInterface
public interface HttpModule {
    /** Registers the routes; called once, before the server starts. */
    void routes(RoutesConfig routes);
}
