package xundang.model.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xundang.model.text.ModelText;

/**
 * A calendar file (节假日文件), UTF-8 CSV with the header {@code year,date,name,kind}: {@code kind} is {@code holiday} or {@code workday},
 * {@code date} ISO (year-month-day). A line {@code #source YEAR TEXT} names the notice that a year was taken from and must be there for each
 * year; other lines that begin with {@code #} and empty lines are passed over. A year must be complete: days that the file does not name are
 * ordinary days of the week.
 */
public final class CalendarFile {
    /** First line of the table. */
    public static final String HEADER = "year,date,name,kind";

    private static final String SOURCE = "#source ";
    private static final String BUNDLED = "holidays-cn.csv";
    private static final int COLUMNS = 4;
    private static final int MOST_NAME = 60;

    /** What a file says: the years when nothing is wrong, else every problem and no year. */
    public record Result(List<CalendarYear> years, List<CalendarProblem> problems) {}

    private final Map<Integer, String> sources = new HashMap<>();
    private final TreeMap<Integer, List<CalendarDay>> days = new TreeMap<>();
    private final Map<LocalDate, Integer> lineOf = new HashMap<>();
    private final List<CalendarProblem> problems = new ArrayList<>();
    private boolean headerSeen;

    private CalendarFile() {}

    /** Reads a whole file; never throws for bad content. */
    public static Result read(String text) {
        CalendarFile file = new CalendarFile();
        String[] lines = text.replace("\uFEFF", "").split("\r\n|\n|\r", -1);
        for (int i = 0; i < lines.length; i++) {
            file.line(i + 1, lines[i].strip());
        }
        return file.result();
    }

    /** The years that come with the program. */
    static List<CalendarYear> bundled() {
        try (InputStream in = CalendarFile.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException(BUNDLED + " is missing from the program");
            }
            Result result = read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!result.problems().isEmpty()) {
                throw new IllegalStateException(BUNDLED + ": " + result.problems());
            }
            return result.years();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(int number, String line) {
        if (line.startsWith(SOURCE)) {
            source(number, line.substring(SOURCE.length()).strip());
        } else if (line.isEmpty() || line.startsWith("#")) {
            return;
        } else if (!headerSeen) {
            headerSeen = true;
            if (!line.equals(HEADER)) {
                add(number, ModelText.of("calendar.header", HEADER));
            }
        } else {
            day(number, line.split(",", -1));
        }
    }

    private void source(int number, String rest) {
        String[] parts = rest.split("\\s+", 2);
        Optional<Integer> year = year(parts[0]);
        if (year.isEmpty() || parts.length < 2) {
            add(number, ModelText.of("calendar.source_line"));
        } else {
            sources.put(year.get(), parts[1]);
        }
    }

    private void day(int number, String[] cells) {
        if (cells.length != COLUMNS) {
            add(number, ModelText.of("calendar.columns", String.valueOf(COLUMNS), String.valueOf(cells.length)));
            return;
        }
        Optional<Integer> year = year(cells[0].strip());
        Optional<LocalDate> date = date(cells[1].strip());
        String name = cells[2].strip();
        Optional<DayKind> kind = DayKind.ofCode(cells[3].strip());
        if (year.isEmpty()) {
            add(number, ModelText.of("calendar.year", cells[0].strip()));
        } else if (date.isEmpty()) {
            add(number, ModelText.of("calendar.date", cells[1].strip()));
        } else if (date.get().getYear() != year.get()) {
            add(number, ModelText.of("calendar.other_year", cells[1].strip(), cells[0].strip()));
        } else if (name.isEmpty() || name.length() > MOST_NAME) {
            add(number, ModelText.of("calendar.name"));
        } else if (kind.isEmpty()) {
            add(number, ModelText.of("calendar.kind", cells[3].strip()));
        } else {
            keep(number, new CalendarDay(date.get(), name, kind.get()));
        }
    }

    private void keep(int number, CalendarDay day) {
        Integer before = lineOf.putIfAbsent(day.date(), number);
        if (before != null) {
            add(number, ModelText.of("calendar.twice", day.date().toString(), String.valueOf(before)));
        } else if (day.kind() == DayKind.WORKDAY && day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            add(number, ModelText.of("calendar.not_weekend", day.date().toString()));
        } else {
            days.computeIfAbsent(day.date().getYear(), ignored -> new ArrayList<>())
                    .add(day);
        }
    }

    private Result result() {
        if (days.isEmpty() && problems.isEmpty()) {
            add(0, ModelText.of("calendar.empty"));
        }
        days.keySet().stream()
                .filter(year -> !sources.containsKey(year))
                .forEach(year -> add(0, ModelText.of("calendar.no_source", String.valueOf(year))));
        if (!problems.isEmpty()) {
            return new Result(List.of(), List.copyOf(problems));
        }
        List<CalendarYear> years = new ArrayList<>();
        days.forEach((year, list) -> years.add(new CalendarYear(year, sources.getOrDefault(year, ""), list)));
        return new Result(List.copyOf(years), List.of());
    }

    private void add(int line, ModelText text) {
        problems.add(new CalendarProblem(line, text));
    }

    private static Optional<Integer> year(String text) {
        return text.matches("20\\d\\d") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
