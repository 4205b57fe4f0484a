package xundang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import xundang.server.auth.AccountService;
import xundang.server.auth.LoginOutcome;
import xundang.server.auth.RequestBudget;
import xundang.server.platform.digest.Secrets;
import xundang.server.platform.http.HttpModule;

/** {@code /login} and {@code /logout}. The log-in form carries a token that only the browser which got the form can return. */
final class LoginResource implements HttpModule {
    private static final String FORM_COOKIE = "xd_form";
    private static final int FORM_LIFE_S = 1800;
    private static final int MAX_INPUT = 200;

    private final Pages pages;
    private final AccountService accounts;
    private final WebSessionService sessions;
    private final Secrets secrets;
    private final RequestBudget perAddress;

    LoginResource(
            Pages pages,
            AccountService accounts,
            WebSessionService sessions,
            Secrets secrets,
            RequestBudget perAddress) {
        this.pages = pages;
        this.accounts = accounts;
        this.sessions = sessions;
        this.secrets = secrets;
        this.perAddress = perAddress;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/login", ctx -> form(ctx, 200, null));
        routes.post("/login", this::login);
        routes.post("/logout", this::logout);
    }

    private void form(Context ctx, int status, @Nullable String complaint) {
        PageTexts texts = Pages.texts(ctx);
        String token = secrets.token();
        Pages.setCookie(ctx, FORM_COOKIE, token, FORM_LIFE_S);
        Html body = Tag.of("form", "card login")
                .attr("method", "post")
                .attr("action", "/login" + texts.query())
                .with(
                        Tag.of("h1").with(texts.get("login.title")),
                        complaint == null
                                ? Html.none()
                                : Tag.of("p", "bad").attr("role", "alert").with(texts.get(complaint)),
                        Pages.hidden("csrf", token),
                        Pages.hidden("next", next(ctx)),
                        field(texts.get("login.name"), "login", "text", "username"),
                        field(texts.get("login.password"), "password", "password", "current-password"),
                        Tag.of("button", "main").attr("type", "submit").with(texts.get("login.button")));
        pages.send(ctx, status, texts.get("login.title"), null, body);
    }

    private static Html field(String label, String name, String type, String autocomplete) {
        Html input = Tag.of("input")
                .attr("id", name)
                .attr("name", name)
                .attr("type", type)
                .attr("autocomplete", autocomplete)
                .attr("maxlength", Integer.toString(MAX_INPUT))
                .attr("required", "required")
                .with();
        return Html.all(Tag.of("label").attr("for", name).with(label), input);
    }

    private void login(Context ctx) {
        if (!perAddress.take(ctx.ip())) {
            form(ctx, 429, "login.too_many");
            return;
        }
        if (!same(ctx.cookie(FORM_COOKIE), ctx.formParam("csrf"))) {
            form(ctx, 403, "login.form_expired");
            return;
        }
        String login = parameter(ctx, "login");
        String password = parameter(ctx, "password");
        switch (accounts.login(login.strip(), password)) {
            case LoginOutcome.Wrong wrong -> form(ctx, 401, "login.wrong");
            case LoginOutcome.Locked locked -> form(ctx, 403, "login.locked");
            case LoginOutcome.Proved proved -> {
                Pages.setCookie(ctx, Pages.SESSION_COOKIE, sessions.begin(proved.account()), (int)
                        WebSessionService.LONGEST.toSeconds());
                Pages.setCookie(ctx, FORM_COOKIE, "", 0);
                Pages.headers(ctx).redirect(next(ctx), HttpStatus.SEE_OTHER);
            }
        }
    }

    private void logout(Context ctx) {
        String cookie = ctx.cookie(Pages.SESSION_COOKIE);
        boolean asked = pages.viewer(ctx)
                .filter(viewer -> same(viewer.csrfToken(), ctx.formParam("csrf")))
                .isPresent();
        if (cookie != null && asked) {
            sessions.end(cookie);
            Pages.setCookie(ctx, Pages.SESSION_COOKIE, "", 0);
        }
        Pages.headers(ctx).redirect("/login" + Pages.texts(ctx).query(), HttpStatus.SEE_OTHER);
    }

    /** Where to go after the log-in; never to another server. */
    private static String next(Context ctx) {
        String wanted = ctx.formParam("next");
        if (wanted == null) {
            wanted = ctx.queryParam("next");
        }
        return wanted != null && !wanted.startsWith("#") && Tag.isOurs(wanted)
                ? wanted
                : "/" + Pages.texts(ctx).query();
    }

    private static String parameter(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null || value.length() > MAX_INPUT ? "" : value;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && !one.isEmpty()
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
