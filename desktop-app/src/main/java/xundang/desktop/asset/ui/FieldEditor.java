package xundang.desktop.asset.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.asset.ui.DossierViewModel.FieldEdit;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.platform.theme.ValueEditor;

/** One value of the dossier, open for typing in its place. Enter saves, Esc closes without a change. */
final class FieldEditor extends VBox {
    private final ValueEditor input;

    FieldEditor(DossierViewModel model, FieldEdit edit, UiTexts texts) {
        super(8);
        setId("fact-editor");
        getStyleClass().add("fact");
        input = new ValueEditor(edit.typed(), texts, "fact-input");
        ErrorPanel error = new ErrorPanel(texts);
        model.editErrorProperty().subscribe(error::show);
        getChildren()
                .addAll(
                        input,
                        error,
                        Parts.row(
                                8,
                                Parts.mainButton(
                                        "fact-save",
                                        texts.get("asset.edit.save"),
                                        MaterialDesignC.CHECK,
                                        model::saveEdit),
                                Parts.button(
                                        "fact-cancel",
                                        texts.get("asset.edit.cancel"),
                                        MaterialDesignC.CLOSE,
                                        model::cancelEdit)),
                        Parts.wrapped(texts.get("asset.edit.promise"), "caption"));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.saveEdit();
                key.consume();
            }
        });
    }

    void focus() {
        input.focus();
    }
}
