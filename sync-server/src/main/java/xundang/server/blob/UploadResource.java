package xundang.server.blob;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xundang.model.sync.Paths;
import xundang.server.auth.Authenticator;
import xundang.server.auth.Principal;
import xundang.server.platform.digest.Sha256;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.Problems;

/** tus 1.0.0 on {@code /v1/uploads}: creation, creation-with-upload, checksum, expiration, termination. */
public final class UploadResource implements HttpModule {
    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination";
    private static final String BODY_TYPE = "application/offset+octet-stream";
    private static final int MAX_METADATA = 2_000;
    private static final String ONE = Paths.UPLOADS + "/{id}";

    private final Authenticator authenticator;
    private final UploadService service;

    public UploadResource(Authenticator authenticator, UploadService service) {
        this.authenticator = authenticator;
        this.service = service;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.options(Paths.UPLOADS, UploadResource::options);
        routes.options(ONE, UploadResource::options);
        routes.post(Paths.UPLOADS, this::create);
        routes.post(ONE, this::overridden);
        routes.head(ONE, this::head);
        routes.patch(ONE, this::patch);
        routes.delete(ONE, this::terminate);
    }

    private static void options(Context ctx) {
        ctx.status(204)
                .header("Tus-Resumable", VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Checksum-Algorithm", ChunkChecksum.ALGORITHMS)
                .header("Tus-Max-Size", Long.toString(UploadService.MAX_SIZE));
    }

    private void create(Context ctx) throws IOException {
        Principal caller = begin(ctx);
        if (ctx.header("Upload-Defer-Length") != null) {
            throw UploadProblems.deferredLength();
        }
        long size = number(ctx, "Upload-Length");
        if (size > UploadService.MAX_SIZE) {
            throw Problems.tooLarge("照片超过 50 MB，服务器没有保存。照片仍在本机。");
        }
        String written = Optional.ofNullable(ctx.header("Upload-Metadata")).orElse("");
        Map<String, String> metadata = metadata(written);
        String sha256 = metadata.getOrDefault("sha256", "");
        String mime = metadata.getOrDefault("filetype", "");
        if (size < 1) {
            throw UploadProblems.badHeader("Upload-Length");
        }
        if (!Sha256.isHex(sha256)) {
            throw UploadProblems.badHeader("Upload-Metadata sha256");
        }
        if (!mime.equals("image/jpeg") && !mime.equals("image/png")) {
            throw Problems.wrongType("image/jpeg 或 image/png");
        }
        UploadService.Progress progress =
                service.create(caller.user(), new UploadService.Wanted(sha256, size, mime, written));
        boolean withBody = BODY_TYPE.equals(ctx.contentType());
        ctx.header("Location", Paths.UPLOADS + "/" + progress.upload().id());
        if (withBody && !progress.upload().complete()) {
            ChunkChecksum checksum = ChunkChecksum.parse(ctx.header("Upload-Checksum"));
            try (InputStream body = ctx.req().getInputStream()) {
                progress =
                        service.appendFirst(progress.upload(), body, ctx.req().getContentLengthLong(), checksum);
            }
        }
        answer(ctx.status(201), progress);
    }

    /** For clients, and proxies before them, that can send nothing but GET and POST (tus 1.0.0, X-HTTP-Method-Override). */
    private void overridden(Context ctx) throws IOException {
        switch (String.valueOf(ctx.header("X-HTTP-Method-Override"))) {
            case "PATCH" -> patch(ctx);
            case "HEAD" -> head(ctx);
            case "DELETE" -> terminate(ctx);
            default -> throw Problems.methodNotAllowed();
        }
    }

    private void head(Context ctx) {
        Principal caller = begin(ctx);
        UploadService.Progress progress = service.progress(caller.user(), id(ctx));
        answer(ctx.status(200), progress);
        ctx.header("Cache-Control", "no-store")
                .header("Upload-Length", Long.toString(progress.upload().size()))
                .header("Upload-Metadata", progress.upload().metadata());
    }

    private void patch(Context ctx) throws IOException {
        Principal caller = begin(ctx);
        if (!BODY_TYPE.equals(ctx.contentType())) {
            throw Problems.wrongType(BODY_TYPE);
        }
        long offset = number(ctx, "Upload-Offset");
        answer(ctx.status(204), append(ctx, caller, id(ctx), offset));
    }

    private UploadService.Progress append(Context ctx, Principal caller, UUID id, long offset) throws IOException {
        ChunkChecksum checksum = ChunkChecksum.parse(ctx.header("Upload-Checksum"));
        try (InputStream body = ctx.req().getInputStream()) {
            return service.append(caller.user(), id, offset, body, ctx.req().getContentLengthLong(), checksum);
        }
    }

    private void terminate(Context ctx) {
        Principal caller = begin(ctx);
        service.terminate(caller.user(), id(ctx));
        ctx.status(204);
    }

    /** Common to all but OPTIONS: who is asking, and that both sides speak the same version. */
    private Principal begin(Context ctx) {
        ctx.header("Tus-Resumable", VERSION);
        Principal caller = authenticator.requireUncounted(ctx);
        if (!VERSION.equals(ctx.header("Tus-Resumable"))) {
            ctx.header("Tus-Version", VERSION);
            throw UploadProblems.wrongVersion();
        }
        return caller;
    }

    private static void answer(Context ctx, UploadService.Progress progress) {
        ctx.header("Upload-Offset", Long.toString(progress.offset()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                progress.upload().expiresAt().withOffsetSameInstant(ZoneOffset.UTC)));
    }

    private static UUID id(Context ctx) {
        try {
            return UUID.fromString(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw Problems.notFound();
        }
    }

    private static long number(Context ctx, String header) {
        String text = ctx.header(header);
        if (text == null || !text.matches("[0-9]{1,15}")) {
            throw UploadProblems.badHeader(header);
        }
        return Long.parseLong(text);
    }

    private static Map<String, String> metadata(String header) {
        Map<String, String> values = new HashMap<>();
        if (header.length() > MAX_METADATA) {
            throw UploadProblems.badHeader("Upload-Metadata");
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            try {
                String text = parts.length < 2
                        ? ""
                        : new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8);
                values.put(parts[0], text);
            } catch (IllegalArgumentException e) {
                throw UploadProblems.badHeader("Upload-Metadata");
            }
        }
        return values;
    }
}
