package xundang.desktop.asset.ui;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import xundang.desktop.asset.AssetWords;
import xundang.desktop.asset.Dossier;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.EmptyPanel;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;

/** 一物一档: header with the one main action, facts with their sources, what is open, history and photos. */
public final class DossierView implements Screen {
    private final DossierViewModel model;
    private final UiTexts texts;
    private final DossierDoubts doubts;
    private final DossierDue due;
    private final DossierFacts facts;
    private final DossierHistory history;
    private final VBox content = Parts.column(16);
    private final ScrollPane scroll;
    private final StackPane root;
    private final PicturePanel picture;
    private final FormChooser forms;
    private final Subscription listening;

    public DossierView(DossierViewModel model, UiContext context, Pictures pictures) {
        this.model = model;
        texts = context.texts();
        picture = new PicturePanel(texts, context.tasks(), pictures);
        doubts = new DossierDoubts(texts);
        due = new DossierDue(model, texts);
        facts = new DossierFacts(model, texts, this::reveal);
        history = new DossierHistory(context, pictures, picture::open, model::openSubmitted);
        ErrorPanel error = new ErrorPanel(texts, model::reload);
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        forms = new FormChooser(model, texts, this::takeCursor);
        root = new StackPane(Parts.column(12, error, forms, scroll), picture);
        root.setId("dossier");
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.F6) {
                forms.open();
                key.consume();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isConsumed()) {
                begin();
                key.consume();
            } else if (key.getCode() == KeyCode.F4) {
                chooseField();
                key.consume();
            } else if (key.getCode().isDigitKey() && root.equals(key.getTarget())) {
                String name = key.getCode().getName();
                model.begin(name.charAt(name.length() - 1) - '1');
                key.consume();
            }
        });
        listening = Subscription.combine(
                model.errorProperty().subscribe(error::show),
                model.dossierProperty().subscribe(this::show),
                model.editProperty().subscribe((before, after) -> editing(after != null)));
    }

    private void show(@Nullable Dossier dossier) {
        if (dossier == null) {
            content.getChildren()
                    .setAll(new EmptyPanel(
                            MaterialDesignF.FILE_DOCUMENT_OUTLINE,
                            texts.get("asset.dossier.empty"),
                            texts.get("asset.dossier.emptyStep")));
            return;
        }
        VBox left = Parts.column(
                16,
                doubts.disputes(dossier, model::openConflict),
                doubts.conflicts(dossier),
                facts.facts(dossier),
                facts.missing(dossier));
        VBox right = Parts.column(16, history.past(dossier), history.photos(dossier));
        for (VBox column : List.of(left, right)) {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setPrefWidth(0);
            column.setMinWidth(0);
            column.getChildren().removeIf(child -> !child.isManaged());
        }
        content.getChildren().setAll(header(dossier), new HBox(16, left, right));
    }

    /** The input opens in the value's place and takes the cursor; when it closes, the cursor stays among the values. */
    private void editing(boolean open) {
        show(model.dossierProperty().get());
        if (open) {
            facts.focus().ifPresent(this::reveal);
        } else {
            root.requestFocus();
        }
    }

    /** F4: the cursor goes to the first value that can be changed. */
    public void chooseField() {
        facts.focus().ifPresent(this::reveal);
    }

    /** Scrolls just so far that the whole of a node is in view. */
    private void reveal(Node node) {
        root.applyCss();
        root.layout();
        double view = scroll.getViewportBounds().getHeight();
        double room = content.getHeight() - view;
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double top = scroll.getVvalue() * room;
        if (room > 0 && place.getMaxY() > top + view) {
            scroll.setVvalue((place.getMaxY() - view) / room);
        } else if (room > 0 && place.getMinY() < top) {
            scroll.setVvalue(place.getMinY() / room);
        }
    }

    private VBox header(Dossier dossier) {
        var asset = dossier.asset();
        HBox first = Parts.row(
                12,
                Parts.label(asset.assetNo(), "big-number", "figures"),
                Parts.label(texts.of(AssetWords.state(asset.state())), "tag"));
        if (dossier.edits() != null) {
            Badge edits = new Badge(texts, dossier.edits());
            edits.setId("dossier-edits");
            first.getChildren().add(edits);
        }
        if (asset.sample()) {
            first.getChildren().add(Parts.label(texts.get("asset.sample"), "tag"));
        }
        VBox words = Parts.column(
                4,
                first,
                Parts.label(asset.name(), "input-size", "strong"),
                Parts.label(
                        String.join(" · ", texts.of(AssetWords.category(asset.category())), asset.place()), "muted"),
                lastInspection(dossier));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button all = Parts.quietButton(
                "dossier-all-forms",
                texts.get("asset.forms.open"),
                MaterialDesignF.FILE_DOCUMENT_EDIT_OUTLINE,
                () -> forms.open());
        all.setFocusTraversable(false);
        return Parts.card(0, Parts.row(16, words, all, due.show(dossier)));
    }

    private HBox lastInspection(Dossier dossier) {
        if (dossier.history().isEmpty()) {
            return Parts.row(8, Parts.label(texts.get("asset.dossier.neverInspected"), "muted"));
        }
        Dossier.PastInspection last = dossier.history().getFirst();
        return Parts.row(
                8,
                Parts.label(
                        texts.get(
                                "asset.dossier.last",
                                texts.times().full(texts.language(), last.submittedAt()),
                                last.inspector()),
                        "muted"),
                new Badge(texts, last.verdict()));
    }

    private void takeCursor() {
        root.requestFocus();
    }

    /** The main action. */
    public void begin() {
        model.begin(0);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void dataChanged() {
        model.reload();
    }

    @Override
    public void shown() {
        model.reload();
        root.setFocusTraversable(true);
        root.requestFocus();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
    }

    @Override
    public boolean closePanel() {
        return picture.close() || forms.close() || model.cancelEdit();
    }

    @Override
    public boolean print() {
        return model.printHistory();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Enter", "asset.keys.begin"),
                new KeyHint("1 … 5", "asset.keys.beginOther"),
                new KeyHint("F4", "asset.keys.edit"),
                new KeyHint("F6", "asset.keys.forms"),
                new KeyHint("Ctrl+P", "asset.keys.print"));
    }
}
