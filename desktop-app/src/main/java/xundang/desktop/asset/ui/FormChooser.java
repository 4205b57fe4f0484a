package xundang.desktop.asset.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import xundang.desktop.asset.FormOffer;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** Every form that fits the object, planned or not. F6 opens it; digits choose, Esc closes. */
final class FormChooser extends VBox {
    private final DossierViewModel model;
    private final UiTexts texts;
    private final Runnable closed;
    private final FlowPane offers = new FlowPane(8, 8);
    private List<FormOffer> showing = List.of();

    /** @param closed gives the cursor back */
    FormChooser(DossierViewModel model, UiTexts texts, Runnable closed) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.closed = closed;
        setId("dossier-forms");
        getStyleClass().add("notice-panel");
        setFocusTraversable(true);
        getChildren().addAll(Parts.label(texts.get("asset.forms.lead"), "strong"), offers);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Parts.shown(this, false);
    }

    /** Looks up the forms and takes the cursor. */
    void open() {
        model.forms(found -> {
            show(found);
            Parts.shown(this, true);
            requestFocus();
        });
    }

    /** False if it was not open. */
    boolean close() {
        boolean open = isVisible();
        Parts.shown(this, false);
        if (open) {
            closed.run();
        }
        return open;
    }

    private void show(List<FormOffer> found) {
        showing = List.copyOf(found);
        List<Button> buttons = new ArrayList<>();
        for (FormOffer offer : found) {
            String name = texts.of(offer.title()) + (offer.subjectName() == null ? "" : " · " + offer.subjectName());
            String said = (buttons.size() + 1) + "\u2002"
                    + (offer.openDraft() == null ? name : texts.get("asset.forms.begun", name));
            Button button = Parts.button(
                    "dossier-form-" + offer.templateId(),
                    said,
                    offer.openDraft() == null ? MaterialDesignF.FILE_DOCUMENT_EDIT_OUTLINE : MaterialDesignP.PLAY,
                    () -> model.fill(offer));
            button.setFocusTraversable(false);
            buttons.add(button);
        }
        offers.getChildren().setAll(buttons);
        if (buttons.isEmpty()) {
            offers.getChildren().setAll(Parts.label(texts.get("asset.forms.none"), "muted"));
        }
    }

    private void pressed(KeyEvent key) {
        String text = key.getText();
        int digit = key.getCode().isDigitKey() && text.length() == 1 ? Character.digit(text.charAt(0), 10) : -1;
        if (digit > 0 && digit <= showing.size()) {
            model.fill(showing.get(digit - 1));
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER || key.getCode().isDigitKey()) {
            // Neither the main action nor a planned form while another one is being chosen.
            key.consume();
        }
    }
}
