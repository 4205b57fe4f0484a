package xundang.model.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRules;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

/** Finds what keeps a form from being submitted. */
final class FormGaps {
    private FormGaps() {}

    static Completeness of(FormPlan plan, Map<SlotId, Reading> readings) {
        boolean abnormal = plan.slots().stream()
                .map(slot -> readings.get(slot.id()))
                .filter(Objects::nonNull)
                .anyMatch(reading -> reading.verdict() == Verdict.ABNORMAL);
        List<SlotId> unanswered = plan.slots().stream()
                .filter(slot -> !isAnswered(slot, readings.get(slot.id())) && mustBeAnswered(slot, abnormal))
                .map(FormSlot::id)
                .toList();
        List<SlotId> withoutPhoto = plan.slots().stream()
                .filter(slot -> lacksPhoto(slot, readings.get(slot.id())))
                .map(FormSlot::id)
                .toList();
        List<SlotId> withoutNote = plan.slots().stream()
                .filter(slot -> lacksNote(slot, readings.get(slot.id())))
                .map(FormSlot::id)
                .toList();
        return new Completeness(unanswered, withoutPhoto, withoutNote);
    }

    static boolean lacksNote(FormSlot slot, @Nullable Reading reading) {
        if (reading == null || (reading.note() != null && !reading.note().isBlank())) {
            return false;
        }
        List<String> chosen = switch (reading.value()) {
            case ReadingValue.YesNo yesNo -> List.of(yesNo.yes() ? "yes" : "no");
            case ReadingValue.Choice choice -> choice.codes();
            case null -> List.of();
            case ReadingValue.Measured measured -> List.of();
            case ReadingValue.Written written -> List.of();
            case ReadingValue.Signed signed -> List.of();
            case ReadingValue.Dated dated -> List.of();
            case ReadingValue.Moment moment -> List.of();
            case ReadingValue.Referenced referenced -> List.of();
            case ReadingValue.Table table -> List.of();
            case ReadingValue.Jars jars -> List.of();
        };
        return chosen.stream().anyMatch(slot.item().noteRequiredWhen()::contains);
    }

    private static boolean mustBeAnswered(FormSlot slot, boolean abnormal) {
        TemplateItem item = slot.item();
        if (item.kind() == ItemKind.COMPUTED) {
            return false;
        }
        if (item.kind() == ItemKind.PHOTO && item.photo() == PhotoRule.REQUIRED) {
            // Its only answer is the picture, which the other list names.
            return false;
        }
        return switch (item.answer()) {
            case REQUIRED -> true;
            case OPTIONAL -> false;
            case WHEN_ABNORMAL -> abnormal;
        };
    }

    private static boolean isAnswered(FormSlot slot, @Nullable Reading reading) {
        if (reading == null) {
            return false;
        }
        if (reading.skip() != null) {
            return !reading.skip().reason().isBlank();
        }
        if (slot.item().kind() == ItemKind.PHOTO) {
            return !reading.photos().isEmpty();
        }
        return reading.value() != null && isFilled(slot, reading.value());
    }

    private static boolean isFilled(FormSlot slot, ReadingValue value) {
        return switch (value) {
            case ReadingValue.YesNo yesNo -> true;
            case ReadingValue.Measured measured -> true;
            case ReadingValue.Choice choice -> !choice.codes().isEmpty();
            case ReadingValue.Written written -> !written.text().isBlank();
            case ReadingValue.Signed signed -> !signed.name().isBlank();
            case ReadingValue.Dated dated -> true;
            case ReadingValue.Moment moment -> true;
            case ReadingValue.Referenced referenced -> true;
            case ReadingValue.Table table -> isFilled(slot.item().table(), table);
            case ReadingValue.Jars jars -> isFilled(slot.limits(), jars);
        };
    }

    private static boolean isFilled(@Nullable TableRule rule, ReadingValue.Table table) {
        return rule == null
                || (table.rows().size() >= rule.minRows()
                        && TableCheck.check(rule, table).isEmpty());
    }

    /** Every position of the string has a voltage or a reason; where nobody knows how many there are, every row that was begun. */
    private static boolean isFilled(@Nullable SlotLimits limits, ReadingValue.Jars jars) {
        boolean begun = !jars.jars().isEmpty() && jars.jars().stream().allMatch(JarReading::isAnswered);
        return begun
                && (limits == null
                        || limits.jars() == null
                        || JarRules.judge(jars, limits.jars()).missing().isEmpty());
    }

    private static boolean lacksPhoto(FormSlot slot, @Nullable Reading reading) {
        boolean skipped = reading != null && reading.skip() != null && isAnswered(slot, reading);
        int needed = slot.item().photoPair() ? 2 : 1;
        boolean pictured = reading != null && reading.photos().size() >= needed;
        if (skipped || pictured) {
            return false;
        }
        return switch (slot.item().photo()) {
            case NONE -> false;
            case REQUIRED -> true;
            case WHEN_NOT_NORMAL ->
                reading != null && (reading.verdict() == Verdict.WARNING || reading.verdict() == Verdict.ABNORMAL);
        };
    }
}
