package xundang.server.importing;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.calendar.CalendarFile;
import xundang.model.calendar.CalendarYear;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.round.PlanBody;
import xundang.model.round.RhythmText;
import xundang.model.round.RoundPlan;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.ledger.Author;
import xundang.server.ledger.LedgerRecord;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.db.Tx;

/**
 * Imports inspection plans and working calendars (巡检计划、工作日历). A plan is known by its name and a calendar by its year: the same again
 * changes nothing, another edition changes what differs. One file is one transaction: all of it or nothing.
 */
public final class RoundImportService {
    /** Ends the transaction: the ledger does not take one of the records. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return Objects.requireNonNull(getMessage());
        }
    }

    /**
     * What became of a file.
     *
     * @param done false when nothing was imported
     * @param text for the person at the command line
     */
    public record Report(boolean done, String text) {}

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final InstantSource clock;
    private final IdSource ids;

    public RoundImportService(ServerDatabase database, LedgerService ledger, InstantSource clock, IdSource ids) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** A record as it should be: found again by the value of one field. */
    private record Wanted(RecordType type, String knownBy, JsonNode key, Map<String, JsonNode> fields) {}

    /** Imports a plan file. Never throws for bad content: the report names line and column. */
    public Report importPlans(String name, byte[] content) {
        CsvTable table = CsvTable.read(content);
        List<RowProblem> problems = new ArrayList<>(table.problems());
        if (problems.isEmpty() && !table.header().containsAll(PlanRows.REQUIRED)) {
            problems.add(new RowProblem(1, "", "表头至少应有：" + String.join(",", PlanRows.REQUIRED) + "。"));
        }
        PlanRows.unknown(table.header()).forEach(column -> problems.add(new RowProblem(1, column, "没有这一列，请核对列名。")));
        return problems.isEmpty() ? importRows(name, table.rows()) : refused(name, problems);
    }

    /** Adds one plan, given as the columns of a plan file. */
    public Report addPlan(Map<String, String> columns) {
        List<RowProblem> problems = new ArrayList<>();
        return importRows("计划", List.of(new CsvRow(1, columns, problems)));
    }

    /** Imports a calendar file. Never throws for bad content. */
    public Report importCalendar(String name, byte[] content) {
        Optional<String> text = CsvTable.text(content);
        if (text.isEmpty()) {
            return refused(name, List.of(new RowProblem(1, "", "文件编码不是 UTF-8 或 GBK，请另存为 CSV UTF-8 后再导入。")));
        }
        CalendarFile.Result file = CalendarFile.read(text.get());
        if (!file.problems().isEmpty()) {
            return refused(
                    name,
                    file.problems().stream()
                            .map(problem -> new RowProblem(problem.line(), "", problem.in(Locale.CHINA)))
                            .toList());
        }
        List<Wanted> wanted = new ArrayList<>();
        for (CalendarYear year : file.years()) {
            Map<String, JsonNode> fields = fields(year);
            wanted.add(new Wanted(RecordType.CALENDAR, "year", Objects.requireNonNull(fields.get("year")), fields));
        }
        return write(name, wanted);
    }

    /** The plans of the ledger as a table for the command line. */
    public Report listPlans() {
        List<String> lines = new ArrayList<>(List.of("名称\t模板\t类别\t等级\t频次\t开始\t结束\t类型\t来源"));
        database.read(tx -> ledger.records().ofType(tx, RecordType.PLAN)).forEach(record -> lines.add(line(record)));
        return new Report(true, lines.size() == 1 ? "台账里还没有巡检计划。" : String.join("\n", lines));
    }

    private static String line(LedgerRecord record) {
        Optional<RoundPlan> plan = RoundPlan.read(record.key().id(), record.fields());
        return plan.map(read -> line(read.body()))
                .orElseGet(() -> record.text("name").orElse("") + "\t本程序看不懂这个计划（编号 "
                        + record.key().id() + "）");
    }

    private static String line(PlanBody plan) {
        return String.join(
                "\t",
                plan.name(),
                plan.templateId(),
                plan.assetId() == null ? orDash(plan.category()) : "单台",
                orDash(plan.grade()),
                RhythmText.of(plan.rhythm(), Locale.CHINA),
                plan.startsOn().toString(),
                plan.endsOn() == null ? "–" : plan.endsOn().toString(),
                plan.purpose().label().zh(),
                orDash(plan.source()));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private Report importRows(String name, List<CsvRow> rows) {
        PlanRows reader = new PlanRows(this::site, this::asset);
        List<Wanted> wanted = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (CsvRow row : rows) {
            CsvRow own = new CsvRow(row.line(), row.cells(), problems);
            Optional<PlanBody> plan = reader.read(own);
            Integer before = lineOf.putIfAbsent(row.text("name"), row.line());
            if (before != null) {
                own.problem("name", "与第 " + before + " 行重名。计划按名称识别，不能重名。");
            }
            plan.map(RoundImportService::fields)
                    .ifPresent(fields -> wanted.add(
                            new Wanted(RecordType.PLAN, "name", Objects.requireNonNull(fields.get("name")), fields)));
        }
        if (rows.isEmpty()) {
            problems.add(new RowProblem(1, "", "文件里没有计划。"));
        }
        return problems.isEmpty() ? write(name, wanted) : refused(name, problems);
    }

    private Optional<UUID> site(String code) {
        return database.read(tx -> ledger.records().ofType(tx, RecordType.SITE)).stream()
                .filter(site -> site.text("code").orElse("").equals(code))
                .map(site -> site.key().id())
                .findFirst();
    }

    private Optional<UUID> asset(String number) {
        return database.read(tx -> ledger.assets().withNumber(tx, number)).stream()
                .map(row -> row.assetId())
                .findFirst();
    }

    private static Map<String, JsonNode> fields(Object body) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        ModelJson.mapper()
                .valueToTree(body)
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static Report refused(String name, List<RowProblem> problems) {
        StringBuilder text = new StringBuilder(name).append("：没有导入，台账没有改动。请改正后重新导入。");
        problems.forEach(problem -> text.append("\n  ").append(problem));
        return new Report(false, text.toString());
    }

    private Report write(String name, List<Wanted> wanted) {
        try {
            int[] counts = database.inTransaction(tx -> write(tx, wanted));
            return new Report(true, name + "：新增 " + counts[0] + "，改动 " + counts[1] + "，不变 " + counts[2] + "。");
        } catch (Refused refused) {
            return refused(name, List.of(new RowProblem(1, "", refused.reason())));
        }
    }

    /** How many were created, changed and left as they were. */
    private int[] write(Tx tx, List<Wanted> wanted) {
        List<Op> ops = new ArrayList<>();
        int[] counts = new int[3];
        for (Wanted one : wanted) {
            Optional<LedgerRecord> known = ledger.records().ofType(tx, one.type()).stream()
                    .filter(record -> one.key().equals(record.fields().get(one.knownBy())))
                    .findFirst();
            Map<String, FieldChange> set =
                    differences(known.map(LedgerRecord::fields).orElse(Map.of()), one.fields());
            counts[known.isEmpty() ? 0 : set.isEmpty() ? 2 : 1]++;
            if (!set.isEmpty()) {
                ops.add(op(one, known, set, ops.size() + 1L));
            }
        }
        for (OpResult result : ops.isEmpty() ? List.<OpResult>of() : ledger.apply(tx, ops, Author.ofSystem())) {
            if (result.status() != OpStatus.APPLIED) {
                throw new Refused(
                        result.problem() == null
                                ? "台账没有接受：与现有内容冲突。"
                                : result.problem().detail());
            }
        }
        return counts;
    }

    private Op op(Wanted one, Optional<LedgerRecord> known, Map<String, FieldChange> set, long seq) {
        Author system = Author.ofSystem();
        return new Op(
                ids.next(),
                seq,
                null,
                new OpKind(one.type() + (known.isEmpty() ? ".create" : ".patch")),
                1,
                one.type(),
                known.map(record -> record.key().id()).orElseGet(ids::next),
                known.map(LedgerRecord::rev).orElse(0L),
                set,
                clock.instant().atOffset(ZoneOffset.UTC),
                0,
                system.user());
    }

    /** What a new edition says differently; what it does not name is taken away, but for what only the ledger knows. */
    private static Map<String, FieldChange> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.remove("import_key");
        names.addAll(after.keySet());
        for (String name : names) {
            JsonNode from = before.get(name);
            JsonNode to = after.get(name);
            if (!Objects.equals(from, to)) {
                changes.put(name, new FieldChange(from, to));
            }
        }
        return changes;
    }
}
