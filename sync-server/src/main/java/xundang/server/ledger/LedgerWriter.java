package xundang.server.ledger;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xundang.model.id.IdSource;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;

/** The path of every change: op by op or group by group under a savepoint, then numbers for the feed, then the audit chain. */
final class LedgerWriter {
    private static final int MAX_GROUP = 100;

    private final RecordDao records;
    private final RecordWriter writer;
    private final OpApplier applier;
    private final DuplicateNumbers duplicates;
    private final AuditTrail audit;
    private final IdSource ids;
    private final InstantSource clock;
    private final OpLogDao log = new OpLogDao();
    private final ChangeLogDao changes = new ChangeLogDao();

    LedgerWriter(
            RecordDao records,
            RecordWriter writer,
            OpApplier applier,
            DuplicateNumbers duplicates,
            AuditTrail audit,
            IdSource ids,
            InstantSource clock) {
        this.records = records;
        this.writer = writer;
        this.duplicates = duplicates;
        this.applier = applier;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<OpResult> apply(Tx tx, List<IncomingOp> ops, Author author) {
        Batch batch = lock(tx, ops);
        Map<UUID, OpLogDao.Answered> known =
                log.find(tx, ops.stream().map(IncomingOp::opId).toList());
        List<OpResult> results = new ArrayList<>();
        for (List<IncomingOp> unit : units(ops)) {
            results.addAll(applyUnit(tx, unit, known, author, batch));
        }
        flush(tx, batch);
        number(tx, batch);
        audit.append(tx, batch.audit());
        return results;
    }

    /** Tries ops again that were held. What is still not understood, or refused now, stays held; its results say why. */
    List<OpResult> retry(Tx tx, List<IncomingOp> ops, Author author) {
        Batch batch = lock(tx, ops);
        List<OpResult> results = new ArrayList<>();
        for (List<IncomingOp> unit : units(ops)) {
            Map<UUID, OpResult> answers = attempt(tx, unit, author, batch);
            for (IncomingOp op : unit) {
                OpResult result = Objects.requireNonNull(answers.get(op.opId()));
                results.add(result);
                if (result.status() != OpStatus.HELD && result.status() != OpStatus.REJECTED) {
                    log.answerAgain(tx, op, aboutOf(tx, op, batch), result);
                    batch.audit(entry(op, author, result.status().name().toLowerCase(Locale.ROOT)));
                }
            }
        }
        flush(tx, batch);
        number(tx, batch);
        audit.append(tx, batch.audit());
        return results;
    }

    /** In one order everywhere, so that two writers cannot wait for each other: records by type and id, then numbers. */
    private Batch lock(Tx tx, List<IncomingOp> incoming) {
        List<Op> ops = incoming.stream().flatMap(op -> op.op().stream()).toList();
        Set<RecordKey> keys = new HashSet<>();
        for (Op op : ops) {
            keys.add(op.key());
            if (op.recType().equals(RecordType.CONFLICT)) {
                records.find(tx, op.key()).map(LedgerWriter::subjectOf).ifPresent(keys::add);
            }
            // An object must not move or end while something is being added to it.
            assetOf(op).ifPresent(keys::add);
            AddendumRules.inspectionOf(op).ifPresent(keys::add);
        }
        Batch batch = Batch.of(records.lock(tx, keys));
        duplicates.lock(tx, ops);
        return batch;
    }

    private static Optional<RecordKey> assetOf(Op op) {
        return Optional.ofNullable(op.set().get("asset_id"))
                .map(FieldChange::to)
                .flatMap(id -> RecordRules.uuid(Map.of("id", id), "id"))
                .map(id -> new RecordKey(RecordType.ASSET, id));
    }

    /** Writes what waits. Never within a unit: with the unit it would be undone. */
    private void flush(Tx tx, Batch batch) {
        writer.insertWaiting(tx, batch.inserts());
        log.insert(tx, batch.answers());
        batch.flushed();
    }

    /**
     * Whether the unit only adds records that never change to objects that are there: nothing that it does then looks into the tables for
     * what this transaction has written, so that its rows can be written together with those of others. That is nearly all that laptops
     * send. An addendum is compared with those before it, and so is not among them.
     */
    private static boolean onlyAdds(List<IncomingOp> unit, Batch batch) {
        return unit.stream()
                .allMatch(op -> op.op()
                        .filter(read -> RecordRules.appendOnly(read.recType()))
                        .filter(read -> !read.recType().equals(RecordType.INSPECTION_ADDENDUM))
                        .filter(read -> batch.knows(read.key())
                                && batch.known(read.key()).isEmpty())
                        .flatMap(LedgerWriter::assetOf)
                        .flatMap(batch::known)
                        .filter(asset -> !asset.deleted())
                        .isPresent());
    }

    /** The record that a conflict is about; a conflict never changes its subject. */
    private static RecordKey subjectOf(LedgerRecord conflict) {
        return new RecordKey(
                new RecordType(conflict.text("rec_type").orElseThrow()),
                UUID.fromString(conflict.text("rec_id").orElseThrow()));
    }

    private @Nullable UUID aboutOf(Tx tx, IncomingOp op, Batch batch) {
        return op.op()
                .filter(read -> read.recType().equals(RecordType.CONFLICT))
                .flatMap(read -> records.find(tx, read.key(), batch))
                .map(conflict -> subjectOf(conflict).id())
                .orElse(null);
    }

    /** Single ops, and runs of neighbours that share a group. */
    private static List<List<IncomingOp>> units(List<IncomingOp> ops) {
        List<List<IncomingOp>> units = new ArrayList<>();
        String group = null;
        for (IncomingOp op : ops) {
            if (op.group() == null || !op.group().equals(group)) {
                units.add(new ArrayList<>());
            }
            units.getLast().add(op);
            group = op.group();
        }
        return units;
    }

    private List<OpResult> applyUnit(
            Tx tx, List<IncomingOp> unit, Map<UUID, OpLogDao.Answered> known, Author author, Batch batch) {
        Map<UUID, OpResult> answers = new LinkedHashMap<>();
        List<IncomingOp> fresh = new ArrayList<>();
        for (IncomingOp op : unit) {
            OpLogDao.Answered before = known.get(op.opId());
            if (before == null) {
                fresh.add(op);
            } else if (before.contentSha256().equals(op.contentSha256())) {
                answers.put(op.opId(), numbered(before.result(), op.opSeq()));
            } else {
                answers.put(op.opId(), mismatch(op, author, batch));
            }
        }
        Map<UUID, OpResult> results = fresh.isEmpty() ? Map.of() : attempt(tx, fresh, author, batch);
        for (IncomingOp op : fresh) {
            OpResult result = Objects.requireNonNull(results.get(op.opId()));
            record(tx, op, author, result, batch);
            known.put(op.opId(), new OpLogDao.Answered(op.contentSha256(), result));
        }
        answers.putAll(results);
        return unit.stream().map(op -> answers.get(op.opId())).toList();
    }

    /** Applies a unit whole or not at all; keeps nothing about the ops themselves. */
    private Map<UUID, OpResult> attempt(Tx tx, List<IncomingOp> unit, Author author, Batch batch) {
        Map<UUID, OpResult> results = new LinkedHashMap<>();
        boolean later = onlyAdds(unit, batch);
        if (!later) {
            flush(tx, batch);
        }
        Batch own = batch.unit(later);
        List<IncomingOp> begun = new ArrayList<>();
        try {
            if (unit.size() > MAX_GROUP) {
                throw OpRefusal.invalid("一组操作超过 " + MAX_GROUP + " 项。");
            }
            Runnable work = () -> {
                for (IncomingOp op : unit) {
                    begun.add(op);
                    OpApplier.Outcome done = applier.apply(tx, op, author, own);
                    results.put(
                            op.opId(), new OpResult(op.opSeq(), done.status(), done.rev(), done.conflictIds(), null));
                }
            };
            if (later) {
                // Nothing of it is in the tables before the flush: dropping its batch undoes it.
                work.run();
            } else {
                tx.savepoint(work);
            }
            batch.addAll(own);
        } catch (OpRefusal refusal) {
            IncomingOp culprit = begun.isEmpty() ? unit.getFirst() : begun.getLast();
            results.clear();
            unit.forEach(op -> results.put(op.opId(), refused(op, op.equals(culprit), refusal)));
        }
        return results;
    }

    private static OpResult refused(IncomingOp op, boolean culprit, OpRefusal refusal) {
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

    private void record(Tx tx, IncomingOp op, Author author, OpResult result, Batch batch) {
        OffsetDateTime at = now();
        batch.answered(new OpLogDao.Answer(op, aboutOf(tx, op, batch), author, result, at));
        if (result.status() == OpStatus.HELD) {
            log.hold(tx, op, author, at);
        }
        batch.audit(entry(op, author, result.status().name().toLowerCase(Locale.ROOT)));
    }

    private static OpResult mismatch(IncomingOp op, Author author, Batch batch) {
        batch.audit(entry(op, author, "op_mismatch"));
        Problem problem = OpRefusal.rejected(
                        "op-mismatch",
                        "E-OP-411",
                        "Same id, other content",
                        "这个操作编号以前用过，内容却不同。先前的内容有效，这一项没有保存到台账，本机上仍保留。请联系管理员。")
                .problem();
        return new OpResult(op.opSeq(), OpStatus.REJECTED, 0, List.of(), problem);
    }

    private static AuditEntry entry(IncomingOp op, Author author, String outcome) {
        Optional<Op> read = op.op();
        return new AuditEntry(
                author.user().value(),
                author.device().value(),
                read.map(it -> it.kind().name()).orElse("op.unread"),
                read.map(it -> it.recType().name()).orElse("op"),
                read.map(Op::recId).orElse(op.opId()).toString(),
                outcome,
                op.contentSha256());
    }

    /** Must be the last step but the audit: from here on every other writer waits. */
    private void number(Tx tx, Batch batch) {
        if (batch.changes().isEmpty()) {
            return;
        }
        long seq = changes.lockHead(tx);
        changes.commit(tx, changes.number(tx, batch, seq), ids.next(), now());
    }

    private static OpResult numbered(OpResult result, long opSeq) {
        return new OpResult(opSeq, result.status(), result.rev(), result.conflictIds(), result.problem());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
