package xundang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import xundang.server.blob.BlobResource;
import xundang.server.blob.BlobService;
import xundang.server.ledger.Scopes;
import xundang.server.platform.digest.Sha256;
import xundang.server.platform.http.HttpModule;

/** The list {@code /}, a label's address {@code /d/<tag>}, the dossier {@code /dossier/<id>} and its pictures. */
final class LedgerPagesResource implements HttpModule {
    private static final int MAX_QUERY = 100;

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
        try {
            Pages.headers(ctx);
            BlobResource.send(ctx, blobs, picture.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scopes scopes(WebSessionService.Viewer viewer) {
        return viewer.account().scopes();
    }
}
