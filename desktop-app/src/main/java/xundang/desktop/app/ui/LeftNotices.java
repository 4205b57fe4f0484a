package xundang.desktop.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;

/** What went wrong on a screen that was left meanwhile. It stands over every screen until the person says that it is understood. */
final class LeftNotices extends VBox {
    private final UiTexts texts;
    private final List<PersonError> errors = new ArrayList<>();

    LeftNotices(UiTexts texts) {
        super(8);
        this.texts = texts;
        setId("left-notices");
        show();
    }

    /** One more. */
    void add(PersonError error) {
        errors.add(error);
        show();
    }

    /** Draws them in the language of the moment. */
    void show() {
        getChildren().clear();
        Parts.shown(this, !errors.isEmpty());
        errors.forEach(error -> {
            ErrorPanel panel = new ErrorPanel(texts);
            panel.show(error);
            getChildren().add(panel);
        });
        if (!errors.isEmpty()) {
            getChildren()
                    .add(Parts.quietButton(
                            "left-notices-close", texts.get("app.understood"), MaterialDesignC.CHECK, this::clear));
        }
    }

    private void clear() {
        errors.clear();
        show();
    }
}
