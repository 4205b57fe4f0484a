package xundang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.account.Role;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.TestServer;

class LoginPageTest {
    @TempDir
    Path data;

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new TestServer(data, DatabaseKind.H2);
        server.person("wang", Role.SUPERVISOR, "*");
        browser = new Browser(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=ups",
                "/d/YD1:XD01:UPS-000012:0000",
                "/dossier/0190a000-0000-7000-8000-000000000001",
                "/picture/00"
            })
    void everyPageAsksForALogInAndReturnsAfterwards(String path) {
        Http.Answer answer = browser.get(path).expect(302);

        assertThat(answer.header("Location")).startsWith("/login?next=%2F");
        assertThat(Browser.text(answer)).doesNotContain("UPS-000012");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        browser.loggedIn("wang");

        assertThat(browser.setCookies.get("xd_session")).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(browser.page("/")).contains("同事wang");
    }

    @Test
    void behindHttpsTheCookieIsForHttpsOnly() {
        Http.Answer answer = server.http()
                .send(server.http()
                        .request("/login")
                        .header("X-Forwarded-Proto", "https")
                        .GET());

        assertThat(answer.header("Set-Cookie")).contains("Secure");
    }

    @Test
    void aWrongPasswordStartsNoSession() {
        Http.Answer answer = browser.login("/login", "wang", "not the password").expect(401);

        assertThat(Browser.text(answer)).contains("登录名或密码不对");
        browser.get("/").expect(302);
    }

    @Test
    void anUnknownNameLooksLikeAWrongPassword() {
        String unknown =
                Browser.text(browser.login("/login", "nobody", "some password").expect(401));
        String wrong =
                Browser.text(browser.login("/login", "wang", "some password").expect(401));

        assertThat(unknown.replaceAll("value=\"[^\"]*\"", "")).isEqualTo(wrong.replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void aFormFromElsewhereIsNotAccepted() {
        Map<String, String> form = Map.of("login", "wang", "password", TestServer.PASSWORD, "csrf", "guessed");

        new Browser(server).post("/login", form).expect(403);
        browser.get("/login");
        browser.post("/login", form).expect(403);
        browser.get("/").expect(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example/",
                "https://elsewhere.example/",
                "/\\elsewhere.example",
                "javascript:alert(1)"
            })
    void theLogInNeverLeadsToAnotherServer(String next) {
        String token = Browser.token(browser.page("/login"));

        Http.Answer answer = browser.post(
                        "/login", Map.of("csrf", token, "login", "wang", "password", TestServer.PASSWORD, "next", next))
                .expect(303);

        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void aSessionEndsAfterFifteenIdleMinutes() {
        browser.loggedIn("wang");
        server.clock.advance(Duration.ofMinutes(14));
        browser.get("/").expect(200);
        server.clock.advance(Duration.ofMinutes(14));
        browser.get("/").expect(200);
        server.clock.advance(Duration.ofMinutes(15));

        browser.get("/").expect(302);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
        browser.loggedIn("wang");
        for (int i = 0; i < 72; i++) {
            browser.get("/").expect(200);
            server.clock.advance(Duration.ofMinutes(10));
        }

        browser.get("/").expect(302);
    }

    @Test
    void loggingOutEndsTheSessionOnTheServer() {
        browser.loggedIn("wang");
        String token = Browser.token(browser.page("/"));

        browser.post("/logout", Map.of("csrf", "guessed"));
        browser.get("/").expect(200);
        browser.post("/logout", Map.of("csrf", token)).expect(303);
        browser.get("/").expect(302);
    }

    @Test
    void aDisabledAccountLosesItsSessionAtOnce() {
        browser.loggedIn("wang");
        server.graph()
                .accounts()
                .setDisabled(
                        server.graph().accounts().find("wang").orElseThrow().id(), true);

        browser.get("/").expect(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/assets/pages.css", "/"})
    void everyPageForbidsScriptsFramesAndGuessing(String path) {
        Http.Answer answer = browser.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void englishIsOneParameterAway() {
        assertThat(browser.page("/login?lang=en")).contains("Log-in name").contains("lang=\"en\"");
        assertThat(browser.page("/login")).contains("登录名").contains("lang=\"zh-CN\"");
    }
}
