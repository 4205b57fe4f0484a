package xundang.desktop.sync.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.model.json.ModelJson;
import xundang.model.sync.Problem;

/**
 * Reads what came back. Refusals are believed only in the server's own form (RFC 9457): hotel and company networks answer with pages of
 * their own, under any status, and none of those may end a log-in or mark something as done.
 */
final class Answers {
    private static final MediaType PROBLEM = MediaType.get("application/problem+json");
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MAX_PROBLEM_BYTES = 64 * 1024;
    private static final int NETWORK_LOGIN = 511;

    private Answers() {}

    static <T> T json(Response response, Class<T> type, long maxBytes) throws IOException {
        if (!is(JSON, response)) {
            throw new SyncException(new SyncFault.NetworkLogin());
        }
        try {
            T value = ModelJson.mapper().readValue(bytes(response, maxBytes), type);
            if (value == null) {
                throw new SyncException(new SyncFault.Unreadable());
            }
            return value;
        } catch (JacksonException e) {
            throw new SyncException(new SyncFault.Unreadable(), e);
        }
    }

    /** The whole body, or a fault if it is longer than the limit. */
    static byte[] bytes(Response response, long maxBytes) throws IOException {
        var source = response.body().source();
        if (source.request(maxBytes + 1)) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        return source.readByteArray();
    }

    static boolean isHtml(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().toLowerCase(Locale.ROOT).contains("html");
    }

    /** The fault behind an answer that is no success. */
    static SyncFault fault(Response response, boolean upload) throws IOException {
        int status = response.code();
        Problem problem = problem(response).orElse(null);
        if (status == NETWORK_LOGIN) {
            return new SyncFault.NetworkLogin();
        }
        if (status == 408 || status == 423 || status == 425 || status == 429 || status >= 500) {
            return new SyncFault.Busy(status, retryAfter(response).orElse(null));
        }
        boolean headOfOurs = response.request().method().equals("HEAD") && is(PROBLEM, response);
        boolean ours = problem != null || headOfOurs || (upload && response.header("Tus-Resumable") != null);
        if (!ours) {
            return new SyncFault.NetworkLogin();
        }
        return switch (status) {
            case 401, 403 -> new SyncFault.LoginNeeded();
            case 404 -> new SyncFault.NotThere();
            case 409 -> upload ? new SyncFault.UploadOffset() : conflict(problem);
            case 410 -> upload ? new SyncFault.NotThere() : new SyncFault.Resync();
            case 413 -> new SyncFault.TooLarge();
            case 426 -> new SyncFault.TooOld();
            case 460 -> new SyncFault.UploadOffset();
            default -> refused(status, problem);
        };
    }

    private static SyncFault conflict(@Nullable Problem problem) {
        if (problem != null && problem.expected() != null) {
            return new SyncFault.SequenceGap(problem.expected());
        }
        String type = problem == null ? "" : problem.type();
        if (type.endsWith(":resync")) {
            return new SyncFault.Resync();
        }
        if (type.endsWith(":session-stale") || type.endsWith(":device-cloned")) {
            return new SyncFault.StaleSession(type.endsWith(":device-cloned"));
        }
        return refused(409, problem);
    }

    private static SyncFault refused(int status, @Nullable Problem problem) {
        return new SyncFault.Refused(
                problem != null
                        ? problem
                        : new Problem("about:blank", "Refused", status, "服务器没有接受这个请求。", "E-HTTP-" + status, null));
    }

    /** The server's own words; empty when the answer does not have their form, as the pages of foreign networks have not. */
    static Optional<Problem> problem(Response response) throws IOException {
        if (!is(PROBLEM, response)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ModelJson.mapper().readValue(bytes(response, MAX_PROBLEM_BYTES), Problem.class));
        } catch (JacksonException ignored) {
            return Optional.empty();
        }
    }

    /** Seconds only: the form with a date would need a clock that agrees with the server's. */
    private static Optional<Duration> retryAfter(Response response) {
        String value = response.header("Retry-After");
        return value != null && value.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : Optional.empty();
    }

    private static boolean is(MediaType expected, Response response) {
        MediaType type = response.body().contentType();
        return type != null
                && type.type().equals(expected.type())
                && type.subtype().equals(expected.subtype());
    }
}
