package xundang.desktop.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.store.ReadingStore;
import xundang.desktop.platform.db.Tx;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.tag.RemovalLabel;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateItem;
import xundang.model.text.ModelText;

/** Judges the label of a removed district device against those of all other removals that this laptop knows. Store thread only. */
final class RemovalLabels {
    private static final String TEMPLATE = "rem-r";
    private static final SlotId DISTRICT = SlotId.of("D01");
    private static final SlotId LABEL = SlotId.of("D03");

    private final ReadingStore readings;

    RemovalLabels(ReadingStore readings) {
        this.readings = readings;
    }

    /** What is wrong with the label; nothing while the district or the label is not filled in, or in any other form. */
    Map<SlotId, List<ModelText>> of(Tx tx, InspectionRow row, FormPlan form, Map<SlotId, Reading> answers) {
        if (!row.templateId().equals(TEMPLATE)
                || !(value(answers.get(LABEL)) instanceof ReadingValue.Written written)) {
            return Map.of();
        }
        List<RemovalLabel> used = readings.elsewhere(tx, row.id(), TEMPLATE, LABEL).stream()
                .map(RemovalLabels::value)
                .<RemovalLabel>mapMulti((value, sink) -> {
                    if (value instanceof ReadingValue.Written other) {
                        RemovalLabel.parse(other.text()).ifPresent(sink);
                    }
                })
                .toList();
        return district(form, value(answers.get(DISTRICT)))
                .flatMap(district -> RemovalLabel.check(written.text(), district, used))
                .map(finding -> Map.of(LABEL, List.of(finding.text())))
                .orElse(Map.of());
    }

    private static @Nullable ReadingValue value(@Nullable Reading reading) {
        return reading == null ? null : reading.value();
    }

    /** The name that stands on labels is the Chinese one. */
    private static Optional<String> district(FormPlan form, @Nullable ReadingValue chosen) {
        if (!(chosen instanceof ReadingValue.Choice choice) || choice.codes().isEmpty()) {
            return Optional.empty();
        }
        return form.slot(DISTRICT)
                .map(FormSlot::item)
                .map(TemplateItem::options)
                .flatMap(options -> options.stream()
                        .filter(option -> option.code().equals(choice.codes().getFirst()))
                        .findFirst())
                .map(option -> option.label().zh());
    }
}
