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
        return new InspectionTemplate.Entry(
                item(entry),
                all(entry.when()).stream().map(TemplateCompiler::condition).toList(),
                entry.parts() == null ? null : partition(entry.parts()),
                entry.compute() == null ? null : compute(entry.compute()),
                entry.limits() == null ? null : rule(entry, entry.limits()));
    }

    private static TemplateItem item(TemplateFile.ItemEntry entry) {
        return new TemplateItem(
                requireNonNull(entry.id()),
                requireNonNull(entry.label()),
                requireNonNull(entry.kind()),
                entry.unit(),
                List.copyOf(all(entry.options())),
                requireNonNull(entry.photo()),
                Boolean.TRUE.equals(entry.photoPair()),
                entry.help(),
                entry.answer() == null ? AnswerRule.REQUIRED : entry.answer(),
                List.copyOf(all(entry.noteRequiredWhen())),
                entry.weight(),
                entry.kind() == ItemKind.TABLE ? table(entry) : null);
    }

    private static TableRule table(TemplateFile.ItemEntry entry) {
        List<TableRule.Column> columns = all(entry.columns()).stream()
                .map(column -> new TableRule.Column(
                        requireNonNull(column.id()),
                        requireNonNull(column.label()),
                        requireNonNull(column.kind()),
                        column.unit(),
                        List.copyOf(all(column.options())),
                        Boolean.TRUE.equals(column.required()),
                        Boolean.TRUE.equals(column.unique())))
                .toList();
        return new TableRule(columns, entry.minRows() == null ? 0 : entry.minRows());
    }

    private Partition partition(String name) {
        TemplateFile.Partition partition = requireNonNull(all(file.partitions()).get(name));
        return new Partition(
                partition.attribute(),
                Map.copyOf(all(partition.parts())),
                List.copyOf(partition.fixed() == null ? all(partition.unknown()) : partition.fixed()),
                Map.copyOf(all(partition.labels())),
                partition.counted());
    }

    private static ComputeRule compute(TemplateFile.ComputeEntry compute) {
        if (compute.rowsOf() != null) {
            TemplateFile.WhereEntry where = compute.where();
            return new ComputeRule.OfRows(
                    compute.rowsOf(), where == null ? null : where.column(), where == null ? null : where.is());
        }
        Expression formula = expression(compute.formula());
        return formula == null
                ? new ComputeRule.OfNumbers(
                        requireNonNull(compute.function()),
                        List.copyOf(all(compute.of())),
                        List.copyOf(all(compute.with())))
                : new ComputeRule.OfFormula(formula);
    }

    static Condition condition(TemplateFile.ConditionEntry when) {
        return new Condition(requireNonNull(when.subject()), List.copyOf(all(when.is())), when.above());
    }

    private static LimitRule rule(TemplateFile.ItemEntry entry, TemplateFile.LimitsEntry limits) {
        String source = requireNonNull(limits.source());
        if (entry.kind() == ItemKind.JAR_TABLE) {
            return new LimitRule.OfJars(LimitSource.parse(source));
        }
        if (limits.normal() != null) {
            return new LimitRule.OfNumber(
                    ranges(source, limits.normal(), limits.warn()),
                    all(limits.cases()).stream()
                            .map(it -> new LimitRule.NumberCase(
                                    condition(requireNonNull(it.when())),
                                    ranges(
                                            it.source() == null ? source : it.source(),
                                            requireNonNull(it.normal()),
                                            it.warn())))
                            .toList());
        }
        return new LimitRule.OfOptions(
                source,
                List.copyOf(all(limits.normalOptions())),
                List.copyOf(all(limits.warnOptions())),
                List.copyOf(all(limits.unjudgedOptions())),
                all(limits.cases()).stream()
                        .map(it -> new LimitRule.Case(
                                condition(requireNonNull(it.when())),
                                List.copyOf(all(it.normalOptions())),
                                List.copyOf(all(it.warnOptions()))))
                        .toList());
    }

    private static LimitRule.Ranges ranges(
            String source, TemplateFile.RangeEntry normal, TemplateFile.@Nullable RangeEntry warn) {
        return new LimitRule.Ranges(
                LimitSource.ofNormal(source),
                LimitSource.ofWarn(source),
                bounds(normal),
                warn == null ? null : bounds(warn));
    }

    static LimitRule.Bounds bounds(TemplateFile.RangeEntry range) {
        return new LimitRule.Bounds(
                expression(range.lowEnd()), expression(range.highEnd()), range.above() != null, range.below() != null);
    }

    private static @Nullable Expression expression(@Nullable String source) {
        try {
            return source == null ? null : ExpressionParser.parse(source);
        } catch (ExpressionParser.BadExpression e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
