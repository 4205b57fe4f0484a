package xundang.server.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.model.json.ModelJson;
import xundang.model.sync.Problem;
import xundang.server.platform.db.DatabaseException;

/** Turns every fault into a problem answer (RFC 9457); nothing of the server's inside gets out. */
public final class HttpErrors implements HttpModule {
    private static final Logger LOG = LoggerFactory.getLogger(HttpErrors.class);
    private static final int RETRY_AFTER_S = 5;

    @Override
    public void routes(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.problem(), e.retryAfterS()));
        routes.exception(DatabaseException.class, (e, ctx) -> answer(ctx, ofDatabase(e)));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofFramework(e.getStatus())));
        routes.exception(UncheckedIOException.class, (e, ctx) -> answer(ctx, ofFiles(e)));
        routes.exception(IOException.class, (e, ctx) -> answer(ctx, ofFiles(e)));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("request failed", e);
            answer(ctx, Problems.internal().problem());
        });
    }

    private static Problem ofDatabase(DatabaseException e) {
        return switch (e.reason()) {
            case BUSY, OVERLOADED -> Problems.busy().problem();
            case DISK_FULL -> {
                LOG.error("disk full", e);
                yield Problems.diskFull().problem();
            }
            case UNCERTAIN -> {
                LOG.error("not confirmed by the disk", e);
                yield Problems.uncertain().problem();
            }
            case READ_ONLY, IN_USE, CLOSED, MISSING, DAMAGED -> {
                LOG.error("database not usable ({})", e.reason(), e);
                yield Problems.busy().problem();
            }
            case OTHER -> {
                LOG.error("database fault", e);
                yield Problems.internal().problem();
            }
        };
    }

    /** Either the disk or the other end of the connection gave up; in both cases nothing was confirmed. */
    private static Problem ofFiles(Exception e) {
        if (DatabaseException.of(e).reason() == DatabaseException.Reason.DISK_FULL) {
            LOG.error("disk full while writing a file");
            return Problems.diskFull().problem();
        }
        LOG.warn("transfer failed: {}", e.getClass().getSimpleName());
        return Problems.internal().problem();
    }

    private static Problem ofFramework(int status) {
        return switch (status) {
            case 404 -> Problems.notFound().problem();
            case 405 -> Problems.methodNotAllowed().problem();
            case 413 -> Problems.tooLarge("内容太大，服务器没有处理。").problem();
            case 400 -> Problems.malformed("请求有误，服务器没有处理。").problem();
            default ->
                status < 500
                        ? Problems.of(status, "refused", "E-HTTP-" + status, "Refused", "服务器没有接受这个请求。")
                                .problem()
                        : Problems.internal().problem();
        };
    }

    /** Writes a problem; 401 names the scheme, 423, 429 and 503 say when to come back. */
    public static void answer(Context ctx, Problem problem) {
        answer(ctx, problem, RETRY_AFTER_S);
    }

    private static void answer(Context ctx, Problem problem, int retryAfterS) {
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        boolean wait = problem.status() == 423 || problem.status() == 429 || problem.status() == 503;
        if (wait && ctx.res().getHeader("Retry-After") == null) {
            ctx.header("Retry-After", Integer.toString(retryAfterS));
        }
        ctx.status(problem.status())
                .contentType("application/problem+json")
                .result(ModelJson.mapper().writeValueAsBytes(problem));
    }
}
