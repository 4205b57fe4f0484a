package xundang.model.template;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A bound of a limit as the data file writes it, e.g. {@code v_in_nom * (1 + v_in_low_pct / 100)}. Immutable. */
sealed interface Expression {
    /** What an attribute must look like to be calculated with; anything else counts as not filled in. */
    Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");

    /** A number in the file. */
    record Constant(Ratio number) implements Expression {}

    /** An attribute that holds a number. */
    record Named(String attribute) implements Expression {}

    /** {@code +}, {@code -}, {@code *} or {@code /}. */
    record Operation(char operator, Expression left, Expression right) implements Expression {}

    /** {@code choose(attribute, 'a': …, 'b': …)}: only the branch that fits is worked out, so only its attributes are needed. */
    record Choose(String attribute, Map<String, Expression> branches) implements Expression {}

    /** The value; empty when attributes lack or cannot be calculated with, and then they are added to {@code missing}. */
    default Optional<Ratio> value(Attributes attributes, Set<String> missing) {
        return switch (this) {
            case Constant constant -> Optional.of(constant.number());
            case Named named -> number(named.attribute(), attributes, missing);
            case Operation operation -> calculate(operation, attributes, missing);
            case Choose choose -> {
                Optional<Expression> branch =
                        attributes.value(choose.attribute()).map(choose.branches()::get);
                if (branch.isEmpty()) {
                    missing.add(choose.attribute());
                }
                yield branch.flatMap(expression -> expression.value(attributes, missing));
            }
        };
    }

    /** Adds every attribute that the value may depend on. */
    default void collectNames(Set<String> names) {
        switch (this) {
            case Constant constant -> {}
            case Named named -> names.add(named.attribute());
            case Operation operation -> {
                operation.left().collectNames(names);
                operation.right().collectNames(names);
            }
            case Choose choose -> {
                names.add(choose.attribute());
                choose.branches().values().forEach(branch -> branch.collectNames(names));
            }
        }
    }

    /** Adds every attribute that the value does depend on: of a choice only the branch that is taken. */
    default void collectUsed(Attributes attributes, Set<String> names) {
        switch (this) {
            case Constant constant -> {}
            case Named named -> names.add(named.attribute());
            case Operation operation -> {
                operation.left().collectUsed(attributes, names);
                operation.right().collectUsed(attributes, names);
            }
            case Choose choose -> {
                names.add(choose.attribute());
                attributes
                        .value(choose.attribute())
                        .map(choose.branches()::get)
                        .ifPresent(branch -> branch.collectUsed(attributes, names));
            }
        }
    }

    private static Optional<Ratio> number(String name, Attributes attributes, Set<String> missing) {
        Optional<Ratio> number = attributes
                .value(name)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> Ratio.of(new BigDecimal(text)));
        if (number.isEmpty()) {
            missing.add(name);
        }
        return number;
    }

    private static Optional<Ratio> calculate(Operation operation, Attributes attributes, Set<String> missing) {
        // Both sides first, so that every missing attribute is named at once.
        Optional<Ratio> left = operation.left().value(attributes, missing);
        Optional<Ratio> right = operation.right().value(attributes, missing);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (operation.operator() == '/' && right.get().isZero()) {
            operation.right().collectNames(missing);
            return Optional.empty();
        }
        return Optional.of(
                switch (operation.operator()) {
                    case '+' -> left.get().plus(right.get());
                    case '-' -> left.get().minus(right.get());
                    case '*' -> left.get().times(right.get());
                    case '/' -> left.get().over(right.get());
                    default -> throw new IllegalStateException("operator " + operation.operator());
                });
    }
}
