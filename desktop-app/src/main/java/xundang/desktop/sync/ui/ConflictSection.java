package xundang.desktop.sync.ui;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.model.asset.AssetId;

/** 分歧: one card per conflict; the newest that waits is open. */
final class ConflictSection implements DetailSection {
    private final ConflictsViewModel model;
    private final UiContext context;
    private final Pictures pictures;
    private final UiTexts texts;
    private final FieldWords words;
    private final Consumer<AssetId> openAsset;
    private final MasterDetail<ConflictCard> both;
    private final Subscription listening;
    private @Nullable ConflictPanel shown;

    ConflictSection(ConflictsViewModel model, UiContext context, Pictures pictures, Consumer<AssetId> openAsset) {
        this.model = model;
        this.context = context;
        this.pictures = pictures;
        this.texts = context.texts();
        this.openAsset = openAsset;
        words = new FieldWords(texts);
        both = new MasterDetail<>(
                "conflicts",
                model.list(),
                ConflictCard::id,
                this::detail,
                this::line,
                new EmptyPanel(
                        MaterialDesignC.CALL_MERGE,
                        texts.get("sync.conflict.empty"),
                        texts.get("sync.conflict.emptyStep")),
                texts);
        listening = Subscription.combine(
                model.thirdProperty().subscribe((before, after) -> both.redraw()),
                model.photosProperty().subscribe(photos -> showPhotos()),
                model.wantedProperty().subscribe(this::want));
    }

    private void want(UUID conflict) {
        if (conflict != null) {
            both.choose(conflict);
        }
    }

    private Node line(ConflictCard card) {
        String state = card.pending()
                ? "sync.conflict.pendingShort"
                : card.open() ? "sync.conflict.open" : "sync.conflict.settled";
        VBox line = Parts.column(
                4,
                Parts.label(card.title(), "strong"),
                Parts.row(
                        8,
                        Parts.label(words.label(card.category(), card.field())),
                        Parts.spring(),
                        Parts.label(texts.get(state), "caption")));
        line.setOpacity(card.open() ? 1 : 0.6);
        return line;
    }

    private MasterDetail.Detail detail(ConflictCard card) {
        ConflictPanel panel = new ConflictPanel(model, card, context, pictures, openAsset);
        shown = panel;
        showPhotos();
        ConflictsViewModel.Photos known = model.photosProperty().get();
        if (known == null || !known.conflict().equals(card.id())) {
            model.look(card.id());
        }
        return new MasterDetail.Detail(panel, panel.decision());
    }

    private void showPhotos() {
        ConflictsViewModel.Photos photos = model.photosProperty().get();
        if (shown != null && photos != null) {
            shown.show(photos);
        }
    }

    @Override
    public MasterDetail<?> both() {
        return both;
    }

    @Override
    public boolean cancel() {
        return model.cancelThird();
    }

    /** T, W, L: take the ledger's value, take the author's, type another one. */
    @Override
    public boolean key(KeyCode code) {
        ConflictCard card = both.chosen();
        if (card == null) {
            return false;
        }
        switch (code) {
            case T -> model.takeLedgers(card);
            case W -> model.takeAuthors(card);
            case L -> model.typeThird(card);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
        model.lookAway();
        both.hidden();
    }
}
