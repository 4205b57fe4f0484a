package xundang.model.template;

import static java.util.Objects.requireNonNull;
import static xundang.model.template.TemplateFile.all;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a checked {@link TemplateFile} into a template. Only for files in which {@link TemplateCheck} found nothing. */
final class TemplateCompiler {
    private final TemplateFile file;

    private TemplateCompiler(TemplateFile file) {
        this.file = file;
    }

    static InspectionTemplate compile(TemplateFile file) {
        return new TemplateCompiler(file).template();
    }

    private InspectionTemplate template() {
        Map<String, InspectionTemplate.Attribute> attributes = new LinkedHashMap<>();
        all(file.attributes())
                .forEach((name, use) -> attributes.put(
                        name,
                        new InspectionTemplate.Attribute(
                                file.definition(name).orElseThrow(),
                                List.copyOf(all(use.options())),
                                use.fallback(),
                                use.fallbackSource())));
        return new InspectionTemplate(
                requireNonNull(file.id()),
                file.version(),
                requireNonNull(file.category()),
                requireNonNull(file.title()),
                attributes,
                all(file.asks()),
                all(file.sections()).stream().map(this::section).toList());
    }

    private InspectionTemplate.Section section(TemplateFile.SectionEntry section) {
        return new InspectionTemplate.Section(
                requireNonNull(section.title()),
                all(section.items()).stream().map(this::entry).toList());
    }

    private InspectionTemplate.Entry entry(TemplateFile.ItemEntry entry) {
        TemplateItem item = new TemplateItem(
                requireNonNull(entry.id()),
                requireNonNull(entry.label()),
                requireNonNull(entry.kind()),
                entry.unit(),
                List.copyOf(all(entry.options())),
                requireNonNull(entry.photo()),
                entry.help(),
                entry.answer() == null ? AnswerRule.REQUIRED : entry.answer(),
                List.copyOf(all(entry.noteRequiredWhen())));
        return new InspectionTemplate.Entry(
                item,
                entry.when() == null ? null : condition(entry.when()),
                entry.parts() == null ? null : partition(entry.parts()),
                entry.compute() == null
                        ? null
                        : new InspectionTemplate.Compute(
                                requireNonNull(entry.compute().function()),
                                requireNonNull(entry.compute().of())),
                entry.limits() == null ? null : rule(entry.limits()));
    }

    private InspectionTemplate.Partition partition(String name) {
        TemplateFile.Partition partition = requireNonNull(all(file.partitions()).get(name));
        return new InspectionTemplate.Partition(
                requireNonNull(partition.attribute()),
                Map.copyOf(all(partition.parts())),
                List.copyOf(all(partition.unknown())));
    }

    static Condition condition(TemplateFile.ConditionEntry when) {
        return new Condition(requireNonNull(when.attribute()), List.copyOf(all(when.is())), when.above());
    }

    private static LimitRule rule(TemplateFile.LimitsEntry limits) {
        String source = requireNonNull(limits.source());
        if (limits.normal() != null) {
            return new LimitRule.OfNumber(
                    LimitSource.ofNormal(source),
                    LimitSource.ofWarn(source),
                    bounds(limits.normal()),
                    limits.warn() == null ? null : bounds(limits.warn()));
        }
        return new LimitRule.OfOptions(
                source,
                List.copyOf(all(limits.normalOptions())),
                List.copyOf(all(limits.warnOptions())),
                all(limits.cases()).stream()
                        .map(it -> new LimitRule.Case(
                                condition(requireNonNull(it.when())),
                                List.copyOf(all(it.normalOptions())),
                                List.copyOf(all(it.warnOptions()))))
                        .toList());
    }

    static LimitRule.Bounds bounds(TemplateFile.RangeEntry range) {
        return new LimitRule.Bounds(expression(range.low()), expression(range.high()));
    }

    private static @Nullable Expression expression(@Nullable String source) {
        try {
            return source == null ? null : ExpressionParser.parse(source);
        } catch (ExpressionParser.BadExpression e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
