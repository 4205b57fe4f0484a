package xundang.server.auth;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import xundang.model.sync.Paths;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.Problems;

/** Stands before the uploads and lets each laptop through within its {@link UploadBudget}. */
public final class UploadLimits implements HttpModule {
    private static final String TAKEN = "upload-budget-taken";
    private static final Set<String> WITH_BODY = Set.of("PATCH", "POST");

    /** Charged for a body that does not say its length: the largest that is taken. */
    private static final long UNKNOWN_LENGTH = 50L * 1024 * 1024;

    private final Authenticator authenticator;
    private final UploadBudget budget;

    public UploadLimits(Authenticator authenticator, UploadBudget budget) {
        this.authenticator = authenticator;
        this.budget = budget;
    }

    @Override
    public void routes(RoutesConfig routes) {
        for (String path : new String[] {Paths.UPLOADS, Paths.UPLOADS + "/*"}) {
            routes.before(path, this::begin);
            routes.after(path, this::end);
        }
    }

    private void begin(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        if (!WITH_BODY.contains(ctx.req().getMethod()) || length == 0) {
            return;
        }
        String laptop = authenticator.requireUncounted(ctx).device().toString();
        Optional<Duration> wait = budget.begin(laptop, length < 0 ? UNKNOWN_LENGTH : length);
        if (wait.isPresent()) {
            ctx.header("Retry-After", Long.toString(Math.max(1, wait.get().toSeconds())));
            throw Problems.of(
                    429,
                    "upload-limit",
                    "E-BLOB-429",
                    "Upload limit",
                    "这台电脑同时上传的照片太多，或今天已传满 2 GB，这次没有接收。照片都在本机，稍后会自动再传。");
        }
        ctx.attribute(TAKEN, laptop);
    }

    private void end(Context ctx) {
        String laptop = ctx.attribute(TAKEN);
        if (laptop != null) {
            budget.end(laptop);
            ctx.attribute(TAKEN, null);
        }
    }
}
