package xundang.model.template;

import static xundang.model.template.TemplateFile.all;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.AttributeType;
import xundang.model.template.TemplateFault.Problem;

/** The part of {@link TemplateCheck} that looks at one condition: what it asks about exists, and it can hold. */
final class ConditionCheck {
    private final String name;
    private final TemplateFile file;
    private final String id;
    private final List<TemplateFault> faults = new ArrayList<>();

    ConditionCheck(String name, TemplateFile file, String id) {
        this.name = name;
        this.file = file;
        this.id = id;
    }

    List<TemplateFault> check(TemplateFile.ConditionEntry when) {
        if (all(when.is()).isEmpty() == (when.above() == null)) {
            fault(Problem.MISSING_PROPERTY, "when.is | when.above");
        }
        if (when.item() != null) {
            item(when, when.item());
        } else {
            attribute(when, when.attribute());
        }
        return List.copyOf(faults);
    }

    private void item(TemplateFile.ConditionEntry when, String slot) {
        Optional<TemplateFile.ItemEntry> found = slot.isEmpty() || !Attributes.isItem(slot)
                ? Optional.empty()
                : file.item(SlotId.parse(slot).item());
        if (found.isEmpty() || when.attribute() != null) {
            fault(Problem.UNKNOWN_ITEM, slot);
            return;
        }
        ItemKind kind = found.get().kind();
        boolean number = kind == ItemKind.NUMBER || kind == ItemKind.COMPUTED;
        if (slot.equals(id) || (when.above() != null && !number)) {
            fault(Problem.NEVER_HOLDS, slot);
        }
        List<String> answers = kind == ItemKind.YES_NO
                ? List.of("yes", "no")
                : kind == ItemKind.CHOICE
                        ? all(found.get().options()).stream()
                                .map(TemplateItem.Option::code)
                                .toList()
                        : List.of();
        possible(when, answer -> answers.contains(answer) ? Optional.empty() : Optional.of(answer));
    }

    private void attribute(TemplateFile.ConditionEntry when, @Nullable String attribute) {
        if (attribute == null || !all(file.attributes()).containsKey(attribute)) {
            fault(Problem.UNKNOWN_ATTRIBUTE, String.valueOf(attribute));
            return;
        }
        Optional<AttributeDef> definition = file.definition(attribute);
        if (definition.isEmpty()) {
            // Named by the check of the declarations.
            return;
        }
        AttributeDef def = definition.get();
        BigDecimal above = when.above();
        if (above != null) {
            boolean number = def.type() == AttributeType.INTEGER || def.type() == AttributeType.DECIMAL;
            if (!number || (def.max() != null && above.compareTo(def.max()) >= 0)) {
                fault(Problem.NEVER_HOLDS, attribute + " > " + above.toPlainString());
            }
        }
        possible(when, value -> def.checkText(value).map(problem -> value));
    }

    private interface Possible {
        /** The value, if it can never be had. */
        Optional<String> impossible(String value);
    }

    private void possible(TemplateFile.ConditionEntry when, Possible possible) {
        List<String> values = all(when.is());
        List<String> impossible = values.stream()
                .map(possible::impossible)
                .flatMap(Optional::stream)
                .toList();
        if (!values.isEmpty() && impossible.size() == values.size()) {
            fault(Problem.NEVER_HOLDS, String.join(", ", impossible));
        } else {
            impossible.forEach(value -> fault(Problem.UNKNOWN_OPTION, value));
        }
    }

    private void fault(Problem problem, String detail) {
        faults.add(new TemplateFault(name, id, problem, detail));
    }
}
