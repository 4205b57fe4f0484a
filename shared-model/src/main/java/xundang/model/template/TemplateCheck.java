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
import xundang.model.asset.CategoryCatalog;
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
            int format = ModelJson.mapper().readTree(json).path("format").asInt(TemplateFile.FORMAT);
            if (format != TemplateFile.FORMAT) {
                // Nothing else can be said of a shape that this program does not know.
                return List.of(new TemplateFault(fileName, "", Problem.WRONG_FORMAT, Integer.toString(format)));
            }
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
        TemplateIncludes.Expanded whole = TemplateIncludes.expand(fileName, file, TemplateCatalog::file);
        TemplateCheck check = new TemplateCheck(fileName, whole.file());
        check.faults.addAll(whole.faults());
        check.head();
        check.declarations();
        check.sections();
        return List.copyOf(check.faults);
    }

    private void head() {
        require("", "id", file.id());
        require("", "category", file.category());
        boolean special = InspectionTemplate.ANY_CATEGORY.equals(file.category())
                || InspectionTemplate.PROJECT.equals(file.category());
        if (file.category() != null
                && !special
                && CategoryCatalog.bundled().find(file.category()).isEmpty()) {
            fault("", Problem.UNKNOWN_CATEGORY, file.category());
        }
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
        all(file.partitions()).forEach(this::partition);
    }

    private void partition(String partition, TemplateFile.Partition rule) {
        boolean counted = rule.counted() != null;
        if (rule.fixed() == null) {
            attribute(partition, rule.attribute());
            if (!counted && all(rule.parts()).isEmpty()) {
                fault(partition, Problem.MISSING_PROPERTY, "parts");
            }
        } else {
            rule.fixed()
                    .forEach(part -> label(partition, part, all(rule.labels()).get(part)));
        }
        if (counted) {
            label(partition, "counted", rule.counted());
        }
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
        faults.addAll(new ItemCheck(name, file, id, item).faults());
        for (TemplateFile.ConditionEntry when : all(item.when())) {
            faults.addAll(new ConditionCheck(name, file, id).check(when));
        }
        if (item.parts() != null && !all(file.partitions()).containsKey(item.parts())) {
            fault(id, Problem.UNKNOWN_PARTITION, item.parts());
        }
        if (item.limits() != null && item.kind() != null) {
            faults.addAll(new LimitsCheck(name, file, id, item).faults());
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
