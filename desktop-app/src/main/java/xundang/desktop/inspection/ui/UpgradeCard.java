package xundang.desktop.inspection.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;
import xundang.model.template.TemplateItem;
import xundang.model.template.TemplateUpgrade;

/** Offers a newer version of the draft's form, and says what would be added, removed and changed. The author decides. */
final class UpgradeCard extends VBox {
    private static final int ITEMS_SHOWN = 6;

    private final FormViewModel form;
    private final UiTexts texts;

    UpgradeCard(FormViewModel form, UiTexts texts) {
        super(4);
        this.form = form;
        this.texts = texts;
        setId("form-upgrade");
        getStyleClass().add("notice-panel");
        Parts.shown(this, false);
    }

    void show(@Nullable TemplateUpgrade upgrade) {
        Parts.shown(this, upgrade != null);
        if (upgrade == null) {
            return;
        }
        VBox words = Parts.column(
                4,
                Parts.wrapped(
                        texts.get("inspection.upgrade.lead", upgrade.fromVersion(), upgrade.toVersion()), "strong"));
        List<TemplateItem> changed =
                upgrade.changed().stream().map(TemplateUpgrade.Changed::newer).toList();
        line("inspection.upgrade.added", upgrade.added(), words);
        line("inspection.upgrade.removed", upgrade.removed(), words);
        line("inspection.upgrade.changed", changed, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Parts.row(
                16,
                words,
                Parts.button(
                        "form-do-upgrade",
                        texts.get("inspection.upgrade.do"),
                        MaterialDesignA.ARROW_UP_BOLD_CIRCLE_OUTLINE,
                        form::upgrade));
        getChildren().setAll(row);
    }

    private void line(String key, List<TemplateItem> items, VBox words) {
        if (items.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(items.stream()
                .limit(ITEMS_SHOWN)
                .map(item -> item.id() + " " + texts.of(item.label()))
                .toList());
        if (items.size() > ITEMS_SHOWN) {
            names.add("…");
        }
        words.getChildren()
                .add(Parts.wrapped(texts.get(
                        key,
                        items.size(),
                        names.stream().collect(Collectors.joining(texts.get("inspection.list.separator"))))));
    }
}
