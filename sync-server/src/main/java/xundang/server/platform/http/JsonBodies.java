package xundang.server.platform.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import xundang.model.json.ModelJson;

/** Reads and writes JSON bodies. A body is never unpacked further than its limit, whatever its packed size promises. */
public final class JsonBodies {
    /** Limit for all bodies that have none of their own (trust requirement S31), in bytes. */
    public static final int DEFAULT_LIMIT = 1024 * 1024;

    private JsonBodies() {}

    /** Reads a JSON body of at most {@code limit} bytes, plain or gzip. Throws {@link ProblemException} for anything else. */
    public static <T> T read(Context ctx, Class<T> type, int limit) {
        try {
            T value = ModelJson.mapper().readValue(receive(ctx, limit), type);
            if (value == null) {
                throw Problems.malformed("内容为空，服务器没有处理。");
            }
            return value;
        } catch (JacksonException e) {
            throw Problems.malformed("内容不是有效的 JSON 或缺少必填项，服务器没有处理。");
        }
    }

    /** Receives and unpacks such a body. */
    public static byte[] receive(Context ctx, int limit) {
        String contentType = ctx.contentType();
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).matches("application/json(\\s*;.*)?")) {
            throw Problems.wrongType("application/json");
        }
        return unpacked(ctx, limit);
    }

    /** Answers with JSON. */
    public static void write(Context ctx, int status, Object value) {
        ctx.status(status)
                .contentType("application/json")
                .result(ModelJson.mapper().writeValueAsBytes(value));
    }

    private static byte[] unpacked(Context ctx, int limit) {
        String encoding = ctx.header("Content-Encoding");
        try (InputStream raw = ctx.req().getInputStream();
                InputStream body = decoded(raw, encoding, limit)) {
            byte[] bytes = body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Problems.tooLarge("内容超过 " + limit / 1024 + " KB，服务器没有处理。请分批发送。");
            }
            return bytes;
        } catch (IOException e) {
            throw Problems.malformed("内容没有收完整，服务器没有处理。");
        }
    }

    private static InputStream decoded(InputStream raw, @Nullable String encoding, int limit) throws IOException {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return raw;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            // The packed form is read whole first, so that a cut connection is seen before anything is parsed.
            byte[] packed = raw.readNBytes(limit + 1);
            if (packed.length > limit) {
                throw Problems.tooLarge("内容超过 " + limit / 1024 + " KB，服务器没有处理。请分批发送。");
            }
            return new GZIPInputStream(new ByteArrayInputStream(packed));
        }
        throw Problems.wrongType("gzip 或不压缩的内容");
    }
}
