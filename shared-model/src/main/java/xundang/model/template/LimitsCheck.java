package xundang.model.template;

import static xundang.model.template.TemplateFile.all;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xundang.model.template.TemplateFault.Problem;

/** The part of {@link TemplateCheck} that looks at one item's limits. */
final class LimitsCheck {
    /** Stands in for a number that has no default, so that inverted ranges show; any ordinary number would do. */
    private static final String PROBE = "100";

    private final String name;
    private final TemplateFile file;
    private final String id;
    private final TemplateFile.ItemEntry item;
    private final List<TemplateFault> faults = new ArrayList<>();

    LimitsCheck(String name, TemplateFile file, String id, TemplateFile.ItemEntry item) {
        this.name = name;
        this.file = file;
        this.id = id;
        this.item = item;
    }

    List<TemplateFault> faults() {
        TemplateFile.LimitsEntry limits = item.limits();
        if (limits == null) {
            return List.of();
        }
        if (limits.source() == null || limits.source().isBlank()) {
            fault(Problem.MISSING_PROPERTY, "limits.source");
        }
        if (item.kind() == ItemKind.JAR_TABLE) {
            jars(limits);
            return faults;
        }
        boolean number = item.kind() == ItemKind.NUMBER || item.kind() == ItemKind.COMPUTED;
        boolean chosen = item.kind() == ItemKind.YES_NO || !all(item.options()).isEmpty();
        if (number && limits.normal() != null && all(limits.normalOptions()).isEmpty()) {
            ranges(limits.normal(), limits.warn());
            all(limits.cases()).forEach(this::numberCase);
        } else if (chosen
                && limits.normal() == null
                && !all(limits.normalOptions()).isEmpty()) {
            options(limits);
        } else {
            fault(Problem.LIMITS_DO_NOT_FIT, String.valueOf(item.kind()));
        }
        return faults;
    }

    private void jars(TemplateFile.LimitsEntry limits) {
        if (limits.normal() != null || !all(limits.normalOptions()).isEmpty()) {
            fault(Problem.LIMITS_DO_NOT_FIT, String.valueOf(item.kind()));
        }
        JarAttributes.NAMES.stream()
                .filter(attribute -> !all(file.attributes()).containsKey(attribute))
                .forEach(attribute -> fault(Problem.UNKNOWN_ATTRIBUTE, attribute));
    }

    private void numberCase(TemplateFile.CaseEntry it) {
        condition(it);
        if (it.normal() == null) {
            fault(Problem.MISSING_PROPERTY, "limits.cases.normal");
        } else {
            ranges(it.normal(), it.warn());
        }
    }

    private void options(TemplateFile.LimitsEntry limits) {
        codes(limits.normalOptions());
        codes(limits.warnOptions());
        codes(limits.unjudgedOptions());
        for (TemplateFile.CaseEntry it : all(limits.cases())) {
            codes(it.normalOptions());
            codes(it.warnOptions());
            condition(it);
        }
    }

    private void condition(TemplateFile.CaseEntry it) {
        if (it.when() == null) {
            fault(Problem.MISSING_PROPERTY, "limits.cases.when");
        } else {
            faults.addAll(new ConditionCheck(name, file, id).check(it.when()));
        }
    }

    private void codes(@Nullable List<String> codes) {
        List<String> known = item.kind() == ItemKind.YES_NO
                ? List.of("yes", "no")
                : all(item.options()).stream().map(TemplateItem.Option::code).toList();
        all(codes).stream().filter(code -> !known.contains(code)).forEach(code -> fault(Problem.UNKNOWN_OPTION, code));
    }

    private void ranges(TemplateFile.RangeEntry normal, TemplateFile.@Nullable RangeEntry warn) {
        int before = faults.size();
        parse(normal.lowEnd());
        parse(normal.highEnd());
        if (warn != null) {
            parse(warn.lowEnd());
            parse(warn.highEnd());
        }
        if (faults.size() > before) {
            return;
        }
        Optional<Range> normalRange = probe(normal);
        Optional<Range> warnRange = warn == null ? Optional.empty() : probe(warn);
        if (normalRange.isPresent() && warnRange.isPresent() && cuts(warnRange.get(), normalRange.get())) {
            fault(Problem.OVERLAPPING_RANGES, said(warnRange.get()) + " / " + said(normalRange.get()));
        }
    }

    private static String said(Range range) {
        return Objects.toString(range.low(), "") + " … " + Objects.toString(range.high(), "");
    }

    private void parse(@Nullable String source) {
        if (source == null) {
            return;
        }
        try {
            Set<String> names = new TreeSet<>();
            ExpressionParser.parse(source).collectNames(names);
            names.removeAll(all(file.attributes()).keySet());
            names.forEach(unknown -> {
                if (!Attributes.isItem(unknown)) {
                    fault(Problem.UNKNOWN_ATTRIBUTE, unknown);
                } else if (file.item(SlotId.parse(unknown).item()).isEmpty()) {
                    fault(Problem.UNKNOWN_ITEM, unknown);
                }
            });
        } catch (ExpressionParser.BadExpression e) {
            fault(Problem.BAD_EXPRESSION, String.valueOf(e.getMessage()));
        }
    }

    /** The range for defaults and probe values; empty, with a fault, when it is upside down. */
    private Optional<Range> probe(TemplateFile.RangeEntry entry) {
        Set<String> missing = new TreeSet<>();
        LimitRule.Bounds bounds = TemplateCompiler.bounds(entry);
        BigDecimal low = value(bounds.low(), missing);
        BigDecimal high = value(bounds.high(), missing);
        boolean lost = (low == null && entry.lowEnd() != null) || (high == null && entry.highEnd() != null);
        if (lost) {
            // A probe lacks nothing, so it divides by zero or calculates with a word.
            fault(Problem.BAD_EXPRESSION, entry.lowEnd() + " … " + entry.highEnd());
            return Optional.empty();
        }
        boolean open = low == null && high == null;
        if (open || (low != null && high != null && low.compareTo(high) > 0)) {
            fault(Problem.INVERTED_RANGE, low + " … " + high);
            return Optional.empty();
        }
        return Optional.of(new Range(low, high));
    }

    private @Nullable BigDecimal value(@Nullable Expression expression, Set<String> missing) {
        return expression == null
                ? null
                : expression.value(this::probed, missing).map(Ratio::decimal).orElse(null);
    }

    private Optional<String> probed(String attribute) {
        if (Attributes.isItem(attribute)) {
            return Optional.of(PROBE);
        }
        return Optional.ofNullable(all(file.attributes()).get(attribute)).map(use -> {
            if (use.fallback() != null) {
                return use.fallback();
            }
            List<String> options = all(use.options());
            return options.isEmpty() ? PROBE : options.getLast();
        });
    }

    /** A warning range either holds the whole normal range or begins where that ends. */
    private static boolean cuts(Range warn, Range normal) {
        boolean lowCovered =
                warn.low() == null || (normal.low() != null && warn.low().compareTo(normal.low()) <= 0);
        boolean highCovered =
                warn.high() == null || (normal.high() != null && warn.high().compareTo(normal.high()) >= 0);
        boolean above =
                warn.low() != null && normal.high() != null && warn.low().compareTo(normal.high()) >= 0;
        boolean below =
                warn.high() != null && normal.low() != null && warn.high().compareTo(normal.low()) <= 0;
        boolean around = lowCovered && highCovered;
        return !around && !above && !below;
    }

    private void fault(Problem problem, String detail) {
        faults.add(new TemplateFault(name, id, problem, detail));
    }
}
