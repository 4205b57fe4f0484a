package xundang.desktop.inspection.ui.jar;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.battery.JarReading;

/** The ledger does not say how many jars there are: the person does. */
final class CountPrompt extends VBox {
    private final TextField field = new TextField();

    /** @param toGrid the rows are there now */
    CountPrompt(JarTableViewModel jars, UiTexts texts, Runnable toGrid) {
        super(12);
        setId("jar-count");
        getStyleClass().add("empty-panel");
        field.setId("jar-count-field");
        field.setMaxWidth(120);
        field.setPromptText("1\u2013" + JarReading.MAX_POSITION);
        Label wrong = Parts.label(texts.get("inspection.jar.count.wrong", JarReading.MAX_POSITION), "bad");
        Parts.shown(wrong, false);
        Runnable lay = () -> {
            boolean laid = jars.resize(field.getText());
            Parts.shown(wrong, !laid);
            if (laid) {
                toGrid.run();
            }
        };
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                lay.run();
                key.consume();
            }
        });
        getChildren()
                .addAll(
                        new FontIcon(MaterialDesignC.CAR_BATTERY),
                        Parts.label(texts.get("inspection.jar.count.ask"), "strong"),
                        Parts.wrapped(texts.get("inspection.jar.count.why"), "muted"),
                        field,
                        wrong,
                        Parts.button(
                                "jar-count-set", texts.get("inspection.jar.count.set"), MaterialDesignC.CHECK, lay));
    }

    TextField field() {
        return field;
    }
}
