package xundang.desktop.inspection;

import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;

/** Which templates can be filled in on this laptop: those whose every kind of item has a place to be entered. Others are not offered. */
public final class FillableForms {
    private FillableForms() {}

    /** Whether a form can be begun with the template. */
    public static boolean contains(InspectionTemplate template) {
        return template.items().stream().allMatch(item -> hasInput(item.kind()));
    }

    private static boolean hasInput(ItemKind kind) {
        return switch (kind) {
            case YES_NO,
                    CHOICE,
                    MULTI_CHOICE,
                    NUMBER,
                    TEXT,
                    DATE,
                    DATE_TIME,
                    PHOTO,
                    SIGNATURE,
                    ASSET,
                    TABLE,
                    JAR_TABLE,
                    COMPUTED -> true;
        };
    }
}
