package xundang.desktop.asset;

import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.CategorySchema;
import xundang.model.asset.LifecycleState;
import xundang.model.template.Label;

/** The words for an asset's codes: those of the model, so that screen, search, pages of the server and glossary say the same. */
public final class AssetWords {
    private AssetWords() {}

    /** The state's name; a state that only a newer program knows is shown as its code. */
    public static Label state(String code) {
        return LifecycleState.ofCode(code).map(LifecycleState::label).orElse(new Label(code, code));
    }

    /** The category's name; a category that only a newer program knows is shown as its code. */
    public static Label category(String code) {
        return CategoryCatalog.bundled().find(code).map(CategorySchema::label).orElse(new Label(code, code));
    }
}
