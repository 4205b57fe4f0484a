package xundang.model.template;

import static xundang.model.template.TemplateFile.all;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xundang.model.template.TemplateFault.Problem;

/** The part of {@link TemplateCheck} that looks at what one item asks for: options, columns, calculation. */
final class ItemCheck {
    private final String name;
    private final TemplateFile file;
    private final String id;
    private final TemplateFile.ItemEntry item;
    private final List<TemplateFault> faults = new ArrayList<>();

    ItemCheck(String name, TemplateFile file, String id, TemplateFile.ItemEntry item) {
        this.name = name;
        this.file = file;
        this.id = id;
        this.item = item;
    }

    List<TemplateFault> faults() {
        boolean chosen = item.kind() == ItemKind.CHOICE || item.kind() == ItemKind.MULTI_CHOICE;
        options("options", chosen, all(item.options()));
        List<String> answers = item.kind() == ItemKind.YES_NO
                ? List.of("yes", "no")
                : all(item.options()).stream().map(TemplateItem.Option::code).toList();
        all(item.noteRequiredWhen()).stream()
                .filter(answer -> !answers.contains(answer))
                .forEach(answer -> fault(Problem.UNKNOWN_OPTION, answer));
        columns();
        if ((item.kind() == ItemKind.COMPUTED) == (item.compute() == null)) {
            fault(Problem.MISSING_PROPERTY, "compute");
        }
        if (item.compute() != null) {
            compute(item.compute());
        }
        return List.copyOf(faults);
    }

    private void options(String property, boolean chosen, List<TemplateItem.Option> options) {
        if (chosen == options.isEmpty()) {
            fault(chosen ? Problem.MISSING_PROPERTY : Problem.LIMITS_DO_NOT_FIT, property);
        }
        Set<String> codes = new HashSet<>();
        for (TemplateItem.Option option : options) {
            label(option.code(), option.label());
            if (!codes.add(option.code())) {
                fault(Problem.DUPLICATE_OPTION, option.code());
            }
        }
    }

    private void columns() {
        boolean table = item.kind() == ItemKind.TABLE;
        if (table == all(item.columns()).isEmpty()) {
            fault(table ? Problem.MISSING_PROPERTY : Problem.LIMITS_DO_NOT_FIT, "columns");
        }
        Set<String> ids = new HashSet<>();
        for (TemplateFile.ColumnEntry column : all(item.columns())) {
            String columnId = column.id() == null ? "" : column.id();
            if (columnId.isBlank() || column.kind() == null) {
                fault(Problem.MISSING_PROPERTY, "columns.id | columns.kind");
            }
            if (!ids.add(columnId)) {
                fault(Problem.DUPLICATE_ID, columnId);
            }
            label(columnId, column.label());
            options(columnId, column.kind() == TableRule.ColumnKind.CHOICE, all(column.options()));
        }
    }

    private void compute(TemplateFile.ComputeEntry compute) {
        int ways = (compute.function() == null ? 0 : 1)
                + (compute.rowsOf() == null ? 0 : 1)
                + (compute.formula() == null ? 0 : 1);
        if (ways != 1) {
            fault(Problem.MISSING_PROPERTY, "compute.function | compute.rows_of | compute.formula");
        }
        if (compute.function() != null) {
            if (all(compute.of()).isEmpty()) {
                fault(Problem.UNKNOWN_ITEM, "null");
            }
            all(compute.of()).forEach(this::number);
            all(compute.with()).stream()
                    .filter(attribute -> !all(file.attributes()).containsKey(attribute))
                    .forEach(attribute -> fault(Problem.UNKNOWN_ATTRIBUTE, attribute));
        }
        if (compute.rowsOf() != null) {
            rows(compute.rowsOf(), compute.where());
        }
        if (compute.formula() != null) {
            formula(compute.formula());
        }
    }

    private void rows(String table, TemplateFile.@Nullable WhereEntry where) {
        Optional<TemplateFile.ItemEntry> found = file.item(table).filter(it -> it.kind() == ItemKind.TABLE);
        if (found.isEmpty()) {
            fault(Problem.UNKNOWN_ITEM, table);
            return;
        }
        if (where != null
                && all(found.get().columns()).stream()
                        .noneMatch(column -> column.id() != null && column.id().equals(where.column()))) {
            fault(Problem.UNKNOWN_ITEM, table + "." + where.column());
        }
    }

    private void formula(String source) {
        try {
            Set<String> names = new TreeSet<>();
            ExpressionParser.parse(source).collectNames(names);
            for (String used : names) {
                if (Attributes.isItem(used)) {
                    number(used);
                } else if (!all(file.attributes()).containsKey(used)) {
                    fault(Problem.UNKNOWN_ATTRIBUTE, used);
                }
            }
        } catch (ExpressionParser.BadExpression e) {
            fault(Problem.BAD_EXPRESSION, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is calculated with is typed, or a computed row further up that is a count: of another computed row too many decimals may be left
     * for an exact result.
     */
    private void number(String slot) {
        List<TemplateFile.ItemEntry> items = file.items();
        Optional<TemplateFile.ItemEntry> found = file.item(SlotId.parse(slot).item());
        boolean typed = found.map(TemplateFile.ItemEntry::kind)
                .filter(ItemKind.NUMBER::equals)
                .isPresent();
        boolean counted = found.map(TemplateFile.ItemEntry::compute)
                        .map(TemplateFile.ComputeEntry::rowsOf)
                        .isPresent()
                && items.indexOf(found.get()) < items.indexOf(item);
        if (!typed && !counted) {
            fault(Problem.UNKNOWN_ITEM, slot);
        }
    }

    private void label(String property, @Nullable Label label) {
        if (label == null || isBlank(label.zh()) || isBlank(label.en())) {
            fault(Problem.MISSING_LABEL, property);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void fault(Problem problem, String detail) {
        faults.add(new TemplateFault(name, id, problem, detail));
    }
}
