package xundang.server.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.asset.CategoryCatalog;
import xundang.model.json.ModelJson;
import xundang.model.round.PlanBody;
import xundang.model.round.PlanCheck;
import xundang.model.round.Purpose;
import xundang.model.round.Rhythm;
import xundang.model.round.RhythmText;
import xundang.model.round.Season;
import xundang.model.template.TemplateCatalog;

/**
 * Rows of a plan file (巡检计划文件). Columns that must be there: {@code name,template_id,rhythm,starts_on}; others may be left out:
 * {@code category,grade,site,asset_no,ends_on,season,purpose,priority,series,roles,visit,source}.
 */
final class PlanRows {
    /** What every plan file has. */
    static final List<String> REQUIRED = List.of("name", "template_id", "rhythm", "starts_on");

    private static final List<String> OPTIONAL = List.of(
            "category",
            "grade",
            "site",
            "asset_no",
            "ends_on",
            "season",
            "purpose",
            "priority",
            "series",
            "roles",
            "visit",
            "source");
    private static final Pattern SEASON = Pattern.compile("(\\d\\d-\\d\\d)~(\\d\\d-\\d\\d)");

    private final Function<String, Optional<UUID>> siteByCode;
    private final Function<String, Optional<UUID>> assetByNumber;

    /** Columns that no plan file has, which are most likely misspelt. */
    static List<String> unknown(List<String> header) {
        return header.stream()
                .filter(column -> !REQUIRED.contains(column) && !OPTIONAL.contains(column))
                .toList();
    }

    PlanRows(Function<String, Optional<UUID>> siteByCode, Function<String, Optional<UUID>> assetByNumber) {
        this.siteByCode = siteByCode;
        this.assetByNumber = assetByNumber;
    }

    /** The plan of a row; empty when something is wrong with it, which is then among the row's problems. */
    Optional<PlanBody> read(CsvRow row) {
        int before = row.problems().size();
        String name = row.required("name");
        String template = row.required("template_id");
        Optional<Rhythm> rhythm = rhythm(row);
        LocalDate starts = date(row, "starts_on", row.required("starts_on"));
        LocalDate ends = date(row, "ends_on", row.text("ends_on"));
        Optional<UUID> site = found(row, "site", siteByCode, "没有这个点位编号。");
        Optional<UUID> asset = found(row, "asset_no", assetByNumber, "没有这个设备编号。");
        PlanBody plan = rhythm.isEmpty() || starts == null || row.problems().size() > before
                ? null
                : new PlanBody(
                        name,
                        template,
                        orNull(row.text("category")),
                        orNull(row.text("grade")),
                        site.map(UUID::toString).orElse(null),
                        asset.map(AssetId::new).orElse(null),
                        orNull(row.text("series")),
                        rhythm.get(),
                        starts,
                        ends,
                        season(row),
                        purpose(row),
                        priority(row),
                        roles(row),
                        List.of(),
                        visit(row),
                        orNull(row.text("source")));
        if (plan != null) {
            PlanCheck.check(plan, TemplateCatalog.bundled(), CategoryCatalog.bundled())
                    .forEach(problem -> row.problem(column(problem.field()), problem.in(Locale.CHINA)));
        }
        return row.problems().size() > before ? Optional.empty() : Optional.ofNullable(plan);
    }

    private static String column(String field) {
        return field.equals("asset_id") ? "asset_no" : field;
    }

    private static Optional<Rhythm> rhythm(CsvRow row) {
        String text = row.required("rhythm");
        Optional<Rhythm> rhythm = RhythmText.parse(text);
        if (!text.isEmpty() && rhythm.isEmpty()) {
            row.problem(
                    "rhythm",
                    "看不懂“" + text + "”。写法：3h/30（每 3 小时，前后 30 分钟）、2x/4h（每日 2 次，至少隔 4 小时）、7d、1m、3m、3m/2+4、6m、12m。");
        }
        return rhythm;
    }

    private static @Nullable LocalDate date(CsvRow row, String column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            row.problem(column, "应为日期（年-月-日），现为“" + text + "”。");
            return null;
        }
    }

    private static Optional<UUID> found(
            CsvRow row, String column, Function<String, Optional<UUID>> finder, String complaint) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> found = finder.apply(text);
        if (found.isEmpty()) {
            row.problem(column, complaint);
        }
        return found;
    }

    private static @Nullable Season season(CsvRow row) {
        String text = row.text("season");
        Matcher matcher = SEASON.matcher(text);
        try {
            if (matcher.matches()) {
                return new Season(MonthDay.parse("--" + matcher.group(1)), MonthDay.parse("--" + matcher.group(2)));
            }
        } catch (DateTimeException noSuchDay) {
            row.problem("season", "“" + text + "”里没有这样的日子。");
            return null;
        }
        if (!text.isEmpty()) {
            row.problem("season", "应写成 06-01~09-30，现为“" + text + "”。");
        }
        return text.isEmpty() && row.text("purpose").equals("flood") ? Season.FLOOD : null;
    }

    private static Purpose purpose(CsvRow row) {
        return switch (row.text("purpose")) {
            case "", "regular" -> Purpose.REGULAR;
            case "guarded" -> Purpose.GUARDED;
            case "flood" -> Purpose.FLOOD;
            default -> {
                row.problem("purpose", "只能是 regular（日常）、guarded（重保）、flood（汛期）。");
                yield Purpose.REGULAR;
            }
        };
    }

    private static int priority(CsvRow row) {
        String text = row.text("priority");
        if (!text.matches("-?\\d{0,3}") || text.equals("-")) {
            row.problem("priority", "应为整数，现为“" + text + "”。");
            return 0;
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static List<Role> roles(CsvRow row) {
        String text = row.text("roles");
        if (text.isEmpty()) {
            return List.of();
        }
        ObjectNode node = ModelJson.mapper().createObjectNode();
        try {
            return Arrays.stream(text.split("\\+", -1))
                    .map(one -> ModelJson.mapper().convertValue(node.stringNode(one), Role.class))
                    .toList();
        } catch (JacksonException | IllegalArgumentException unknown) {
            row.problem("roles", "只能是 inspector、auditor、asset_manager、supervisor、administrator，多个用 + 相连。");
            return List.of();
        }
    }

    private static Map<String, String> visit(CsvRow row) {
        Map<String, String> visit = new LinkedHashMap<>();
        for (String asked : row.text("visit").split("\\+", -1)) {
            if (!asked.isEmpty()) {
                visit.put(asked, "true");
            }
        }
        return visit;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
