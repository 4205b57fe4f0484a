package xundang.desktop.sync.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.zip.Deflater;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.model.json.ModelJson;
import xundang.model.sync.Limits;

/** One request, one answer: no silent retries, no redirects, a limit on every wait. */
final class HttpExchange {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int GZIP_FROM_BYTES = 1024;

    private final OkHttpClient client;
    private final boolean upload;

    private HttpExchange(OkHttpClient client, boolean upload) {
        this.client = client;
        this.upload = upload;
    }

    /** The client that all exchanges share: one connection pool, one place to cut calls in flight. */
    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                .writeTimeout(Duration.ofSeconds(30))
                .build();
    }

    static HttpExchange messages(OkHttpClient client, Duration limit) {
        return new HttpExchange(client.newBuilder().callTimeout(limit).build(), false);
    }

    static HttpExchange uploads(OkHttpClient client, Duration limit) {
        return new HttpExchange(client.newBuilder().callTimeout(limit).build(), true);
    }

    /** Reads a successful answer. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Response response) throws IOException;
    }

    <T> T send(Request request, Reading<T> reading) {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new SyncException(Answers.fault(response, upload));
            }
            return reading.read(response);
        } catch (InterruptedIOException e) {
            throw new SyncException(new SyncFault.NoAnswer(true), e);
        } catch (IOException e) {
            throw new SyncException(new SyncFault.NoAnswer(false), e);
        }
    }

    /** A JSON body, packed when that pays. */
    static void json(Request.Builder request, Object message) {
        byte[] bytes = ModelJson.mapper().writeValueAsBytes(message);
        if (bytes.length > GZIP_FROM_BYTES) {
            request.header("Content-Encoding", "gzip").post(RequestBody.create(packed(bytes), JSON));
        } else {
            request.post(RequestBody.create(bytes, JSON));
        }
    }

    /** A large message only travels where the network is quick: there the packing itself would take longer than the bytes that it saves. */
    private static byte[] packed(byte[] bytes) {
        Buffer packed = new Buffer();
        GzipSink gzip = new GzipSink(packed);
        if (bytes.length > Limits.SMALL_PUSH) {
            gzip.deflater().setLevel(Deflater.BEST_SPEED);
        }
        try (var sink = Okio.buffer(gzip)) {
            sink.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("packing in memory cannot fail", e);
        }
        return packed.readByteArray();
    }
}
