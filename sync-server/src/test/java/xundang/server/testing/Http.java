package xundang.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import xundang.model.json.ModelJson;
import xundang.model.sync.Problem;

/** Sends requests to a server. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Far beyond what any answer takes; whoever waits longer waits for nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String base;

    public Http(String base) {
        this.base = base;
    }

    /** An answer with its whole body. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public Answer expect(int status) {
            assertThat(status())
                    .as(new String(response.body(), StandardCharsets.UTF_8))
                    .isEqualTo(status);
            return this;
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public <T> T as(Class<T> type) {
            return ModelJson.mapper().readValue(response.body(), type);
        }

        /** The problem; also checks that it is one in every respect. */
        public Problem problem() {
            assertThat(header("content-type")).startsWith("application/problem+json");
            Problem problem = as(Problem.class);
            assertThat(problem.status()).isEqualTo(status());
            assertThat(problem.detail()).containsPattern("\\p{IsHan}").doesNotContain("xception", "at xundang");
            return problem;
        }

        /** Last part of the problem's type. */
        public String problemName() {
            String type = problem().type();
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    public static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(ModelJson.mapper().writeValueAsBytes(body));
    }
}
