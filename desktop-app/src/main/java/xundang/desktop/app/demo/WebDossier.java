package xundang.desktop.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a phone shows when it scans the tag: the server's page, behind its log-in. */
final class WebDossier {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final Path pages;
    private final DemoReport report;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    WebDossier(String server, Path pages, DemoReport report) {
        this.server = server;
        this.pages = pages;
        this.report = report;
    }

    void look(String login, String password, Map<String, String> facts) {
        String address = "/d/" + encoded(facts.getOrDefault("tag", ""));
        String stranger = get(address, "login.html");
        expect("未登录时看不到档案", stranger.contains("password") && !stranger.contains("36.5"));
        Matcher csrf = CSRF.matcher(stranger.contains("csrf") ? stranger : get("/login", "login.html"));
        if (!csrf.find()) {
            throw new DemoFailure("the log-in page has no form token");
        }
        post(
                "/login",
                "login=" + encoded(login) + "&password=" + encoded(password) + "&csrf=" + encoded(csrf.group(1))
                        + "&next=" + encoded(address));
        String page = get(address, "dossier.html");
        expect("网页有这次巡检：示例巡检员，异常值 36.5", page.contains("示例巡检员") && page.contains("36.5"));
        for (String hash : facts.getOrDefault("photoHashes", "").split(",", -1)) {
            expect("照片 " + hash.substring(0, 12) + "… 服务器已持有", page.contains(hash.substring(0, 12)));
        }
        get("/", "ledger.html");
        report.note("网页保存在 " + pages);
    }

    private void expect(String what, boolean holds) {
        if (!holds) {
            throw new DemoFailure("不成立 · does not hold: " + what);
        }
        report.checked(what);
    }

    private String get(String path, String savedAs) {
        String body = send(HttpRequest.newBuilder(URI.create(server + path)).build());
        try {
            Files.writeString(pages.resolve(savedAs), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body;
    }

    private void post(String path, String form) {
        send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    browser.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 400) {
                throw new DemoFailure(request.uri().getPath() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
