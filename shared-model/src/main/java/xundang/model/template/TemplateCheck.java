package xundang.model.template;

import static xundang.model.template.TemplateFile.all;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import xundang.model.asset.AttributeDef;
import xundang.model.json.ModelJson;
import xundang.model.template.TemplateFault.Problem;

/** Looks through a template file and names everything that is wrong with it, each with file and item. */
public final class TemplateCheck {
    private final String name;
    private final TemplateFile file;
    private final List<TemplateFault> faults = new ArrayList<>();

    private TemplateCheck(String name, TemplateFile file) {
        this.name = name;
        this.file = file;
    }

    /** All faults of the file in the order of the file; empty when it is good. */
    public static List<TemplateFault> check(String fileName, String json) {
        try {
            return check(fileName, read(json));
        } catch (JacksonException e) {
            return List.of(new TemplateFault(fileName, "", Problem.UNREADABLE, e.getOriginalMessage()));
        }
    }

    /** Strict, unlike messages: a misspelt property in a data file must not pass silently. */
    static TemplateFile read(String json) {
        return ModelJson.mapper()
                .readerFor(TemplateFile.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(json);
    }

    static List<TemplateFault> check(String fileName, TemplateFile file) {
        TemplateCheck check = new TemplateCheck(fileName, file);
        check.head();
        check.declarations();
        check.sections();
        return List.copyOf(check.faults);
    }

    private void head() {
        if (file.format() != TemplateFile.FORMAT) {
            fault("", Problem.WRONG_FORMAT, Integer.toString(file.format()));
        }
        require("", "id", file.id());
        require("", "category", file.category());
        if (file.version() < 1) {
            fault("", Problem.MISSING_PROPERTY, "version");
        }
        label("", "title", file.title());
    }

    private void declarations() {
        all(file.attributes()).forEach(this::attributeUse);
        all(file.asks()).forEach(asked -> {
            attribute("asks", asked);
            boolean answerable = Optional.ofNullable(all(file.attributes()).get(asked))
                    .map(TemplateFile.AttributeUse::options)
                    .isPresent();
            if (!answerable) {
                fault(asked, Problem.MISSING_PROPERTY, "options");
            }
        });
        all(file.partitions()).forEach((partition, rule) -> {
            attribute(partition, rule.attribute());
            if (all(rule.parts()).isEmpty()) {
                fault(partition, Problem.MISSING_PROPERTY, "parts");
            }
        });
    }

    /** Ledger and form must mean the same: what the template may assume or offer, the ledger must be able to hold. */
    private void attributeUse(String attribute, TemplateFile.AttributeUse use) {
        Optional<AttributeDef> definition = file.definition(attribute);
        if (definition.isEmpty()) {
            fault(attribute, Problem.NOT_IN_CATALOGUE, attribute);
            return;
        }
        if (use.fallback() != null) {
            against(attribute, definition.get(), use.fallback());
            require(attribute, "default_source", use.fallbackSource());
        }
        all(use.options()).forEach(option -> against(attribute, definition.get(), option));
    }

    private void against(String attribute, AttributeDef definition, String value) {
        definition
                .checkText(value)
                .ifPresent(problem -> fault(attribute, Problem.AGAINST_CATALOGUE, problem.in(Locale.CHINA)));
    }

    private void sections() {
        if (file.items().isEmpty()) {
            fault("", Problem.MISSING_PROPERTY, "sections");
        }
        all(file.sections()).forEach(section -> label("sections", "title", section.title()));
        Set<String> ids = new HashSet<>();
        for (TemplateFile.ItemEntry item : file.items()) {
            String id = item.id() == null ? "" : item.id();
            require("sections", "id", item.id());
            if (!ids.add(id)) {
                fault(id, Problem.DUPLICATE_ID, id);
            }
            item(id, item);
        }
    }

    private void item(String id, TemplateFile.ItemEntry item) {
        label(id, "label", item.label());
        if (item.help() != null) {
            label(id, "help", item.help());
        }
        require(id, "kind", item.kind());
        require(id, "photo", item.photo());
        options(id, item);
        if (item.when() != null) {
            condition(id, item.when());
        }
        List<String> answers = item.kind() == ItemKind.YES_NO
                ? List.of("yes", "no")
                : all(item.options()).stream().map(TemplateItem.Option::code).toList();
        all(item.noteRequiredWhen()).stream()
                .filter(answer -> !answers.contains(answer))
                .forEach(answer -> fault(id, Problem.UNKNOWN_OPTION, answer));
        if (item.parts() != null && !all(file.partitions()).containsKey(item.parts())) {
            fault(id, Problem.UNKNOWN_PARTITION, item.parts());
        }
        compute(id, item);
        if (item.limits() != null && item.kind() != null) {
            faults.addAll(new LimitsCheck(name, file, id, item).faults());
        }
    }

    private void options(String id, TemplateFile.ItemEntry item) {
        boolean chosen = item.kind() == ItemKind.CHOICE || item.kind() == ItemKind.MULTI_CHOICE;
        if (chosen == all(item.options()).isEmpty()) {
            fault(id, chosen ? Problem.MISSING_PROPERTY : Problem.LIMITS_DO_NOT_FIT, "options");
        }
        Set<String> codes = new HashSet<>();
        for (TemplateItem.Option option : all(item.options())) {
            label(id, option.code(), option.label());
            if (!codes.add(option.code())) {
                fault(id, Problem.DUPLICATE_OPTION, option.code());
            }
        }
    }

    private void compute(String id, TemplateFile.ItemEntry item) {
        if ((item.kind() == ItemKind.COMPUTED) == (item.compute() == null)) {
            fault(id, Problem.MISSING_PROPERTY, "compute");
        }
        if (item.compute() != null) {
            require(id, "compute.function", item.compute().function());
            String of = item.compute().of();
            if (file.items().stream()
                    .noneMatch(it -> it.kind() == ItemKind.NUMBER && of != null && of.equals(it.id()))) {
                fault(id, Problem.UNKNOWN_ITEM, String.valueOf(of));
            }
        }
    }

    private void condition(String id, TemplateFile.ConditionEntry when) {
        attribute(id, when.attribute());
        if (all(when.is()).isEmpty() == (when.above() == null)) {
            fault(id, Problem.MISSING_PROPERTY, "when.is | when.above");
        }
    }

    private void attribute(String where, @Nullable String attribute) {
        if (attribute == null || !all(file.attributes()).containsKey(attribute)) {
            fault(where, Problem.UNKNOWN_ATTRIBUTE, String.valueOf(attribute));
        }
    }

    private void label(String where, String property, @Nullable Label label) {
        if (label == null || isBlank(label.zh()) || isBlank(label.en())) {
            fault(where, Problem.MISSING_LABEL, property);
        }
    }

    private void require(String where, String property, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            fault(where, Problem.MISSING_PROPERTY, property);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void fault(String where, Problem problem, String detail) {
        faults.add(new TemplateFault(name, where, problem, detail));
    }
}
