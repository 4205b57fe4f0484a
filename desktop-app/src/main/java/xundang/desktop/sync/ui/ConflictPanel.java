package xundang.desktop.sync.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.platform.theme.ValueEditor;
import xundang.desktop.sync.RecordPhotos.Taken;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.SyncDesk.ConflictCard.Kind;
import xundang.desktop.sync.SyncDesk.ConflictCard.Side;
import xundang.desktop.sync.SyncDesk.ConflictPhotos;
import xundang.desktop.sync.ui.ConflictsViewModel.Photos;
import xundang.desktop.sync.ui.ConflictsViewModel.Third;
import xundang.model.asset.AssetId;
import xundang.model.sync.RecordType;

/** One conflict whole: what both had seen, the ledger's value, the author's, who and when; and what this person may do about it. */
final class ConflictPanel extends VBox {
    private final ConflictsViewModel model;
    private final ConflictCard card;
    private final UiContext context;
    private final Pictures pictures;
    private final UiTexts texts;
    private final FieldWords words;
    private final VBox ledgersPhotos = Parts.column(0);
    private final VBox authorsPhotos = Parts.column(0);
    private final VBox photos = Parts.column(8);

    ConflictPanel(
            ConflictsViewModel model,
            ConflictCard card,
            UiContext context,
            Pictures pictures,
            Consumer<AssetId> openAsset) {
        super(16);
        this.model = model;
        this.card = card;
        this.context = context;
        this.pictures = pictures;
        this.texts = context.texts();
        words = new FieldWords(texts);
        getStyleClass().add("card");
        setId("sync-conflict-card");
        getChildren().addAll(head(openAsset), Parts.wrapped(explanation()));
        if (card.reason() != null) {
            VBox reason = Parts.column(4, Parts.wrapped(card.reason()));
            reason.getStyleClass().addAll("notice-panel", "warning");
            getChildren().add(reason);
        }
        GridPane sides = sides();
        sides.setOpacity(card.open() ? 1 : 0.6);
        photos.setId("sync-conflict-photos");
        Parts.shown(photos, false);
        getChildren().addAll(sides, photos);
    }

    /** Puts the pictures beside the values of those who took them, and the others below; says so when there are none. */
    void show(Photos read) {
        if (!read.conflict().equals(card.id())) {
            return;
        }
        boolean unread = read.found() == null;
        ConflictPhotos found = Objects.requireNonNullElse(read.found(), ConflictPhotos.NONE);
        photos.getChildren().clear();
        if (found.equals(ConflictPhotos.NONE)) {
            photos.getChildren()
                    .add(Parts.wrapped(
                            texts.get(unread ? "sync.conflict.photosUnread" : "sync.conflict.noPhotos"), "muted"));
        } else if (!found.others().isEmpty()) {
            photos.getChildren()
                    .addAll(
                            Parts.label(texts.get("sync.conflict.otherPhotos"), "caption"),
                            new PhotoStrip(context, pictures, found.others(), true));
        }
        Parts.shown(photos, !photos.getChildren().isEmpty());
        strip(ledgersPhotos, found.ledgers());
        strip(authorsPhotos, found.authors());
    }

    private void strip(VBox place, List<Taken> taken) {
        place.getChildren().clear();
        if (!taken.isEmpty()) {
            place.getChildren().add(new PhotoStrip(context, pictures, taken, false));
        }
        Parts.shown(place, !taken.isEmpty());
    }

    private Node head(Consumer<AssetId> openAsset) {
        VBox names = Parts.column(
                4,
                Parts.wrapped(words.label(card.category(), card.field()), "page-title"),
                Parts.wrapped(card.title(), "muted"));
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox row = Parts.row(12, names);
        if (card.about().type().equals(RecordType.ASSET)) {
            row.getChildren()
                    .add(Parts.quietButton(
                            "sync-conflict-asset",
                            texts.get("sync.conflict.openAsset"),
                            MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                            () -> openAsset.accept(new AssetId(card.about().id()))));
        }
        return row;
    }

    private String explanation() {
        return switch (card.kind()) {
            case EDIT -> texts.get("sync.conflict.why.edit");
            case DELETE -> texts.get("sync.conflict.why.delete");
            case DUPLICATE -> texts.get("sync.conflict.why.duplicate");
            case RULE -> texts.get("sync.conflict.why.rule");
            case OTHER -> texts.get("sync.conflict.why.other");
        };
    }

    private GridPane sides() {
        List<VBox> sides = new ArrayList<>();
        if (card.kind() == Kind.DUPLICATE) {
            String other = card.otherTitle();
            sides.add(side(
                    texts.get("sync.conflict.thisObject"),
                    words.value(card, card.client()),
                    card.authorSide(),
                    "mine",
                    authorsPhotos));
            sides.add(side(
                    texts.get("sync.conflict.otherObject"),
                    other == null || other.isEmpty() ? texts.get("sync.conflict.notHere") : other,
                    null,
                    "ledgers",
                    ledgersPhotos));
        } else {
            if (card.kind() != Kind.DELETE) {
                sides.add(side(texts.get("sync.conflict.base"), words.value(card, card.base()), null, "base", null));
            }
            sides.add(side(
                    texts.get("sync.conflict.ledgers"),
                    words.value(card, card.server()),
                    card.ledgerSide(),
                    "ledgers",
                    ledgersPhotos));
            sides.add(side(authorsName(), words.value(card, card.client()), card.authorSide(), "mine", authorsPhotos));
        }
        GridPane grid = new GridPane(12, 0);
        for (VBox side : sides) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / sides.size());
            grid.getColumnConstraints().add(column);
            grid.addColumn(sides.indexOf(side), side);
        }
        return grid;
    }

    private String authorsName() {
        return texts.get(card.own() ? "sync.conflict.mine" : "sync.conflict.authors");
    }

    private VBox side(String name, String value, @Nullable Side by, String style, @Nullable VBox pictures) {
        VBox box =
                Parts.column(4, Parts.label(name, "caption"), Parts.wrapped(value, "input-size", "strong", "figures"));
        if (by != null) {
            List<String> parts = new ArrayList<>();
            if (!by.person().isEmpty()) {
                parts.add(by.person());
            }
            if (by.at() != null) {
                parts.add(texts.times().full(texts.language(), by.at()));
            }
            box.getChildren().add(Parts.wrapped(String.join("\n", parts), "caption"));
        }
        if (pictures != null) {
            box.getChildren().add(pictures);
        }
        box.getStyleClass().addAll("conflict-side", style);
        return box;
    }

    /** What this person may do about it, or what was done. It stays in view below the values, however high those are. */
    VBox decision() {
        VBox box = Parts.card(8, choices());
        box.setId("sync-conflict-decision");
        return box;
    }

    private Node choices() {
        if (card.pending()) {
            return Parts.wrapped(texts.get("sync.conflict.pending", words.value(card, card.resolution())), "strong");
        }
        if (!card.open()) {
            return Parts.wrapped(texts.get("sync.conflict.done", words.value(card, card.resolution())), "strong");
        }
        if (card.kind() == Kind.OTHER) {
            return Parts.wrapped(texts.get("sync.conflict.newer"), "muted");
        }
        if (!card.mayGiveWay()) {
            return Parts.wrapped(texts.get("sync.conflict.notAllowed"), "muted");
        }
        Third third = model.thirdProperty().get();
        return third != null && third.card().id().equals(card.id()) ? input(third) : buttons();
    }

    private Node buttons() {
        HBox row = Parts.row(12);
        boolean duplicate = card.kind() == Kind.DUPLICATE;
        Button ledgers = Parts.button(
                "sync-take-ledgers",
                texts.get(duplicate ? "sync.conflict.corrected" : "sync.conflict.takeLedgers"),
                MaterialDesignD.DATABASE_CHECK_OUTLINE,
                () -> model.takeLedgers(card));
        if (card.mayDecide()) {
            String word = duplicate
                    ? "sync.conflict.bothRight"
                    : card.own() ? "sync.conflict.takeMine" : "sync.conflict.takeAuthors";
            row.getChildren()
                    .addAll(
                            ledgers,
                            Parts.button(
                                    "sync-take-authors",
                                    texts.get(word),
                                    MaterialDesignA.ACCOUNT_CHECK_OUTLINE,
                                    () -> model.takeAuthors(card)));
        } else {
            row.getChildren().add(ledgers);
        }
        if (ConflictsViewModel.mayTypeThird(card)) {
            row.getChildren()
                    .add(Parts.button(
                            "sync-type-third",
                            texts.get(duplicate ? "sync.conflict.newNumber" : "sync.conflict.typeThird"),
                            MaterialDesignP.PENCIL,
                            () -> model.typeThird(card)));
        }
        VBox column = Parts.column(8, row);
        column.getChildren()
                .add(Parts.wrapped(
                        texts.get(card.mayDecide() ? "sync.conflict.keys" : "sync.conflict.giveWayOnly"), "caption"));
        return column;
    }

    private Node input(Third third) {
        ValueEditor editor = new ValueEditor(third.typed(), texts, "sync-third");
        VBox panel = Parts.column(
                12,
                Parts.label(texts.get("sync.conflict.third"), "strong"),
                editor,
                Parts.row(
                        12,
                        Parts.mainButton(
                                "sync-third-take",
                                texts.get("sync.conflict.takeThird"),
                                MaterialDesignC.CHECK,
                                model::takeThird),
                        Parts.button(
                                "sync-third-cancel",
                                texts.get("sync.refused.cancel"),
                                MaterialDesignC.CLOSE,
                                model::cancelThird)));
        panel.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.takeThird();
                key.consume();
            }
        });
        editor.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                editor.focus();
            }
        });
        return panel;
    }
}
