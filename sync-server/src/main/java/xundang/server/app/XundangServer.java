package xundang.server.app;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.model.id.IdSource;
import xundang.server.platform.http.HttpErrors;
import xundang.server.platform.http.HttpModule;

/** A running server. {@link #close} ends it in order: no new requests, those under way finish, the database closes. */
public final class XundangServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(XundangServer.class);
    private static final Logger ACCESS = LoggerFactory.getLogger("xundang.server.access");
    private static final long STOP_MS = 5_000;
    // A kept-open connection without a request has nothing to lose; the program's default of a second each is for
    // nobody.
    private static final long STOP_IDLE_MS = 50;
    // Of a picture, eight times fewer pieces than with the program's default. An idle connection has no buffer.
    private static final int INPUT_BUFFER = 64 * 1024;
    private static final long DAY_MINUTES = 24 * 60;
    private static final long NOTE_S = 2;
    private static final Pattern ROUTE = Pattern.compile("(/[a-z0-9_]{1,16}){1,3}");

    private final ServerGraph graph;
    private final Javalin http;
    private final ScheduledExecutorService housekeeping;
    private final List<ScheduledFuture<?>> jobs;
    private final Optional<String> setupCode;
    private final String url;

    private XundangServer(ServerGraph graph, Javalin http, String host) throws IOException {
        this.graph = graph;
        this.http = http;
        this.setupCode = graph.newSetupCode();
        this.url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port();
        graph.folder().announce(url);
        this.housekeeping = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("housekeeping").factory());
        this.jobs = List.of(
                housekeeping.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES),
                housekeeping.scheduleWithFixedDelay(this::forget, 5, DAY_MINUTES, TimeUnit.MINUTES),
                housekeeping.scheduleWithFixedDelay(graph::noteHistory, NOTE_S, NOTE_S, TimeUnit.SECONDS));
    }

    /** Opens the data folder and listens. Throws {@link StartupException} with a text for the operator. */
    public static XundangServer start(ServerConfig config, InstantSource clock, IdSource ids) {
        ServerGraph graph = ServerGraph.open(config, clock, ids);
        Javalin http = null;
        boolean ready = false;
        try {
            graph.photos().care().atStart();
            List<HttpModule> modules = new ArrayList<>(graph.modules());
            modules.add(new HttpErrors());
            http = Javalin.create(it -> configure(it, modules)).start(config.host(), config.port());
            setUpConnections(http);
            XundangServer server = new XundangServer(graph, http, config.host());
            ready = true;
            LOG.info("server ready, ledger {}", graph.identity().code());
            return server;
        } catch (JavalinBindException e) {
            throw new StartupException("端口 " + config.port() + " 已被占用或不能使用，服务器没有启动，数据没有改动。请换一个端口（--port）。", e);
        } catch (IOException e) {
            throw new StartupException("数据文件夹无法写入，服务器没有启动。请检查权限和磁盘空间。", e);
        } finally {
            if (!ready) {
                if (http != null) {
                    http.stop();
                }
                graph.close();
            }
        }
    }

    private static void configure(JavalinConfig config, List<HttpModule> modules) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.generateEtags = false;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.requestLogger.http(XundangServer::logAccess);
        modules.forEach(module -> module.routes(config.routes));
    }

    private static void setUpConnections(Javalin http) {
        for (Connector connector : http.jettyServer().server().getConnectors()) {
            ((AbstractConnector) connector).setShutdownIdleTimeout(STOP_IDLE_MS);
            connector.getConnectionFactories().stream()
                    .filter(AbstractConnectionFactory.class::isInstance)
                    .map(AbstractConnectionFactory.class::cast)
                    .forEach(factory -> factory.setInputBufferSize(INPUT_BUFFER));
        }
    }

    /** Route, status and time; no address, no name, no id. */
    private static void logAccess(Context ctx, Float ms) {
        Matcher route = ROUTE.matcher(ctx.path());
        ACCESS.info(
                "{} {} {} {} ms",
                ctx.method(),
                route.lookingAt() ? route.group() : "-",
                ctx.statusCode(),
                Math.round(ms));
    }

    private void forget() {
        try {
            graph.tombstones().run();
        } catch (RuntimeException e) {
            // As below: tomorrow's round must still take place.
            LOG.warn("feed entries of what is gone stay for now", e);
        }
    }

    private void tidy() {
        try {
            graph.photos().care().tidy();
        } catch (RuntimeException e) {
            // Whatever it was, the next round must still take place.
            LOG.warn("the upkeep of the pictures was not finished", e);
        }
    }

    /** Where it listens, e.g. {@code http://127.0.0.1:8723}. */
    public String url() {
        return url;
    }

    public int port() {
        return http.port();
    }

    /** The one-time code for the first administrator, when there is no account yet. */
    public Optional<String> setupCode() {
        return setupCode;
    }

    /** Every method and path that is answered, e.g. {@code GET /v1/sync/changes}. */
    public List<String> routes() {
        return http.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    /** The services, for tests and for whoever embeds the server. */
    public ServerGraph graph() {
        return graph;
    }

    @Override
    public void close() {
        jobs.forEach(job -> job.cancel(false));
        housekeeping.shutdown();
        try {
            http.stop();
        } finally {
            graph.close();
        }
    }
}
