package xundang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import xundang.server.blob.BlobService;
import xundang.server.ledger.Scopes;
import xundang.server.platform.digest.Sha256;
import xundang.server.platform.http.HttpModule;
import xundang.server.platform.http.Problems;

/** The list {@code /}, a label's address {@code /d/<tag>}, the dossier {@code /dossier/<id>} and its pictures. */
final class LedgerPagesResource implements HttpModule {
    private static final int MAX_QUERY = 100;

    /** Longer side of the pictures that a browser gets, in pixels. */
    private static final int LARGE = 1600;

    private static final int SMALL = 480;
    private static final int COPIES_AT_ONCE = 2;
    private static final long COPY_WAIT_S = 20;

    private final Semaphore copying = new Semaphore(COPIES_AT_ONCE, true);

    private final Pages pages;
    private final LedgerPagesService service;
    private final BlobService blobs;

    LedgerPagesResource(Pages pages, LedgerPagesService service, BlobService blobs) {
        this.pages = pages;
        this.service = service;
        this.blobs = blobs;
    }

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/", ctx -> pages.forViewer(ctx, (viewer, texts) -> list(ctx, viewer, texts)));
        routes.get("/d/{tag}", ctx -> pages.forViewer(ctx, (viewer, texts) -> tag(ctx, viewer, texts)));
        routes.get("/dossier/{id}", ctx -> pages.forViewer(ctx, (viewer, texts) -> dossier(ctx, viewer, texts)));
        routes.get("/picture/{sha256}", ctx -> pages.forViewer(ctx, (viewer, texts) -> picture(ctx, viewer)));
    }

    private void list(Context ctx, WebSessionService.Viewer viewer, PageTexts texts) {
        String asked = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
        String query = asked.substring(0, Math.min(asked.length(), MAX_QUERY));
        LedgerPagesService.Listing listing = service.list(scopes(viewer), query);
        pages.send(ctx, 200, texts.get("list.title"), viewer, new ListPage(texts).body(listing, query));
    }

    private void tag(Context ctx, WebSessionService.Viewer viewer, PageTexts texts) {
        switch (service.resolve(scopes(viewer), ctx.pathParam("tag"))) {
            case LedgerPagesService.TagAnswer.Found found -> show(ctx, viewer, texts, found.asset());
            case LedgerPagesService.TagAnswer.OtherLedger other ->
                pages.message(ctx, 404, "tag.other_ledger", viewer, other.ledger());
            case LedgerPagesService.TagAnswer.WrongCheck wrong -> pages.message(ctx, 400, "tag.wrong_check", viewer);
            case LedgerPagesService.TagAnswer.NotATag other -> pages.message(ctx, 400, "tag.not_a_tag", viewer);
            case LedgerPagesService.TagAnswer.Unknown unknown ->
                pages.message(ctx, 404, "tag.unknown", viewer, unknown.assetNo());
        }
    }

    private void dossier(Context ctx, WebSessionService.Viewer viewer, PageTexts texts) {
        String id = ctx.pathParam("id");
        if (id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            show(ctx, viewer, texts, UUID.fromString(id));
        } else {
            pages.message(ctx, 404, "dossier.unknown", viewer);
        }
    }

    private void show(Context ctx, WebSessionService.Viewer viewer, PageTexts texts, UUID asset) {
        Optional<DossierModel> dossier = service.dossier(scopes(viewer), asset);
        if (dossier.isEmpty()) {
            pages.message(ctx, 404, "dossier.unknown", viewer);
            return;
        }
        String title = dossier.get().asset().text("asset_no").orElse("") + " "
                + dossier.get().asset().text("name").orElse("");
        pages.send(ctx, 200, title, viewer, new DossierPage(texts).body(dossier.get()));
    }

    private void picture(Context ctx, WebSessionService.Viewer viewer) {
        String sha256 = ctx.pathParam("sha256");
        Optional<BlobService.Picture> picture =
                Sha256.isHex(sha256) ? blobs.find(scopes(viewer), sha256) : Optional.empty();
        if (picture.isEmpty()) {
            pages.message(ctx, 404, "picture.unknown", viewer);
            return;
        }
        Optional<byte[]> copy = copy(picture.get(), "small".equals(ctx.queryParam("size")) ? SMALL : LARGE);
        if (copy.isEmpty()) {
            pages.message(ctx, 415, "picture.unshowable", viewer);
            return;
        }
        Pages.headers(ctx)
                .header("Cache-Control", "private, no-store")
                .contentType("image/jpeg")
                .result(copy.get());
    }

    /** A few at a time: each takes the memory of an unpacked picture. */
    private Optional<byte[]> copy(BlobService.Picture picture, int longest) {
        try {
            if (!copying.tryAcquire(COPY_WAIT_S, TimeUnit.SECONDS)) {
                throw Problems.busy();
            }
            try (InputStream original = blobs.open(picture, 0)) {
                return WebPicture.of(original, longest);
            } finally {
                copying.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.busy();
        }
    }

    private static Scopes scopes(WebSessionService.Viewer viewer) {
        return viewer.account().scopes();
    }
}
