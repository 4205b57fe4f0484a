package xundang.desktop.session.ui;

import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** The product's name and what it is for, above the log-in and enrolment forms. */
final class Brand extends HBox {
    Brand(UiTexts texts) {
        super(12);
        getStyleClass().addAll("row", "brand");
        getChildren()
                .addAll(
                        new FontIcon(MaterialDesignC.CLIPBOARD_CHECK_OUTLINE),
                        Parts.column(
                                0,
                                Parts.label(texts.get("session.brand.name"), "big-number"),
                                Parts.label(texts.get("session.brand.purpose"), "muted")));
    }
}
