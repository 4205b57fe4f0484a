package xundang.server.auth;

import io.javalin.http.Context;
import java.util.Locale;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/** Finds out who is asking. Every resource but enrolment and health calls it first: nothing is open by default. */
public final class Authenticator {
    private static final String BEARER = "bearer ";
    private static final String CALLER = "authenticated-caller";

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

    /** As {@link #require}, for reading the feed: 426 for a program that is too old to read it. */
    public Principal requireReader(Context ctx) {
        Principal principal = require(ctx);
        if (principal.tooOld()) {
            throw Problems.of(
                    426, "too-old", "E-SYNC-226", "Protocol not supported", "软件版本太旧，不能再接收台账，请升级软件。本机上的记录都还在，仍会照常发送。");
        }
        return principal;
    }

    /** As {@link #require}, for a hello: the token gets its full time again. */
    public Principal requireAndRenew(Context ctx) {
        Principal principal = require(ctx);
        devices.renew(token(ctx));
        return principal;
    }

    /** As {@link #require}, for photo transfers, which have limits of their own. */
    public Principal requireUncounted(Context ctx) {
        Principal known = ctx.attribute(CALLER);
        if (known != null) {
            return known;
        }
        String token = token(ctx);
        Principal caller = devices.principal(token)
                .orElseThrow(() -> devices.hasExpired(token) ? Problems.expired() : Problems.unauthenticated());
        // For this one request, in which several may ask.
        ctx.attribute(CALLER, caller);
        return caller;
    }

    private static String token(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw Problems.unauthenticated();
        }
        return header.substring(BEARER.length()).strip();
    }
}
