package xundang.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AttributeProblem;
import xundang.model.asset.CategoryCatalog;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.round.DefaultPlans;
import xundang.model.round.Period;
import xundang.model.sync.RecordType;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.ServerDatabase;

/**
 * Imports ledger files (导入台账). One file is one transaction: all of its rows or none. The same file again changes nothing, and a changed
 * file changes only what differs from its last import; where a person has changed the same field meanwhile, both values are kept as a
 * conflict.
 */
public final class LedgerImportService {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerImportService.class);

    private static final int MAX_NAME = 200;
    private static final List<String> DEMO = List.of("ups.csv", "meeting-room-212.csv", "video-projects.csv");

    private final ServerDatabase database;
    private final LedgerService ledger;
    private final InstantSource clock;
    private final IdSource ids;

    public LedgerImportService(ServerDatabase database, LedgerService ledger, InstantSource clock, IdSource ids) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** Imports one CSV file. Never throws for bad content: the report says what is wrong, by row and column. */
    public FileReport importFile(String name, byte[] content) {
        CsvTable table = CsvTable.read(content);
        Optional<SourceFile> kind = SourceFile.recognise(table.header());
        if (kind.isEmpty()) {
            List<RowProblem> problems = new ArrayList<>(table.problems());
            problems.add(new RowProblem(1, "", "认不出这个文件：表头不是 UPS 主机清单、会议室设备清单或视频项目统计的表头。"));
            return FileReport.refused(name, "", problems);
        }
        List<PlannedRecord> plan = kind.get().plan(table);
        return importPlan(name, kind.get().label(), plan, table.problems());
    }

    /** Imports the demonstration ledger that comes with the program. */
    public List<FileReport> importDemo() {
        return DEMO.stream().map(name -> importFile(name, demo(name))).toList();
    }

    private static byte[] demo(String name) {
        try (InputStream in = LedgerImportService.class.getResourceAsStream("demo-ledger/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the demonstration cameras (示例), or finds that they are there. */
    public FileReport importSamples() {
        return importPlan("示例数据", "示例摄像机", SampleCameras.plan(), List.of());
    }

    /** Adds the inspection plans that come with the program, from today on; those that were made before, even if deleted since, stay. */
    public FileReport importDefaultPlans() {
        List<PlannedRecord> plan = new ArrayList<>();
        for (DefaultPlans.Named named : DefaultPlans.startingOn(Period.dayOf(clock.instant()))) {
            String key = "plan/default/" + named.key();
            RecordFields fields = new RecordFields().text("import_key", key);
            ModelJson.mapper()
                    .valueToTree(named.body())
                    .properties()
                    .forEach(field -> fields.json(field.getKey(), field.getValue()));
            plan.add(new PlannedRecord(0, RecordType.PLAN, key, null, fields.done(), Map.of()));
        }
        return importPlan("默认计划", "默认巡检计划", plan, List.of());
    }

    private FileReport importPlan(String name, String kind, List<PlannedRecord> plan, List<RowProblem> found) {
        List<RowProblem> problems = new ArrayList<>(found);
        plan.stream()
                .filter(planned -> planned.type().equals(RecordType.ASSET))
                .map(LedgerImportService::againstCatalog)
                .forEach(problems::addAll);
        problems.addAll(namedTwice(plan));
        if (!problems.isEmpty()) {
            return FileReport.refused(name, kind, problems);
        }
        try {
            FileReport report = database.inTransaction(tx ->
                    new PlanWriter(tx, ledger, clock.instant(), ids, sourceName(name, kind)).write(name, kind, plan));
            LOG.info("import done, {} records planned", plan.size());
            return report;
        } catch (PlanWriter.Refused refused) {
            return FileReport.refused(name, kind, List.of(refused.problem()));
        }
    }

    /** The same file from wherever it is kept. */
    private static String sourceName(String name, String kind) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return kind + "/" + file.substring(Math.max(0, file.length() - MAX_NAME));
    }

    /** Two rows that name the same place in the sources would be one object, and the second would replace the first. */
    private static List<RowProblem> namedTwice(List<PlannedRecord> plan) {
        Map<String, Integer> lineOf = new HashMap<>();
        Map<Integer, RowProblem> problems = new TreeMap<>();
        for (PlannedRecord planned : plan) {
            Integer before = lineOf.putIfAbsent(planned.importKey(), planned.line());
            if (before != null) {
                problems.putIfAbsent(
                        planned.line(),
                        new RowProblem(planned.line(), "", "与第 " + before + " 行写的是同一个来源文件的同一行，无法分辨两件设备。请核对来源文件和行号。"));
            }
        }
        return List.copyOf(problems.values());
    }

    private static List<RowProblem> againstCatalog(PlannedRecord planned) {
        CategoryCatalog catalog = CategoryCatalog.bundled();
        JsonNode named = planned.fields().get("category");
        String category = named == null ? "" : named.stringValue();
        List<RowProblem> problems = new ArrayList<>();
        for (AttributeProblem problem : catalog.check(category, planned.fields())) {
            String column = catalog.attribute(category, problem.field())
                    .map(def -> def.label().zh())
                    .orElse(problem.field());
            problems.add(new RowProblem(planned.line(), column, problem.in(Locale.CHINA)));
        }
        return problems;
    }
}
