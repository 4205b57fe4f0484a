package xundang.desktop.app.ui;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import xundang.desktop.app.ui.RemovalViewModel.Standing;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.sync.UnsentWork.Unsent;

/** The card for 移除本机数据: what goes, what stays, what would be lost, and the confirmation. */
final class RemovalPanel extends VBox {
    private static final double WIDTH = 640;

    private final UiTexts texts;
    private final TextField code = new TextField();
    private final VBox unsent = Parts.column(4);
    private final VBox confirmation;

    RemovalPanel(RemovalViewModel model, UiTexts texts, Runnable close) {
        super(16);
        this.texts = texts;
        setId("removal-panel");
        getStyleClass().addAll("card", "floating");
        String ledger = model.session().ledgerName();
        String confirm = model.session().ledgerCode();
        ErrorPanel error = new ErrorPanel(texts, model::load);
        unsent.setId("removal-unsent");
        unsent.getStyleClass().add("notice-panel");
        code.setId("removal-code");
        code.setPromptText(confirm);
        code.textProperty().bindBidirectional(model.typedProperty());
        code.setOnAction(ignored -> model.remove());
        Button remove = Parts.button(
                "removal-go", texts.get("app.remove.go"), MaterialDesignD.DELETE_FOREVER_OUTLINE, model::remove);
        remove.getStyleClass().add("danger");
        remove.disableProperty().bind(model.confirmedProperty().not());
        confirmation = Parts.column(8, Parts.wrapped(texts.get("app.remove.confirm", confirm)), code);
        getChildren()
                .addAll(
                        Parts.label(texts.get("app.remove.title"), "page-title"),
                        Parts.column(
                                4,
                                Parts.wrapped(texts.get("app.remove.what", ledger), "strong"),
                                Parts.wrapped(texts.get("app.remove.safe")),
                                Parts.wrapped(texts.get("app.remove.todo"))),
                        error,
                        unsent,
                        confirmation,
                        Parts.row(
                                12,
                                remove,
                                Parts.button(
                                        "removal-cancel",
                                        texts.get("app.remove.cancel"),
                                        MaterialDesignC.CLOSE,
                                        close)));
        setMaxSize(WIDTH, USE_PREF_SIZE);
        model.errorProperty().subscribe(error::show);
        model.standingProperty().subscribe(this::show);
        model.load();
    }

    private void show(@Nullable Standing standing) {
        Parts.shown(unsent, standing != null && !standing.unsent().isEmpty());
        Parts.shown(confirmation, standing != null && standing.kept());
        unsent.getChildren().clear();
        unsent.getStyleClass().remove("warning");
        if (standing == null || standing.unsent().isEmpty()) {
            return;
        }
        Unsent what = standing.unsent();
        String words = texts.get("app.remove.parts", what.ops(), what.drafts(), what.photos());
        if (standing.kept()) {
            unsent.getChildren().add(Parts.wrapped(texts.get("app.remove.exported", words)));
        } else {
            unsent.getStyleClass().add("warning");
            unsent.getChildren()
                    .addAll(
                            Parts.wrapped(texts.get("app.remove.refused.what", words), "strong"),
                            Parts.wrapped(texts.get("app.remove.refused.safe")),
                            Parts.wrapped(texts.get("app.remove.refused.todo")),
                            Parts.label("E-SESSION-130", "caption", "figures"));
        }
    }

    /** Puts the cursor where the confirmation is typed. */
    void focus() {
        code.requestFocus();
    }
}
