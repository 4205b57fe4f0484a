package xundang.server.ledger;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.id.IdSource;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.server.platform.db.Tx;

/** The path of every change: op by op or group by group under a savepoint, then numbers for the feed, then the audit chain. */
final class LedgerWriter {
    private static final int MAX_GROUP = 100;

    private final RecordDao records;
    private final OpApplier applier;
    private final AuditTrail audit;
    private final IdSource ids;
    private final InstantSource clock;
    private final OpLogDao log = new OpLogDao();
    private final ChangeLogDao changes = new ChangeLogDao();
    private final Upcaster upcaster = new Upcaster();

    LedgerWriter(RecordDao records, OpApplier applier, AuditTrail audit, IdSource ids, InstantSource clock) {
        this.records = records;
        this.applier = applier;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<OpResult> apply(Tx tx, List<Op> ops, Author author) {
        Batch batch = new Batch();
        records.lock(tx, ops.stream().map(Op::key).toList());
        List<OpResult> results = new ArrayList<>();
        for (List<Op> unit : units(ops)) {
            results.addAll(applyUnit(tx, unit, author, batch));
        }
        number(tx, batch);
        audit.append(tx, batch.audit());
        return results;
    }

    /** Single ops, and runs of neighbours that share a group. */
    private static List<List<Op>> units(List<Op> ops) {
        List<List<Op>> units = new ArrayList<>();
        UUID group = null;
        for (Op op : ops) {
            if (op.group() == null || !op.group().equals(group)) {
                units.add(new ArrayList<>());
            }
            units.getLast().add(op);
            group = op.group();
        }
        return units;
    }

    private List<OpResult> applyUnit(Tx tx, List<Op> unit, Author author, Batch batch) {
        Map<Op, OpResult> answers = new LinkedHashMap<>();
        List<Op> fresh = new ArrayList<>();
        for (Op op : unit) {
            Optional<OpLogDao.Answered> known = log.find(tx, op.opId());
            if (known.isEmpty()) {
                fresh.add(op);
            } else if (known.get().contentSha256().equals(contentSha256(op))) {
                answers.put(op, numbered(known.get().result(), op.opSeq()));
            } else {
                answers.put(op, mismatch(op, author, batch));
            }
        }
        if (!fresh.isEmpty()) {
            answers.putAll(applyFresh(tx, fresh, author, batch));
        }
        return unit.stream().map(answers::get).toList();
    }

    private Map<Op, OpResult> applyFresh(Tx tx, List<Op> unit, Author author, Batch batch) {
        Map<Op, OpResult> results = new LinkedHashMap<>();
        Batch own = new Batch();
        List<Op> begun = new ArrayList<>();
        try {
            if (unit.size() > MAX_GROUP) {
                throw OpRefusal.invalid("一组操作超过 " + MAX_GROUP + " 项。");
            }
            tx.savepoint(() -> {
                for (Op op : unit) {
                    begun.add(op);
                    Op current = upcaster.upcast(op).orElseThrow(OpRefusal::held);
                    OpApplier.Outcome done = applier.apply(tx, current, author, own);
                    results.put(op, new OpResult(op.opSeq(), done.status(), done.rev(), done.conflictIds(), null));
                }
            });
            batch.addAll(own);
        } catch (OpRefusal refusal) {
            Op culprit = begun.isEmpty() ? unit.getFirst() : begun.getLast();
            results.clear();
            unit.forEach(op -> results.put(op, refused(op, op.equals(culprit), refusal)));
        }
        results.forEach((op, result) -> record(tx, op, author, result, batch));
        return results;
    }

    private static OpResult refused(Op op, boolean culprit, OpRefusal refusal) {
        Problem problem = culprit || refusal.status() == OpStatus.HELD
                ? refusal.problem()
                : OpRefusal.rejected(
                                "group-refused",
                                "E-OP-424",
                                "Group refused",
                                "同一次提交中的另一项没有通过，这一项也没有保存到台账。本机上仍保留。请改正后重新提交。")
                        .problem();
        return new OpResult(op.opSeq(), refusal.status(), 0, List.of(), problem);
    }

    private void record(Tx tx, Op op, Author author, OpResult result, Batch batch) {
        OffsetDateTime at = now();
        String sha256 = contentSha256(op);
        log.insert(tx, op, author, sha256, result, at);
        if (result.status() == OpStatus.HELD) {
            log.hold(tx, op, author, at);
        }
        batch.audit(entry(op, author, result.status().name().toLowerCase(Locale.ROOT), sha256));
    }

    private OpResult mismatch(Op op, Author author, Batch batch) {
        batch.audit(entry(op, author, "op_mismatch", contentSha256(op)));
        Problem problem = OpRefusal.rejected(
                        "op-mismatch",
                        "E-OP-411",
                        "Same id, other content",
                        "这个操作编号以前用过，内容却不同。先前的内容有效，这一项没有保存到台账，本机上仍保留。请联系管理员。")
                .problem();
        return new OpResult(op.opSeq(), OpStatus.REJECTED, 0, List.of(), problem);
    }

    private static AuditEntry entry(Op op, Author author, String outcome, String sha256) {
        return new AuditEntry(
                author.user().value(),
                author.device().value(),
                op.kind().name(),
                op.recType().name(),
                op.recId().toString(),
                outcome,
                sha256);
    }

    /** Must be the last step but the audit: from here on every other writer waits. */
    private void number(Tx tx, Batch batch) {
        if (batch.changes().isEmpty()) {
            return;
        }
        long seq = changes.lockHead(tx);
        for (Map.Entry<Batch.Place, String> change : batch.changes().entrySet()) {
            seq++;
            changes.number(tx, change.getKey().scope(), change.getKey().key(), change.getValue(), seq);
        }
        changes.commit(tx, seq, ids.next(), now());
    }

    /** Hash of what the author meant; the number is left out, because a rebuilt laptop sends the same op under another one. */
    private static String contentSha256(Op op) {
        ObjectNode node = ModelJson.mapper().valueToTree(op);
        node.remove("opSeq");
        return JsonValues.sha256(node);
    }

    private static OpResult numbered(OpResult result, long opSeq) {
        return new OpResult(opSeq, result.status(), result.rev(), result.conflictIds(), result.problem());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
