package xundang.model.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xundang.model.inspection.ReadingValue;

/** How the template says that a value is computed, for any asset; {@link #forAsset} fills the asset's attributes in. */
sealed interface ComputeRule {
    /** @param slots every row of the asset's form, before it */
    Calculation forAsset(Attributes attributes, List<SlotId> slots);

    /** A named calculation of all parts of some items, followed by attributes. */
    record OfNumbers(Computation function, List<String> items, List<String> with) implements ComputeRule {
        @Override
        public Calculation forAsset(Attributes attributes, List<SlotId> slots) {
            Set<String> missing = new TreeSet<>();
            List<BigDecimal> known = new ArrayList<>();
            for (String name : with) {
                new Expression.Named(name).value(attributes, missing).ifPresent(number -> known.add(number.decimal()));
            }
            List<SlotId> parts = items.stream()
                    .flatMap(item -> slots.stream()
                            .filter(slot ->
                                    slot.item().equals(item) || slot.toString().equals(item)))
                    .toList();
            return new Calculation(new Numbers(function, parts, List.copyOf(known)), missing);
        }
    }

    /** A named calculation with the rows that it takes and the attributes' numbers. */
    record Numbers(Computation function, List<SlotId> parts, List<BigDecimal> known) implements Calculation.Work {
        @Override
        public Optional<BigDecimal> of(Map<SlotId, ReadingValue> values) {
            List<BigDecimal> numbers = new ArrayList<>();
            for (SlotId part : parts) {
                if (!(values.get(part) instanceof ReadingValue.Measured measured)) {
                    return Optional.empty();
                }
                numbers.add(measured.number());
            }
            numbers.addAll(known);
            boolean enough = function.numbers() == 0 ? !parts.isEmpty() : function.numbers() == numbers.size();
            return enough ? function.of(numbers) : Optional.empty();
        }
    }

    /** Number of rows of a table whose cell {@code column} is {@code is}; of all rows without a column. */
    record OfRows(
            String table, @Nullable String column, @Nullable String is) implements ComputeRule, Calculation.Work {
        @Override
        public Calculation forAsset(Attributes attributes, List<SlotId> slots) {
            return new Calculation(this, Set.of());
        }

        @Override
        public Optional<BigDecimal> of(Map<SlotId, ReadingValue> values) {
            return values.get(SlotId.of(table)) instanceof ReadingValue.Table filled
                    ? Optional.of(BigDecimal.valueOf(filled.rows().stream()
                            .filter(row -> column == null || String.valueOf(is).equals(row.get(column)))
                            .count()))
                    : Optional.empty();
        }
    }

    /** A formula over slots and attributes, worked out exactly. */
    record OfFormula(Expression formula) implements ComputeRule {
        @Override
        public Calculation forAsset(Attributes attributes, List<SlotId> slots) {
            Set<String> names = new TreeSet<>();
            formula.collectNames(names);
            Set<String> missing = new TreeSet<>();
            Map<String, String> known = new TreeMap<>();
            for (String name : names) {
                if (!Attributes.isItem(name)) {
                    attributes.value(name).ifPresentOrElse(value -> known.put(name, value), () -> missing.add(name));
                }
            }
            return new Calculation(new Formula(formula, known), missing);
        }
    }

    /** A formula with the attributes that it uses. */
    record Formula(Expression expression, Map<String, String> known) implements Calculation.Work {
        @Override
        public Optional<BigDecimal> of(Map<SlotId, ReadingValue> values) {
            Attributes attributes = name -> Optional.ofNullable(known.get(name));
            return expression
                    .value(attributes.orElse(AnswerText.attributes(values)), new TreeSet<>())
                    .map(Ratio::decimal);
        }
    }
}
