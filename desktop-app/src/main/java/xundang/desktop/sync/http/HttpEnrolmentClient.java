package xundang.desktop.sync.http;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import xundang.desktop.session.EnrolOutcome.Reason;
import xundang.desktop.session.EnrolmentClient;
import xundang.desktop.session.EnrolmentFailed;
import xundang.desktop.sync.SyncException;
import xundang.model.sync.EnrolRequest;
import xundang.model.sync.EnrolResponse;
import xundang.model.sync.Paths;
import xundang.model.sync.Problem;

/** Enrolment over HTTP. It holds nothing between calls, least of all a password. */
public final class HttpEnrolmentClient implements EnrolmentClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long MAX_BYTES = 64 * 1024;

    private final OkHttpClient client =
            HttpExchange.client().newBuilder().callTimeout(LIMIT).build();

    @Override
    public EnrolResponse enrol(String server, EnrolRequest request) throws EnrolmentFailed {
        Request.Builder http =
                new Request.Builder().url(url(server).path(Paths.ENROL).build());
        HttpExchange.json(http, request);
        try (Response response = client.newCall(http.build()).execute()) {
            if (response.isSuccessful()) {
                return Answers.json(response, EnrolResponse.class, MAX_BYTES);
            }
            Problem problem = Answers.problem(response)
                    .orElseThrow(() -> EnrolmentFailed.unreachable("HTTP " + response.code(), null));
            throw EnrolmentFailed.refused(reason(problem));
        } catch (IOException e) {
            throw EnrolmentFailed.unreachable(e.getClass().getSimpleName(), e);
        } catch (SyncException e) {
            throw EnrolmentFailed.unreachable(e.fault().code(), e);
        }
    }

    private static ServerUrl url(String server) throws EnrolmentFailed {
        try {
            return new ServerUrl(server);
        } catch (IllegalArgumentException e) {
            throw EnrolmentFailed.unreachable("no usable address", e);
        }
    }

    private static Reason reason(Problem problem) {
        return switch (problem.type().substring(problem.type().lastIndexOf(':') + 1)) {
            case "wrong-account-or-password" -> Reason.WRONG_ACCOUNT_OR_PASSWORD;
            case "code-unknown" -> Reason.CODE_UNKNOWN;
            case "code-expired" -> Reason.CODE_EXPIRED;
            case "code-used" -> Reason.CODE_USED;
            case "locked" -> Reason.LOCKED;
            default -> Reason.OTHER;
        };
    }
}
