package xundang.server.blob;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import xundang.model.sync.BlobQuery;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.digest.Sha256;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.JsonBodies;
import xundang.server.platform.http.Problems;

/** {@code POST /v1/blobs/query} and {@code GET /v1/blobs/{sha256}}. */
public final class BlobResource implements HttpModule {
    private static final int MAX_QUERY = 500;
    private static final int BUFFER = 64 * 1024;

    private final Authenticator authenticator;
    private final BlobService service;

    public BlobResource(Authenticator authenticator, BlobService service) {
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Paths.BLOB_QUERY, this::query);
        routes.get(Paths.BLOBS + "{sha256}", this::download);
    }

    private void query(Context ctx) {
        Principal caller = authenticator.require(ctx);
        BlobQuery query = JsonBodies.read(ctx, BlobQuery.class, JsonBodies.DEFAULT_LIMIT);
        if (!valid(query)) {
            throw Problems.malformed("照片校验值有误或超过 " + MAX_QUERY + " 个，服务器没有处理。");
        }
        JsonBodies.write(ctx, 200, service.status(caller, query.sha256()));
    }

    @SuppressWarnings("NullAway") // JSON can leave any component out; that is what is checked here
    private static boolean valid(BlobQuery query) {
        return query.sha256() != null
                && query.sha256().size() <= MAX_QUERY
                && query.sha256().stream().allMatch(sha -> sha != null && Sha256.isHex(sha));
    }

    private void download(Context ctx) throws IOException {
        Principal caller = authenticator.requireUncounted(ctx);
        String sha256 = ctx.pathParam("sha256");
        if (!Sha256.isHex(sha256)) {
            throw Problems.notFound();
        }
        send(ctx, service, service.find(caller.scopes(), sha256).orElseThrow(Problems::notFound));
    }

    /** Sends a picture, whole or in part; a picture never changes, so it may be kept for ever by who was allowed to fetch it. */
    public static void send(Context ctx, BlobService service, BlobService.Picture picture) throws IOException {
        String etag = "\"" + picture.sha256() + "\"";
        boolean known = names(ctx.header("If-None-Match"), etag);
        if (!known) {
            service.requireIntact(picture);
        }
        ctx.header("ETag", etag)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff");
        if (known) {
            ctx.status(304);
            return;
        }
        ctx.contentType(picture.mime());
        String ifRange = ctx.header("If-Range");
        String range = ifRange == null || ifRange.equals(etag) ? ctx.header("Range") : null;
        switch (ByteRange.parse(range, picture.size())) {
            case ByteRange.Asked.Whole whole -> {
                ctx.status(200);
                stream(ctx, service, picture, new ByteRange(0, picture.size() - 1));
            }
            case ByteRange.Asked.Part asked -> {
                ByteRange part = asked.range();
                ctx.status(206)
                        .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + picture.size());
                stream(ctx, service, picture, part);
            }
            case ByteRange.Asked.Outside outside -> {
                ctx.header("Content-Range", "bytes */" + picture.size()).header("Cache-Control", "no-store");
                throw Problems.of(416, "range", "E-BLOB-416", "Range outside", "请求的范围超出照片大小。");
            }
        }
    }

    /** RFC 9110 section 13.1.2: a list of tags, weak ones count too, or any. */
    private static boolean names(@Nullable String header, String etag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static void stream(Context ctx, BlobService service, BlobService.Picture picture, ByteRange part)
            throws IOException {
        ctx.disableCompression();
        ctx.res().setContentLengthLong(part.length());
        try (InputStream in = service.open(picture, part.first())) {
            OutputStream out = ctx.res().getOutputStream();
            byte[] buffer = new byte[BUFFER];
            long left = part.length();
            int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            while (left > 0 && read >= 0) {
                out.write(buffer, 0, read);
                left -= read;
                read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            }
        }
    }
}
