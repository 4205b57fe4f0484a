package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.inspection.Draft;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.fx.Screen;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.LoadingPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.model.template.FormPlan;

/** The inspection form: what is asked first, progress, sections of rows, submit. */
public final class FormView implements Screen {
    private final FormViewModel form;
    private final UiContext context;
    private final UiTexts texts;
    private final Pictures pictures;
    private final FormHeader header;
    private final VBox sections = Parts.column(16);
    private final ScrollPane scroll = new ScrollPane(sections);
    private final StackPane body = new StackPane();
    private final VBox root;
    private final Map<RowViewModel, RowView> views = new HashMap<>();
    private final Subscription listening;
    /** A row that could not be shown yet, because nothing was laid out. */
    private @Nullable RowViewModel toBringIntoView;

    public FormView(FormViewModel form, UiContext context, Pictures pictures) {
        this.form = form;
        this.context = context;
        this.pictures = pictures;
        texts = context.texts();
        header = new FormHeader(form, texts, this::bringIntoView, this::focusActive);
        Button submit = Parts.mainButton(
                "form-submit", texts.get("inspection.form.submit"), MaterialDesignC.CHECK_ALL, this::submit);
        submit.setFocusTraversable(false);
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("form-error");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = Parts.column(12, header.titleLine(submit), header, error, body);
        root.getStyleClass().add("screen");
        new FormKeys(form, context, this::activeView, new Ways()).listenOn(root);
        listening = Subscription.combine(
                form.rowsProperty().subscribe(ignored -> {
                    build();
                    header.show(form.draftProperty().get());
                }),
                form.draftProperty().subscribe(header::show),
                form.gapsProperty().subscribe(header::showGaps),
                form.supplementsProperty().subscribe(header.supplements()::show),
                form.errorProperty().subscribe(error::show),
                form.activeProperty().subscribe(this::showActive),
                scroll.viewportBoundsProperty().subscribe(ignored -> {
                    activeView().ifPresent(this::fit);
                    bringIntoViewLater();
                }),
                sections.heightProperty().subscribe(ignored -> bringIntoViewLater()));
    }

    /** Rows come and go with other answers: those that stay keep their place on the screen, and with it the cursor. */
    private void build() {
        Draft draft = form.draftProperty().get();
        if (form.rowsProperty().get().isEmpty()) {
            sections.getChildren().clear();
            views.clear();
            body.getChildren().setAll(new LoadingPanel());
            return;
        }
        if (!body.getChildren().contains(scroll)) {
            body.getChildren().setAll(scroll);
        }
        if (draft != null) {
            views.keySet().retainAll(Set.copyOf(form.rowsProperty().get()));
            List<VBox> cards = draft.form().sections().stream().map(this::card).toList();
            replace(sections, cards);
        }
        showActive(form.activeProperty().get());
    }

    /** The section's card, as it was where it was there, with the rows that it has now. */
    private VBox card(FormPlan.Section section) {
        VBox card = (VBox) sections.getChildren().stream()
                .filter(it -> section.title().equals(it.getUserData()))
                .findFirst()
                .orElseGet(() -> newCard(section));
        List<Node> rows = new ArrayList<>();
        rows.add(card.getChildren().getFirst());
        form.rows(section).forEach(row -> rows.add(views.computeIfAbsent(row, this::newView)));
        replace(card, rows);
        return card;
    }

    private VBox newCard(FormPlan.Section section) {
        VBox card = Parts.card(0, Parts.label(texts.of(section.title()), "section-title"));
        card.getStyleClass().add("form-section");
        card.setUserData(section.title());
        return card;
    }

    private RowView newView(RowViewModel row) {
        RowView view = new RowView(form, row, context, pictures);
        acceptDrops(view);
        return view;
    }

    /** Takes out what is gone and puts in what is new; a node that stays is never taken out of the scene, or it would lose the cursor. */
    private static void replace(VBox box, List<? extends Node> wanted) {
        box.getChildren().retainAll(wanted);
        for (int place = 0; place < wanted.size(); place++) {
            Node node = wanted.get(place);
            if (place >= box.getChildren().size()
                    || !box.getChildren().get(place).equals(node)) {
                box.getChildren().remove(node);
                box.getChildren().add(place, node);
            }
        }
    }

    private void acceptDrops(RowView view) {
        view.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        view.setOnDragDropped(event -> {
            form.activate(view.row());
            event.getDragboard().getFiles().forEach(file -> form.attach(view.row(), file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private Optional<RowView> activeView() {
        RowViewModel active = form.activeProperty().get();
        return Optional.ofNullable(active).map(views::get);
    }

    private void showActive(@Nullable RowViewModel active) {
        views.values().forEach(view -> view.setActive(view.row().equals(active)));
        header.showAsked(active == null || !WideEntries.isWide(active));
        if (header.questions().hasCursor()) {
            // Rows come and go with the answer that is being given up there.
            return;
        }
        activeView().ifPresent(view -> {
            // A scroll pane takes its content into the scene with its first style pass; before that nothing in it can
            // have the focus.
            scroll.applyCss();
            bringIntoView(view.row());
            view.input().focus();
        });
    }

    private void fit(RowView view) {
        view.input().fit(view, scroll.getViewportBounds().getHeight());
    }

    private void bringIntoViewLater() {
        if (toBringIntoView != null) {
            bringIntoView(toBringIntoView);
        }
    }

    /** Scrolls so that the row stands in the upper third, a high one at the top, unless it is in view already. */
    private void bringIntoView(RowViewModel row) {
        RowView found = views.get(row);
        if (found == null) {
            return;
        }
        toBringIntoView = row;
        sections.applyCss();
        sections.layout();
        fit(found);
        sections.layout();
        Bounds bounds = sections.sceneToLocal(found.localToScene(found.getLayoutBounds()));
        double visible = scroll.getViewportBounds().getHeight();
        double hidden = sections.getHeight() - visible;
        if (visible <= 0 || hidden <= 0) {
            return;
        }
        toBringIntoView = null;
        double top = scroll.getVvalue() * hidden;
        if (bounds.getMinY() < top || bounds.getMaxY() > top + visible) {
            double above = bounds.getHeight() > visible * 2 / 3 ? 0 : visible / 3;
            scroll.setVvalue(Math.clamp((bounds.getMinY() - above) / hidden, 0, 1));
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        showActive(form.activeProperty().get());
    }

    @Override
    public void hidden() {
        settleEntries();
        listening.unsubscribe();
        form.leave(texts.get("inspection.form.unread"));
    }

    private void focusActive() {
        activeView().ifPresent(view -> view.input().focus());
    }

    @Override
    public void settle() {
        settleEntries();
        form.settle(texts.get("inspection.form.unread"));
    }

    private void submit() {
        settleEntries();
        form.submit();
    }

    private void settleEntries() {
        views.values().forEach(view -> view.input().settle());
    }

    @Override
    public boolean closePanel() {
        if (header.questions().leave() || header.supplements().fold() || form.giveUpPictures()) {
            return true;
        }
        RowViewModel active = form.activeProperty().get();
        if (active == null || active.panelProperty().get() == Panel.NONE) {
            return false;
        }
        form.closePanel(active);
        focusActive();
        return true;
    }

    /** Where keys lead outside of the rows. */
    private final class Ways implements FormKeys.Ways {
        @Override
        public void unfold() {
            header.showAsked(true);
            header.supplements().unfold();
        }

        @Override
        public void ask() {
            header.showAsked(true);
            header.questions().focus();
        }

        @Override
        public void submit() {
            FormView.this.submit();
        }
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Enter", "inspection.keys.next"),
                new KeyHint("Shift+Enter", "inspection.keys.back"),
                new KeyHint("1 2 3 · A B C", "inspection.keys.choose"),
                new KeyHint("/", "inspection.keys.skip"),
                new KeyHint("\\", "inspection.keys.notInspected"),
                new KeyHint("P", "inspection.keys.photo"),
                new KeyHint("N", "inspection.keys.note"),
                new KeyHint("L", "inspection.keys.supplement"),
                new KeyHint("Q", "inspection.keys.questions"),
                new KeyHint("T", "inspection.keys.now"),
                new KeyHint("Alt+0 · Insert · Ctrl+Delete", "inspection.keys.table"),
                new KeyHint("Ctrl+↓ · Ctrl+↑", "inspection.keys.outOfTable"),
                new KeyHint("Alt+/ · Alt+P · Alt+N · Alt+L", "inspection.keys.inText"),
                new KeyHint("Ctrl+Enter", "inspection.keys.submit"));
    }
}
