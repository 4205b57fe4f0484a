package xundang.desktop.sync.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import xundang.desktop.sync.BlobPart;
import xundang.desktop.sync.SyncApi;
import xundang.desktop.sync.SyncException;
import xundang.desktop.sync.SyncFault;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.HelloRequest;
import xundang.model.sync.HelloResponse;
import xundang.model.sync.Paths;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.SnapshotPage;

/** The server over HTTP: JSON messages, and tus 1.0.0 with the creation and checksum extensions for pictures. */
public final class HttpSyncApi implements SyncApi {
    private static final Duration MESSAGE_LIMIT = Duration.ofSeconds(60);

    /** A piece of 256 KB takes 32 s at 64 kbit/s, several times that when packets are lost. */
    private static final Duration CHUNK_LIMIT = Duration.ofMinutes(5);

    /**
     * Pieces up to this size carry a checksum of their own, so that a weak network's fault costs one of them. Larger ones only travel where
     * the network is good; there the picture's own hash, which the server checks in any case, is enough.
     */
    private static final int CHECKED_BYTES = 256 * 1024;

    private static final Duration BLOB_LIMIT = Duration.ofMinutes(15);
    private static final long MAX_MESSAGE_BYTES = 64L * 1024 * 1024;
    private static final long MAX_BLOB_BYTES = 50L * 1024 * 1024;
    private static final int PARTIAL = 206;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");
    private static final String TUS_VERSION = "1.0.0";
    private static final MediaType OFFSET_STREAM = MediaType.get("application/offset+octet-stream");

    private final ServerUrl server;
    private final Supplier<String> token;
    private final OkHttpClient client;
    private final HttpExchange messages;
    private final HttpExchange uploads;
    private final HttpExchange blobs;

    /**
     * @param server base address; plain http for this machine only
     * @param token bearer token of the person at this device, asked for each request
     */
    public HttpSyncApi(String server, Supplier<String> token) {
        this(server, token, MESSAGE_LIMIT);
    }

    HttpSyncApi(String server, Supplier<String> token, Duration messageLimit) {
        this.server = new ServerUrl(server);
        this.token = token;
        client = HttpExchange.client();
        messages = HttpExchange.messages(client, messageLimit);
        uploads = HttpExchange.uploads(client, CHUNK_LIMIT);
        blobs = HttpExchange.messages(client, BLOB_LIMIT);
    }

    @Override
    public HelloResponse hello(HelloRequest request) {
        return post(Paths.HELLO, request, HelloResponse.class);
    }

    @Override
    public PushResponse push(PushRequest request) {
        return post(Paths.PUSH, request, PushResponse.class);
    }

    @Override
    public ChangePage changes(@Nullable FeedCursor cursor, int limit) {
        HttpUrl.Builder url = server.path(Paths.CHANGES).addQueryParameter("limit", Integer.toString(limit));
        if (cursor != null) {
            url.addQueryParameter("cursor", cursor.token());
        }
        return messages.send(
                authorised(url.build()).build(),
                response -> Answers.json(response, ChangePage.class, MAX_MESSAGE_BYTES));
    }

    @Override
    public SnapshotPage snapshot(@Nullable String after, int limit) {
        HttpUrl.Builder url = server.path(Paths.SNAPSHOT).addQueryParameter("limit", Integer.toString(limit));
        if (after != null) {
            url.addQueryParameter("after", after);
        }
        return messages.send(
                authorised(url.build()).build(),
                response -> Answers.json(response, SnapshotPage.class, MAX_MESSAGE_BYTES));
    }

    @Override
    public BlobStatus queryBlobs(BlobQuery query) {
        return post(Paths.BLOB_QUERY, query, BlobStatus.class);
    }

    @Override
    public String createUpload(String sha256, long size, String mime) {
        Request request = creation(sha256, size, mime).post(RequestBody.EMPTY).build();
        return uploads.send(request, this::location);
    }

    @Override
    public Begun createUpload(String sha256, String mime, byte[] picture) {
        Request.Builder request =
                creation(sha256, picture.length, mime).post(RequestBody.create(picture, OFFSET_STREAM));
        if (picture.length <= CHECKED_BYTES) {
            request.header("Upload-Checksum", "sha256 " + checksum(picture));
        }
        return uploads.send(request.build(), response -> {
            // A server that takes no bytes with the creation says nothing of an offset.
            boolean withBytes = response.header("Upload-Offset") != null;
            return new Begun(location(response), withBytes ? offset(response) : 0);
        });
    }

    private Request.Builder creation(String sha256, long size, String mime) {
        return tus(server.path(Paths.UPLOADS).build())
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", "sha256 " + base64(sha256) + ",filetype " + base64(mime));
    }

    private String location(Response response) {
        return given(header(response, "Location")).encodedPath();
    }

    @Override
    public long uploadOffset(String upload) {
        return uploads.send(tus(given(upload)).head().build(), HttpSyncApi::offset);
    }

    @Override
    public long sendChunk(String upload, long offset, byte[] chunk) {
        Request.Builder request = tus(given(upload))
                .header("Upload-Offset", Long.toString(offset))
                .patch(RequestBody.create(chunk, OFFSET_STREAM));
        if (chunk.length <= CHECKED_BYTES) {
            request.header("Upload-Checksum", "sha256 " + checksum(chunk));
        }
        return uploads.send(request.build(), HttpSyncApi::offset);
    }

    @Override
    public BlobPart blob(String sha256, long offset, int length) {
        Request request = authorised(server.path(Paths.BLOBS + sha256).build())
                .header("Range", "bytes=" + offset + "-" + (offset + length - 1))
                .build();
        return blobs.send(request, response -> {
            if (Answers.isHtml(response)) {
                throw new SyncException(new SyncFault.NetworkLogin());
            }
            byte[] bytes = Answers.bytes(response, MAX_BLOB_BYTES);
            return response.code() == PARTIAL ? part(response, offset, bytes) : rest(offset, bytes);
        });
    }

    private static BlobPart part(Response response, long offset, byte[] bytes) {
        Matcher range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
        if (!range.matches() || Long.parseLong(range.group(1)) != offset) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        return new BlobPart(bytes, Long.parseLong(range.group(2)));
    }

    /** A server that knows no ranges sends the whole picture each time. */
    private static BlobPart rest(long offset, byte[] whole) {
        if (offset > whole.length) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        return new BlobPart(Arrays.copyOfRange(whole, Math.toIntExact(offset), whole.length), whole.length);
    }

    @Override
    public void abort() {
        client.dispatcher().cancelAll();
    }

    private <T> T post(String path, Object message, Class<T> type) {
        Request.Builder request = authorised(server.path(path).build());
        HttpExchange.json(request, message);
        return messages.send(request.build(), response -> Answers.json(response, type, MAX_MESSAGE_BYTES));
    }

    private Request.Builder authorised(HttpUrl url) {
        return new Request.Builder().url(url).header("Authorization", "Bearer " + token.get());
    }

    private Request.Builder tus(HttpUrl url) {
        return authorised(url).header("Tus-Resumable", TUS_VERSION);
    }

    private HttpUrl given(String reference) {
        try {
            return server.given(reference);
        } catch (IllegalArgumentException e) {
            throw new SyncException(new SyncFault.Unreadable(), e);
        }
    }

    private static long offset(Response response) {
        String value = header(response, "Upload-Offset");
        if (!value.matches("\\d{1,18}")) {
            throw new SyncException(new SyncFault.Unreadable());
        }
        return Long.parseLong(value);
    }

    /** A success without the protocol's own headers did not come from the server. */
    private static String header(Response response, String name) {
        String value = response.header(name);
        if (value == null || !TUS_VERSION.equals(response.header("Tus-Resumable"))) {
            throw new SyncException(new SyncFault.NetworkLogin());
        }
        return value;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String checksum(byte[] chunk) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(chunk));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
