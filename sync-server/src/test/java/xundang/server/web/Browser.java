package xundang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xundang.server.testing.Http;
import xundang.server.testing.TestServer;

/** A browser without scripts: keeps cookies, fills in forms, does not follow redirects. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Http http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** All cookies as the server set them last, with their attributes. */
    final Map<String, String> setCookies = new LinkedHashMap<>();

    Browser(TestServer server) {
        this.http = server.http();
    }

    Http.Answer get(String path) {
        return send(http.request(path).GET());
    }

    /** A page that must be there. */
    String page(String path) {
        return text(get(path).expect(200));
    }

    Http.Answer post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(http.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Http.Answer login(String path, String login, String password) {
        String token = token(text(get(path).expect(200)));
        return post("/login", Map.of("csrf", token, "login", login, "password", password, "next", "/"));
    }

    Browser loggedIn(String login) {
        login("/login", login, TestServer.PASSWORD).expect(303);
        return this;
    }

    static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static String text(Http.Answer answer) {
        return new String(answer.response().body(), StandardCharsets.UTF_8);
    }

    private Http.Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        Http.Answer answer = http.send(request);
        for (String set : answer.response().headers().allValues("Set-Cookie")) {
            String name = set.substring(0, set.indexOf('='));
            cookies.put(name, set.substring(set.indexOf('=') + 1, set.indexOf(';')));
            setCookies.put(name, set);
        }
        return answer;
    }
}
