package xundang.server.importing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordType;
import xundang.server.ledger.Author;
import xundang.server.ledger.LedgerService;
import xundang.server.ledger.RecordDao;
import xundang.server.platform.db.Tx;

/** Turns one file's plan into ops within one transaction. Used once. */
final class PlanWriter {
    /** Ends the transaction: the ledger does not take one of the records, so none is taken. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RowProblem problem;

        Refused(RowProblem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }

        RowProblem problem() {
            return problem;
        }
    }

    private final Tx tx;
    private final LedgerService ledger;
    private final OffsetDateTime at;
    private final IdSource ids;
    private final Author author = Author.ofSystem();
    private final ImportDao dao = new ImportDao();
    private final String sourceName;
    private final Map<String, UUID> idByKey = new HashMap<>();
    private final Map<RecordType, FileReport.Counts> counts = new LinkedHashMap<>();
    private final List<Op> ops = new ArrayList<>();
    private final List<PlannedRecord> ofOp = new ArrayList<>();

    /** @param sourceName by which later editions of the same file are known */
    PlanWriter(Tx tx, LedgerService ledger, Instant at, IdSource ids, String sourceName) {
        this.tx = tx;
        this.ledger = ledger;
        this.at = at.atOffset(ZoneOffset.UTC);
        this.ids = ids;
        this.sourceName = sourceName;
    }

    /** Throws {@link Refused} when the ledger refuses a record. */
    FileReport write(String name, String kind, List<PlannedRecord> plan) {
        NumberSeries numbers = new NumberSeries(tx, dao);
        for (PlannedRecord planned : plan) {
            FileReport.Counts one = write(planned, numbers);
            counts.merge(planned.type(), one, FileReport.Counts::plus);
        }
        numbers.save();
        int conflicts = ops.isEmpty() ? 0 : applyOps();
        return new FileReport(name, kind, counts, conflicts, gone(plan), List.of());
    }

    /** Objects and projects that this file named last time and does not name now. */
    private List<String> gone(List<PlannedRecord> plan) {
        Map<String, String> before = new LinkedHashMap<>(dao.keysOf(tx, sourceName, RecordType.ASSET));
        before.putAll(dao.keysOf(tx, sourceName, RecordType.PROJECT));
        plan.forEach(planned -> before.remove(planned.importKey()));
        return before.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    private FileReport.Counts write(PlannedRecord planned, NumberSeries numbers) {
        Map<String, JsonNode> fields = withRefs(planned);
        Optional<ImportDao.Item> known = dao.find(tx, planned.importKey());
        if (known.isEmpty()) {
            create(planned, fields, numbers);
            return new FileReport.Counts(1, 0, 0);
        }
        UUID id = known.get().recordId();
        idByKey.put(planned.importKey(), id);
        Map<String, FieldChange> changes = differences(known.get().fields(), fields);
        // A site, or a plan, belongs to the administrator once it exists; several files may name a site.
        boolean settled =
                planned.type().equals(RecordType.SITE) || planned.type().equals(RecordType.PLAN);
        if (changes.isEmpty() || settled) {
            if (!known.get().sourceName().equals(sourceName)) {
                dao.update(tx, planned, new ImportDao.Item(id, known.get().fields(), sourceName));
            }
            return new FileReport.Counts(0, 1, 0);
        }
        dao.update(tx, planned, new ImportDao.Item(id, fields, sourceName));
        addOp(planned, planned.patch(), id, changes);
        return new FileReport.Counts(0, 0, 1);
    }

    private void create(PlannedRecord planned, Map<String, JsonNode> fields, NumberSeries numbers) {
        UUID id = ids.next();
        idByKey.put(planned.importKey(), id);
        dao.insert(tx, planned, new ImportDao.Item(id, fields, sourceName));
        Map<String, FieldChange> set = new LinkedHashMap<>();
        PlannedRecord.Numbering numbering = planned.numbering();
        if (numbering != null) {
            String number = numbers.next(numbering.prefix()).text();
            set.put(numbering.field(), new FieldChange(null, StringNode.valueOf(number)));
        }
        fields.forEach((field, value) -> set.put(field, new FieldChange(null, value)));
        addOp(planned, planned.create(), id, set);
    }

    /** The planned fields as they look after storage, so that they compare equal to what was stored. */
    private Map<String, JsonNode> withRefs(PlannedRecord planned) {
        Map<String, JsonNode> fields = new LinkedHashMap<>(planned.fields());
        planned.refs().forEach((field, key) -> {
            UUID id = Objects.requireNonNull(idByKey.get(key), "the plan names a record before it makes it");
            fields.put(field, StringNode.valueOf(id.toString()));
        });
        return RecordDao.fields(ModelJson.mapper().writeValueAsString(fields));
    }

    private static Map<String, FieldChange> differences(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            @Nullable JsonNode from = before.get(name);
            @Nullable JsonNode to = after.get(name);
            if (!Objects.equals(from, to)) {
                changes.put(name, new FieldChange(from, to));
            }
        }
        return changes;
    }

    private void addOp(PlannedRecord planned, OpKind kind, UUID id, Map<String, FieldChange> set) {
        long seq = ops.size() + 1L;
        ops.add(new Op(ids.next(), seq, null, kind, 1, planned.type(), id, 0, set, at, 0, author.user()));
        ofOp.add(planned);
    }

    private int applyOps() {
        List<OpResult> results = ledger.apply(tx, ops, author);
        int conflicts = 0;
        for (int i = 0; i < results.size(); i++) {
            OpResult result = results.get(i);
            if (result.status() == OpStatus.REJECTED || result.status() == OpStatus.HELD) {
                Problem problem = result.problem();
                String detail = problem == null ? "台账没有接受这条记录。" : problem.detail();
                throw new Refused(new RowProblem(ofOp.get(i).line(), "", detail));
            }
            conflicts += result.conflictIds().size();
        }
        return conflicts;
    }
}
