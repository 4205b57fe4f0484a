package xundang.desktop.sync.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import xundang.desktop.sync.SyncFault;
import xundang.model.json.ModelJson;
import xundang.model.sync.Problem;

/** What the real client makes of a problem answer, for tests that have no sockets. */
public final class ProblemFaults {
    private static final MediaType PROBLEM = MediaType.get("application/problem+json");

    private ProblemFaults() {}

    /** The fault behind the answer to an upload or to any other request. */
    public static SyncFault of(Problem problem, boolean upload) {
        Response.Builder response = new Response.Builder()
                .request(new Request.Builder().url("http://127.0.0.1/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(problem.status())
                .message("")
                .body(ResponseBody.create(ModelJson.mapper().writeValueAsBytes(problem), PROBLEM));
        try {
            return Answers.fault(response.build(), upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
