package xundang.desktop.sync.ui;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.platform.theme.ValueEditor;
import xundang.desktop.sync.ui.RefusedViewModel.Correction;
import xundang.desktop.sync.ui.RefusedViewModel.FieldEdit;

/** The fields of a refused change, open for typing. Enter sends; Esc closes without a change. */
final class CorrectionPanel extends VBox {
    private static final double INPUT_HEIGHT = 40;

    CorrectionPanel(RefusedViewModel model, Correction correction, UiTexts texts) {
        super(12);
        setId("sync-correction");
        GridPane grid = new GridPane(16, 12);
        FieldWords words = new FieldWords(texts);
        for (FieldEdit edit : correction.fields()) {
            String field = edit.typed().meaning().field();
            ValueEditor editor = new ValueEditor(edit.typed(), texts, "sync-correct-" + field);
            editor.disableProperty().bind(edit.givenUp());
            CheckBox giveUp = new CheckBox(texts.get("sync.refused.giveUp"));
            giveUp.selectedProperty().bindBidirectional(edit.givenUp());
            Label name = Parts.label(words.label(correction.of().category(), field), "muted");
            for (Control beside : List.of(name, giveUp)) {
                beside.setMinHeight(INPUT_HEIGHT);
                GridPane.setValignment(beside, VPos.TOP);
            }
            grid.addRow(grid.getRowCount(), name, editor, giveUp);
        }
        getChildren()
                .addAll(
                        grid,
                        Parts.row(
                                12,
                                Parts.mainButton(
                                        "sync-correction-send",
                                        texts.get("sync.refused.send"),
                                        MaterialDesignS.SEND,
                                        model::send),
                                Parts.button(
                                        "sync-correction-cancel",
                                        texts.get("sync.refused.cancel"),
                                        MaterialDesignC.CLOSE,
                                        model::cancel)));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.send();
                key.consume();
            }
        });
    }
}
