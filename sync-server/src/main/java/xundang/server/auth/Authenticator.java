package xundang.server.auth;

import io.javalin.http.Context;
import java.util.Locale;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/** Finds out who is asking. Every resource but enrolment and health calls it first: nothing is open by default. */
public final class Authenticator {
    private static final String BEARER = "bearer ";

    private final DeviceService devices;
    private final RequestBudget budget;

    public Authenticator(DeviceService devices, RequestBudget budget) {
        this.devices = devices;
        this.budget = budget;
    }

    /** The caller, within the request budget of the laptop. Throws {@link ProblemException} 401 or 429. */
    public Principal require(Context ctx) {
        Principal principal = requireUncounted(ctx);
        if (!budget.take(principal.device().toString())) {
            throw Problems.tooMany();
        }
        return principal;
    }

    /** As {@link #require}, for photo transfers, which have limits of their own. */
    public Principal requireUncounted(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw Problems.unauthenticated();
        }
        return devices.principal(header.substring(BEARER.length()).strip()).orElseThrow(Problems::unauthenticated);
    }
}
