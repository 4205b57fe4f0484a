package xundang.model.asset;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import xundang.model.text.Figures;
import xundang.model.text.ModelText;

/** The rules behind {@link AttributeDef#check}. */
final class AttributeCheck {
    private AttributeCheck() {}

    static Optional<AttributeProblem> check(AttributeDef def, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        return switch (def.type()) {
            case TEXT -> value.isString() ? pattern(def, value.stringValue()) : wrongType(def, value);
            case INTEGER ->
                value.isNumber() && isWhole(value.decimalValue())
                        ? range(def, value.decimalValue())
                        : wrongType(def, value);
            case DECIMAL -> value.isNumber() ? range(def, value.decimalValue()) : wrongType(def, value);
            case BOOLEAN -> value.isBoolean() ? Optional.empty() : wrongType(def, value);
            case DATE -> value.isString() && isDate(value.stringValue()) ? Optional.empty() : wrongType(def, value);
            case PARTIAL_DATE ->
                value.isString() && isPartialDate(value.stringValue()) ? Optional.empty() : wrongType(def, value);
            case ENUM -> value.isString() ? option(def, value.stringValue()) : wrongType(def, value);
            case LIST -> list(def, value);
            case OBJECT -> value.isObject() ? Optional.empty() : wrongType(def, value);
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static boolean isPartialDate(String text) {
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static Optional<AttributeProblem> pattern(AttributeDef def, String text) {
        return def.pattern() == null || def.pattern().matcher(text).matches()
                ? Optional.empty()
                : problem(def, "attribute.bad_format", text);
    }

    private static Optional<AttributeProblem> range(AttributeDef def, BigDecimal number) {
        BigDecimal min = def.min();
        BigDecimal max = def.max();
        if (min != null && Boolean.TRUE.equals(def.minExclusive()) && number.compareTo(min) <= 0) {
            return problem(def, "attribute.not_above", Figures.plain(min), Figures.plain(number));
        }
        if (min != null && number.compareTo(min) < 0) {
            return problem(def, "attribute.too_small", Figures.plain(min), Figures.plain(number));
        }
        if (max != null && number.compareTo(max) > 0) {
            return problem(def, "attribute.too_large", Figures.plain(max), Figures.plain(number));
        }
        return Optional.empty();
    }

    private static Optional<AttributeProblem> option(AttributeDef def, String code) {
        if (def.options().stream().anyMatch(option -> option.code().equals(code))) {
            return Optional.empty();
        }
        String allowed = def.options().stream().map(AttributeDef.Option::code).collect(Collectors.joining(", "));
        return problem(def, "attribute.not_an_option", code, allowed);
    }

    private static Optional<AttributeProblem> list(AttributeDef def, JsonNode value) {
        if (!value.isArray()) {
            return wrongType(def, value);
        }
        for (JsonNode element : value) {
            if (!element.isString()) {
                return wrongType(def, element);
            }
            Optional<AttributeProblem> problem =
                    def.options().isEmpty() ? Optional.empty() : option(def, element.stringValue());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<AttributeProblem> wrongType(AttributeDef def, JsonNode value) {
        String given = value.isString() ? value.stringValue() : value.toString();
        return problem(def, "attribute.wrong_type", "@type." + def.type().name().toLowerCase(Locale.ROOT), given);
    }

    private static Optional<AttributeProblem> problem(AttributeDef def, String key, String... args) {
        String[] all = new String[args.length + 1];
        all[0] = def.label().zh();
        System.arraycopy(args, 0, all, 1, args.length);
        return Optional.of(new AttributeProblem(def.name(), ModelText.of(key, all)));
    }
}
