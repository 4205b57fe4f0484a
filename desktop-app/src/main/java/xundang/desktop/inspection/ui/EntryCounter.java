package xundang.desktop.inspection.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Parts;

/** Beside a field: how many characters stand there, and how many may. It stays out of the way until half of them are used up. */
final class EntryCounter extends Label {
    EntryCounter(UiTexts texts, ObservableValue<String> entered, int most) {
        this(texts, "inspection.row.count", entered, most, 1);
    }

    /**
     * @param key text with two places: used and most
     * @param unit characters that are counted as one
     */
    EntryCounter(UiTexts texts, String key, ObservableValue<String> entered, int most, int unit) {
        getStyleClass().addAll("caption", "figures");
        setMinWidth(USE_PREF_SIZE);
        entered.subscribe(now -> {
            int used = now.length();
            setText(texts.get(key, Math.ceilDiv(used, unit), most / unit));
            getStyleClass().remove("bad");
            if (used > most) {
                getStyleClass().add("bad");
            }
            Parts.shown(this, used > most / 2);
        });
    }
}
