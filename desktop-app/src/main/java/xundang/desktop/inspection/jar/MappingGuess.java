package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xundang.model.template.NumberInput;

/** Guesses which column is which from the headings, their units and the readings below. The person sees the guess and may change it. */
public final class MappingGuess {
    private static final int LOOKED_AT = 40;

    private static final Pattern POSITION = Pattern.compile(
            ".*(序号|编号|节号|位置|单体号|电池号|节次).*|(no|nr|num|number|index|id|#|position|pos)\\.?|(cell|jar|battery|unit|string)("
                    + " ?(no|number|id|#|index)\\.?)?");
    private static final Pattern VOLTAGE = Pattern.compile(".*(电压|voltage|volt).*|u|v|vdc|dcv");
    private static final Pattern OHMIC =
            Pattern.compile(".*(内阻|电阻|阻抗|电导|resist|impedance|conduct|ohm|mho).*|r|g|ir|res");
    private static final Pattern CONDUCTANCE = Pattern.compile(".*(电导|conduct|mho).*|g");
    private static final Pattern TEMPERATURE = Pattern.compile(".*(温度|温|temp).*|t|℃|°c");
    private static final Pattern LOOK = Pattern.compile(".*(外观|appearance|look|visual).*");

    /** Figures of the whole string or of the tester, not of a jar. */
    private static final Pattern OTHER = Pattern.compile(
            ".*(总|组压|组端|平均|均值|上限|下限|最高|最低|最大|最小|偏差|基准|初始|参考|额定|时间|日期|结果|判定|total|average|avg|mean|max|min|limit|ref|nominal|date|time|result|status|deviation|rate|percent|%).*");

    private static final Pattern UNIT_BEHIND = Pattern.compile("(.*?)[(\\[/_,\\s]+([^()\\[\\]/_,\\s]+)[)\\]]?\\s*");
    private static final BigDecimal MILLIVOLTS_FROM = new BigDecimal("100");
    private static final BigDecimal MICROOHMS_FROM = new BigDecimal("50");
    private static final BigDecimal OHMS_BELOW = new BigDecimal("0.02");

    private final FileTable table;

    private MappingGuess(FileTable table) {
        this.table = table;
    }

    /** The guess; columns that look like nothing known are left out. */
    public static ColumnMapping of(FileTable table) {
        MappingGuess guess = new MappingGuess(table);
        int heading = guess.heading();
        return heading < 0 ? guess.withoutHeading() : guess.withHeading(heading);
    }

    /** Texts of the row that names the columns, as the guess compares them; what a tester is recognised by. Empty without such a row. */
    public static Optional<String> signature(FileTable table) {
        MappingGuess guess = new MappingGuess(table);
        int heading = guess.heading();
        return heading < 0
                ? Optional.empty()
                : Optional.of(String.join(
                        "|",
                        table.rows().get(heading).stream()
                                .map(TesterUnit::plain)
                                .toList()));
    }

    /** A heading in two parts. */
    private record Heading(String name, Optional<TesterUnit> unit) {
        static Heading of(String text) {
            String plain = TesterUnit.plain(text).replace('（', '(').replace('）', ')');
            Matcher parts = UNIT_BEHIND.matcher(plain);
            if (parts.matches()) {
                Optional<TesterUnit> unit = TesterUnit.parse(parts.group(2));
                if (unit.isPresent() && !parts.group(1).isBlank()) {
                    return new Heading(parts.group(1).strip(), unit);
                }
            }
            return new Heading(plain, Optional.empty());
        }

        boolean is(Pattern pattern) {
            return pattern.matcher(name).matches();
        }

        @Nullable
        JarColumn column() {
            if (name.isBlank() || is(OTHER)) {
                return null;
            }
            if (is(OHMIC)) {
                return JarColumn.OHMIC;
            }
            if (is(VOLTAGE)) {
                return JarColumn.VOLTAGE;
            }
            if (is(TEMPERATURE)) {
                return JarColumn.TEMPERATURE;
            }
            return is(LOOK) ? JarColumn.LOOK : null;
        }
    }

    /** The first row that names a reading and is itself none. */
    private int heading() {
        int rows = Math.min(LOOKED_AT, table.rows().size());
        int best = -1;
        long most = 0;
        for (int row = 0; row < rows; row++) {
            List<String> cells = table.rows().get(row);
            long named = cells.stream()
                    .map(Heading::of)
                    .filter(heading -> heading.column() != null || heading.is(POSITION))
                    .count();
            boolean reading = cells.stream().anyMatch(cell -> number(cell) != null);
            boolean names = cells.stream().map(Heading::of).anyMatch(heading -> heading.column() != null);
            if (!reading && names && cells.size() > 1 && named > most) {
                best = row;
                most = named;
            }
        }
        return best;
    }

    private ColumnMapping withHeading(int heading) {
        int units = heading + 1;
        boolean ownRow = units < table.rows().size()
                && table.rows().get(units).stream().noneMatch(cell -> number(cell) != null)
                && table.rows().get(units).stream()
                        .anyMatch(cell -> TesterUnit.parse(bare(cell)).isPresent());
        int first = ownRow ? units + 1 : units;
        Map<JarColumn, Integer> columns = new EnumMap<>(JarColumn.class);
        Map<JarColumn, TesterUnit> known = new EnumMap<>(JarColumn.class);
        Integer position = null;
        List<String> names = table.rows().get(heading);
        for (int i = 0; i < names.size(); i++) {
            Heading name = Heading.of(names.get(i));
            JarColumn column = name.column();
            if (column == null) {
                position = position == null && name.is(POSITION) && !name.is(OTHER) ? Integer.valueOf(i) : position;
            } else if (!columns.containsKey(column)) {
                columns.put(column, i);
                if (column.isNumber()) {
                    Optional<TesterUnit> below =
                            ownRow ? TesterUnit.parse(bare(table.cell(units, i))) : Optional.empty();
                    known.put(column, unit(column, name, below, first, i));
                }
            }
        }
        return new ColumnMapping(first, position, columns, known);
    }

    /** The unit that is written there; else the one in which the readings make sense. */
    private TesterUnit unit(JarColumn column, Heading name, Optional<TesterUnit> below, int first, int at) {
        Optional<TesterUnit> written = name.unit().or(() -> below).filter(unit -> unit.column() == column);
        return written.orElseGet(() -> {
            BigDecimal middle = middle(first, at);
            return switch (column) {
                case VOLTAGE -> middle.compareTo(MILLIVOLTS_FROM) > 0 ? TesterUnit.MILLIVOLT : TesterUnit.VOLT;
                case OHMIC -> name.is(CONDUCTANCE) ? TesterUnit.SIEMENS : resistance(middle);
                case TEMPERATURE, LOOK, REASON -> TesterUnit.CELSIUS;
            };
        });
    }

    private static TesterUnit resistance(BigDecimal middle) {
        if (middle.compareTo(MICROOHMS_FROM) > 0) {
            return TesterUnit.MICROOHM;
        }
        return middle.signum() > 0 && middle.compareTo(OHMS_BELOW) < 0 ? TesterUnit.OHM : TesterUnit.MILLIOHM;
    }

    /** No headings: the first column that counts 1, 2, 3 is the position, the next that reads like volts the voltage. */
    private ColumnMapping withoutHeading() {
        int first = IntStream.range(0, table.rows().size())
                .filter(row -> table.rows().get(row).stream().anyMatch(cell -> number(cell) != null))
                .findFirst()
                .orElse(0);
        Integer position = IntStream.range(0, table.width())
                .filter(column -> counts(first, column))
                .boxed()
                .findFirst()
                .orElse(null);
        Map<JarColumn, Integer> columns = new EnumMap<>(JarColumn.class);
        Map<JarColumn, TesterUnit> units = new EnumMap<>(JarColumn.class);
        IntStream.range(0, table.width())
                .filter(column -> !Objects.equals(column, position)
                        && middle(first, column).signum() > 0)
                .boxed()
                .findFirst()
                .ifPresent(column -> {
                    columns.put(JarColumn.VOLTAGE, column);
                    units.put(
                            JarColumn.VOLTAGE,
                            middle(first, column).compareTo(MILLIVOLTS_FROM) > 0
                                    ? TesterUnit.MILLIVOLT
                                    : TesterUnit.VOLT);
                });
        return new ColumnMapping(first, position, columns, units);
    }

    private boolean counts(int first, int column) {
        int last = Math.min(first + LOOKED_AT, table.rows().size());
        return last - first > 1
                && IntStream.range(first, last)
                        .allMatch(row -> table.cell(row, column).equals(Integer.toString(row - first + 1)));
    }

    /** The median of a column's first readings; zero if there are none. */
    private BigDecimal middle(int first, int column) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int row = first; row < Math.min(first + LOOKED_AT, table.rows().size()); row++) {
            BigDecimal number = number(table.cell(row, column));
            if (number != null) {
                numbers.add(number);
            }
        }
        numbers.sort(BigDecimal::compareTo);
        return numbers.isEmpty() ? BigDecimal.ZERO : numbers.get(numbers.size() / 2);
    }

    private static String bare(String text) {
        return text.replaceAll("[()（）\\[\\]]", "");
    }

    private static @Nullable BigDecimal number(String text) {
        return NumberInput.parse(text) instanceof NumberInput.Parsed parsed ? parsed.number() : null;
    }
}
