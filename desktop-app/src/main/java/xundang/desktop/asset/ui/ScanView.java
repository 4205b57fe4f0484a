package xundang.desktop.asset.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.TagResolution;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.Snapshots;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListRows;
import xundang.desktop.platform.theme.Parts;

/** 扫码: one big field that always has the focus; a picture by button, drop or Ctrl+V; every answer in its place below. */
public final class ScanView implements Screen {
    private static final int MOST_ROWS = 5;

    private final ScanViewModel model;
    private final UiTexts texts;
    private final TextField field = new TextField();
    private final VBox answer = Parts.column(8);
    private final VBox root;
    private final Subscription listening;

    public ScanView(ScanViewModel model, UiContext context) {
        this.model = model;
        texts = context.texts();
        field.setId("scan-field");
        field.getStyleClass().add("scan-field");
        field.setPromptText(texts.get("asset.scan.prompt"));
        field.textProperty().bindBidirectional(model.textProperty());
        field.setOnAction(ignored -> model.submit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::listen);
        Button picture = Parts.button(
                "scan-picture", texts.get("asset.scan.picture"), MaterialDesignI.IMAGE_SEARCH_OUTLINE, () -> {
                    context.pictures().choose().ifPresent(model::readPicture);
                    field.requestFocus();
                });
        Label reading = Parts.label(texts.get("asset.scan.reading"), "muted");
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("scan-error");
        answer.setId("scan-answer");
        FontIcon icon = new FontIcon(MaterialDesignQ.QRCODE_SCAN);
        icon.getStyleClass().add("scan-icon");
        VBox card = Parts.card(
                16,
                Parts.row(
                        16,
                        icon,
                        Parts.column(
                                4,
                                Parts.label(texts.get("asset.scan.lead"), "page-title"),
                                Parts.wrapped(texts.get("asset.scan.how"), "muted"))),
                field,
                Parts.row(
                        12,
                        picture,
                        Parts.label(texts.get("asset.scan.dropOrPaste"), "caption"),
                        Parts.spring(),
                        reading),
                error,
                answer);
        card.getStyleClass().add("scan-card");
        root = Parts.column(16, Parts.titleLine(texts.get("asset.scan.title")), card);
        root.getStyleClass().add("screen");
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.busyProperty().subscribe(busy -> Parts.shown(reading, busy)),
                model.answerProperty().subscribe(this::show));
    }

    private void show(@Nullable TagResolution resolution) {
        answer.getChildren().clear();
        if (resolution != null) {
            answer.getChildren().setAll(nodes(resolution));
            field.selectAll();
        }
    }

    private List<Node> nodes(TagResolution resolution) {
        return switch (resolution) {
            case TagResolution.Found ignored -> List.of();
            case TagResolution.Several several ->
                List.of(
                        Parts.label(
                                texts.get(
                                        "asset.scan.several",
                                        several.candidates().size()),
                                "strong"),
                        candidates(several.candidates()));
            case TagResolution.UnknownAsset unknown -> List.of(notice("asset.scan.unknown", unknown.assetNo()));
            case TagResolution.OtherLedger other ->
                List.of(notice("asset.scan.otherLedger", other.ledgerCode(), other.assetNo()));
            case TagResolution.WrongCheck wrong -> List.of(notice("asset.scan.wrongCheck", wrong.text()));
            case TagResolution.NotATag not -> List.of(notice("asset.scan.notATag", not.text()));
        };
    }

    private Node notice(String key, Object... arguments) {
        VBox panel = Parts.column(
                4,
                Parts.wrapped(texts.get(key + ".what", arguments), "strong"),
                Parts.wrapped(texts.get(key + ".todo", arguments)));
        panel.getStyleClass().addAll("notice-panel", "warning");
        return panel;
    }

    private ListView<AssetSummary> candidates(List<AssetSummary> assets) {
        ListView<AssetSummary> list = new ListView<>();
        list.getItems().setAll(assets);
        list.setId("scan-candidates");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(ignored -> {
            AssetCell cell = new AssetCell(texts);
            cell.setOnMouseClicked(click -> choose(cell.getItem()));
            return cell;
        });
        ListRows.ofThreeLines(list);
        ListRows.show(list, Math.min(MOST_ROWS, assets.size()));
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                choose(list.getSelectionModel().getSelectedItem());
            }
        });
        return list;
    }

    private void choose(@Nullable AssetSummary asset) {
        if (asset != null) {
            model.choose(asset.id());
        }
    }

    private void listen(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN) {
            answer.getChildren().stream().filter(ListView.class::isInstance).forEach(Node::requestFocus);
            return;
        }
        if (!key.isShortcutDown() || key.getCode() != KeyCode.V) {
            return;
        }
        Clipboard clipboard = Clipboard.getSystemClipboard();
        Optional<Path> file = clipboard.hasFiles()
                ? firstPicture(clipboard.getFiles().stream().map(File::toPath).toList())
                : Optional.empty();
        if (file.isPresent()) {
            model.readPicture(file.get());
            key.consume();
        } else if (clipboard.hasImage()) {
            model.readPicture(Snapshots.toAwt(clipboard.getImage()));
            key.consume();
        }
    }

    private static Optional<Path> firstPicture(List<Path> files) {
        return files.stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)"))
                .findFirst();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        Optional<Path> file =
                firstPicture(board.getFiles().stream().map(File::toPath).toList());
        file.ifPresent(model::readPicture);
        event.setDropCompleted(file.isPresent());
        event.consume();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
    }

    @Override
    public boolean closePanel() {
        boolean open =
                model.answerProperty().get() != null || model.errorProperty().get() != null;
        model.clearAnswer();
        return open;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Enter", "asset.keys.resolve"), new KeyHint("Ctrl+V", "asset.keys.paste"));
    }
}
