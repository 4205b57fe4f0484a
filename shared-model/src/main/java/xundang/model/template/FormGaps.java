package xundang.model.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        return reading.value() != null && isFilled(reading.value());
    }

    private static boolean isFilled(ReadingValue value) {
        return switch (value) {
            case ReadingValue.YesNo yesNo -> true;
            case ReadingValue.Measured measured -> true;
            case ReadingValue.Choice choice -> !choice.codes().isEmpty();
            case ReadingValue.Written written -> !written.text().isBlank();
            case ReadingValue.Signed signed -> !signed.name().isBlank();
        };
    }

    private static boolean lacksPhoto(FormSlot slot, @Nullable Reading reading) {
        boolean skipped = reading != null && reading.skip() != null && isAnswered(slot, reading);
        boolean pictured = reading != null && !reading.photos().isEmpty();
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
