package xundang.desktop.inspection.ui.submitted;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import xundang.desktop.inspection.SubmittedInspection;
import xundang.desktop.inspection.ui.submitted.SubmittedViewModel.Panel;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Badge;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.LoadingPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** A submitted inspection in full: every row with its limits and verdict, signatures, pictures, addenda; printing and correcting start here. */
public final class SubmittedInspectionView implements Screen {
    private static final double FACTS = 300;

    private final SubmittedViewModel model;
    private final UiContext context;
    private final UiTexts texts;
    private final SubmittedFacts facts;
    private final Label title = Parts.label("", "page-title");
    private final Label subtitle = Parts.label("", "muted");
    private final HBox result = Parts.row(8);
    private final VBox sections = Parts.column(16);
    private final VBox side = Parts.column(16);
    private final ScrollPane scroll;
    private final StackPane body = new StackPane();
    private final AddendumPanel panel;
    private final VBox root;
    private final List<SubmittedRow> rows = new ArrayList<>();
    private final Subscription listening;

    public SubmittedInspectionView(SubmittedViewModel model, UiContext context, Pictures pictures) {
        this.model = model;
        this.context = context;
        texts = context.texts();
        facts = new SubmittedFacts(context, pictures);
        panel = new AddendumPanel(model, texts);
        result.setId("submitted-result");
        side.setMinWidth(FACTS);
        side.setMaxWidth(FACTS);
        sections.setMinWidth(0);
        HBox.setHgrow(sections, Priority.ALWAYS);
        scroll = new ScrollPane(new HBox(16, sections, side));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(body, Priority.ALWAYS);
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("submitted-error");
        root = Parts.column(12, heading(), result, error, panel, body);
        root.setId("submitted");
        root.getStyleClass().add("screen");
        root.setFocusTraversable(true);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        listening = Subscription.combine(
                model.inspectionProperty().subscribe(this::show),
                model.errorProperty().subscribe(error::show),
                model.chosenProperty().subscribe(this::mark),
                model.panelProperty().subscribe(this::panel));
    }

    private HBox heading() {
        VBox words = Parts.column(0, title, subtitle);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button correct = Parts.button(
                "submitted-correct",
                texts.get("inspection.submitted.correct"),
                MaterialDesignF.FILE_DOCUMENT_EDIT_OUTLINE,
                () -> model.openPanel(Panel.CORRECT));
        Button remark = Parts.button(
                "submitted-remark",
                texts.get("inspection.submitted.remark"),
                MaterialDesignC.COMMENT_PLUS_OUTLINE,
                this::remark);
        Button print = Parts.mainButton(
                "submitted-print", texts.get("inspection.submitted.print"), MaterialDesignP.PRINTER, model::print);
        for (Button button : List.of(correct, remark, print)) {
            button.setFocusTraversable(false);
        }
        return Parts.row(12, words, correct, remark, print);
    }

    private void remark() {
        model.openPanel(Panel.REMARK);
    }

    private void pressed(KeyEvent key) {
        boolean free = model.panelProperty().get() == Panel.NONE;
        if (key.isShortcutDown() || key.isAltDown() || !free) {
            return;
        }
        switch (key.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(10);
            case PAGE_UP -> model.move(-10);
            case E -> model.openPanel(Panel.CORRECT);
            case N -> remark();
            case ENTER -> model.openDossier();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void show(@Nullable SubmittedInspection inspection) {
        sections.getChildren().clear();
        side.getChildren().clear();
        result.getChildren().clear();
        rows.clear();
        if (inspection == null) {
            body.getChildren().setAll(new LoadingPanel());
            return;
        }
        body.getChildren().setAll(scroll);
        var asset = inspection.subject().asset();
        title.setText(asset.assetNo() + "\u2002" + asset.name());
        subtitle.setText(String.join(
                " · ",
                texts.of(inspection.title()),
                texts.get("inspection.submitted.version", inspection.body().templateVersion()),
                asset.place(),
                inspection.body().inspectorName(),
                texts.times().full(texts.language(), inspection.body().submittedAt())));
        result(inspection);
        inspection.sections().forEach(section -> add(section));
        side.getChildren().setAll(facts.of(inspection));
        mark(model.chosenProperty().get());
    }

    private void result(SubmittedInspection inspection) {
        result.getChildren()
                .addAll(
                        Parts.label(texts.get("inspection.submitted.result"), "muted"),
                        new Badge(texts, inspection.body().verdict()));
        if (inspection.addenda().stream().anyMatch(known -> known.body().corrects())) {
            result.getChildren()
                    .addAll(
                            Parts.label(texts.get("inspection.submitted.resultNow"), "muted"),
                            new Badge(texts, inspection.verdictNow()));
        }
        for (Verdict verdict : List.of(Verdict.ABNORMAL, Verdict.WARNING, Verdict.UNJUDGED, Verdict.NORMAL)) {
            long count = inspection.count(verdict);
            if (count > 0) {
                result.getChildren()
                        .add(Parts.label(
                                texts.get("inspection.submitted.count", texts.of(verdict.label()), count), "figures"));
            }
        }
        result.getChildren().addAll(Parts.spring(), new Badge(texts, inspection.state()));
    }

    private void add(SubmittedInspection.Section section) {
        VBox card = Parts.card(0, Parts.label(texts.of(section.title()), "section-title"));
        card.getStyleClass().add("form-section");
        for (SubmittedInspection.Row row : section.rows()) {
            SubmittedRow view = new SubmittedRow(row, context, () -> {
                model.choose(row.slot().id());
                root.requestFocus();
            });
            rows.add(view);
            card.getChildren().add(view);
        }
        sections.getChildren().add(card);
    }

    private void mark(@Nullable SlotId chosen) {
        for (SubmittedRow row : rows) {
            boolean active = row.row().slot().id().equals(chosen);
            row.setActive(active);
            if (active) {
                bringIntoView(row);
            }
        }
    }

    private void bringIntoView(SubmittedRow row) {
        root.applyCss();
        root.layout();
        double visible = scroll.getViewportBounds().getHeight();
        double hidden = scroll.getContent().getBoundsInLocal().getHeight() - visible;
        if (hidden <= 0 || visible <= 0) {
            return;
        }
        Bounds bounds = scroll.getContent().sceneToLocal(row.localToScene(row.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        if (bounds.getMinY() < top || bounds.getMaxY() > top + visible) {
            scroll.setVvalue(Math.clamp((bounds.getMinY() - visible / 3) / hidden, 0, 1));
        }
    }

    private void panel(Panel open) {
        panel.show(open);
        if (open == Panel.NONE) {
            root.requestFocus();
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        root.requestFocus();
    }

    @Override
    public void hidden() {
        listening.unsubscribe();
    }

    @Override
    public void dataChanged() {
        model.reload();
    }

    @Override
    public boolean closePanel() {
        return model.closePanel();
    }

    @Override
    public boolean print() {
        model.print();
        return true;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("↑ ↓", "inspection.keys.row"),
                new KeyHint("E", "inspection.keys.correct"),
                new KeyHint("N", "inspection.keys.remark"),
                new KeyHint("Enter", "inspection.keys.dossier"),
                new KeyHint("Ctrl+P", "inspection.keys.print"));
    }
}
