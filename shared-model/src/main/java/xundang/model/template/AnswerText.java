package xundang.model.template;

import java.util.Map;
import java.util.Optional;
import xundang.model.inspection.ReadingValue;

/** An answer as conditions and limits of other items compare it. */
final class AnswerText {
    private AnswerText() {}

    /** The answers under the names of their slots. */
    static Attributes attributes(Map<SlotId, ReadingValue> values) {
        return name -> Attributes.isItem(name)
                ? Optional.ofNullable(values.get(SlotId.parse(name))).flatMap(AnswerText::of)
                : Optional.empty();
    }

    /** The number, option code or {@code yes}/{@code no}; empty for answers that nothing may depend on. */
    static Optional<String> of(ReadingValue value) {
        return switch (value) {
            case ReadingValue.Measured measured -> Optional.of(measured.number().toPlainString());
            case ReadingValue.YesNo yesNo -> Optional.of(yesNo.yes() ? "yes" : "no");
            case ReadingValue.Choice choice ->
                choice.codes().size() == 1 ? Optional.of(choice.codes().getFirst()) : Optional.empty();
            case ReadingValue.Written written -> Optional.empty();
            case ReadingValue.Signed signed -> Optional.empty();
            case ReadingValue.Dated dated -> Optional.empty();
            case ReadingValue.Moment moment -> Optional.empty();
            case ReadingValue.Referenced referenced -> Optional.empty();
            case ReadingValue.Table table -> Optional.empty();
            case ReadingValue.Jars jars -> Optional.empty();
        };
    }
}
