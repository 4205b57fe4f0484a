package xundang.server.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all pages share: frame, headers, cookies, and who is looking. */
final class Pages {
    static final String SESSION_COOKIE = "xd_session";

    private final WebSessionService sessions;
    private final String ledgerName;

    Pages(WebSessionService sessions, String ledgerName) {
        this.sessions = sessions;
        this.ledgerName = ledgerName;
    }

    /** Does the work for somebody who is logged in; sends everybody else to the log-in page and back again afterwards. */
    void forViewer(Context ctx, ViewerPage page) {
        Optional<WebSessionService.Viewer> viewer = viewer(ctx);
        if (viewer.isPresent()) {
            page.show(viewer.get(), texts(ctx));
        } else {
            String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            headers(ctx)
                    .redirect("/login?next=" + encoded(ctx.path() + query)
                            + (texts(ctx).english() ? "&lang=en" : ""));
        }
    }

    /** A page that needs a log-in. */
    @FunctionalInterface
    interface ViewerPage {
        void show(WebSessionService.Viewer viewer, PageTexts texts);
    }

    Optional<WebSessionService.Viewer> viewer(Context ctx) {
        String cookie = ctx.cookie(SESSION_COOKIE);
        return cookie == null ? Optional.empty() : sessions.find(cookie);
    }

    static PageTexts texts(Context ctx) {
        return PageTexts.of(ctx.queryParam("lang"));
    }

    /** Sends a whole page. */
    void send(Context ctx, int status, String title, WebSessionService.@Nullable Viewer viewer, Html body) {
        PageTexts texts = texts(ctx);
        Html head = Tag.of("head")
                .with(
                        Tag.of("meta").attr("charset", "utf-8").with(),
                        Tag.of("meta")
                                .attr("name", "viewport")
                                .attr("content", "width=device-width, initial-scale=1")
                                .with(),
                        Tag.of("title").with(title),
                        Tag.of("link")
                                .attr("rel", "stylesheet")
                                .attr("href", "/assets/pages.css")
                                .with());
        Html page = Tag.of("html")
                .attr("lang", texts.htmlLang())
                .with(
                        head,
                        Tag.of("body")
                                .with(header(ctx, texts, viewer), Tag.of("main").with(body)));
        headers(ctx).status(status).html("<!DOCTYPE html>" + page.markup());
    }

    /** Sends a page that says one thing: what happened, and what to do. */
    void message(Context ctx, int status, String key, WebSessionService.@Nullable Viewer viewer, Object... args) {
        PageTexts texts = texts(ctx);
        String title = texts.get(key + ".title");
        send(
                ctx,
                status,
                title,
                viewer,
                Tag.of("section", "card")
                        .with(Tag.of("h1").with(title), Tag.of("p").with(texts.get(key + ".text", args))));
    }

    private Html header(Context ctx, PageTexts texts, WebSessionService.@Nullable Viewer viewer) {
        Html home =
                Tag.of("a", "brand").attr("href", "/" + texts.query()).with(texts.get("brand") + " · " + ledgerName);
        Html language = Tag.of("a").attr("href", inOtherLanguage(ctx, texts)).with(texts.get("other_language"));
        if (viewer == null) {
            return Tag.of("header").with(home, language);
        }
        Html logout = Tag.of("form")
                .attr("method", "post")
                .attr("action", "/logout" + texts.query())
                .with(
                        hidden("csrf", viewer.csrfToken()),
                        Tag.of("button").attr("type", "submit").with(texts.get("logout")));
        Html plans = Tag.of("a").attr("href", "/plans" + texts.query()).with(texts.get("plans.title"));
        return Tag.of("header")
                .with(
                        home,
                        plans,
                        language,
                        Tag.of("span").with(viewer.account().name()),
                        logout);
    }

    /** The same page, with everything that was asked of it, in the other language. */
    private static String inOtherLanguage(Context ctx, PageTexts texts) {
        List<String> query = new ArrayList<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!name.equals("lang")) {
                values.forEach(value -> query.add(encoded(name) + "=" + encoded(value)));
            }
        });
        if (!texts.english()) {
            query.add("lang=en");
        }
        return ctx.path() + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Html hidden(String name, String value) {
        return Tag.of("input")
                .attr("type", "hidden")
                .attr("name", name)
                .attr("value", value)
                .with();
    }

    /** Headers of every page: nothing from elsewhere, no frame, nothing kept in shared caches. */
    static Context headers(Context ctx) {
        return ctx.header(
                        "Content-Security-Policy",
                        "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }

    /** Out of reach of scripts and of other sites; for HTTPS only when the browser, or the proxy before the server, uses it. */
    static void setCookie(Context ctx, String name, String value, int maxAgeS) {
        boolean https = ctx.scheme().equals("https") || "https".equals(ctx.header("X-Forwarded-Proto"));
        ctx.cookie(new Cookie(name, value, "/", maxAgeS, https, true, null, SameSite.STRICT));
    }
}
