package xundang.desktop.inspection.ui.submitted;

import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.ui.ReadingWords;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.FormSlot;

/** The words of a submitted row. */
final class SubmittedWords {
    private SubmittedWords() {}

    static String name(UiTexts texts, FormSlot slot) {
        String name = texts.of(slot.item().label());
        return slot.partLabel() == null ? name : name + " · " + texts.of(slot.partLabel());
    }

    /** The answer with its unit; the reason where the row was left out. */
    static String answer(UiTexts texts, FormSlot slot, @Nullable Reading reading) {
        if (reading == null) {
            return texts.get("inspection.amend.empty");
        }
        String brief = new ReadingWords(texts).brief(slot, reading);
        if (reading.skip() != null) {
            return texts.get(
                    "inspection.submitted.skipped", brief, reading.skip().reason());
        }
        boolean number = reading.value() instanceof ReadingValue.Measured;
        return number && slot.item().unit() != null
                ? brief + "\u2009" + slot.item().unit()
                : brief;
    }
}
