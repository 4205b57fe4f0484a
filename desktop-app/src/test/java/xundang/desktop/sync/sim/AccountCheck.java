package xundang.desktop.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import xundang.desktop.sync.sim.LedgerModel.Clash;
import xundang.desktop.sync.sim.LedgerModel.Effect;
import xundang.desktop.sync.sim.ServerLook.Answered;
import xundang.desktop.sync.sim.ServerLook.Rec;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Every op is accounted for: it arrived once, as it was made, its group with it, and its effect is what the model says. */
final class AccountCheck {
    private final Promises promises;
    private final ServerLook server;
    private final Map<UUID, List<Rec>> conflicts = new HashMap<>();

    AccountCheck(Promises promises, ServerLook server) {
        this.promises = promises;
        this.server = server;
        server.records.forEach((key, rec) -> {
            if (key.type().equals(RecordType.CONFLICT)) {
                conflicts
                        .computeIfAbsent(UUID.fromString(rec.text("op_id")), op -> new ArrayList<>())
                        .add(rec);
            }
        });
    }

    void all(List<SimClient> clients) {
        groups();
        arrivals(clients);
        answers(clients);
        effects();
    }

    /** F: of a group all took effect, or none. */
    private void groups() {
        Map<UUID, Boolean> effective = new HashMap<>();
        promises.content().keySet().forEach(id -> {
            Op op = promises.promised(id).orElseThrow();
            Answered answered = server.ops.get(id);
            if (op.group() != null && answered != null) {
                Boolean other = effective.putIfAbsent(op.group(), answered.effective());
                Violation.unless(
                        other == null || other == answered.effective(),
                        Invariant.F,
                        () -> "group " + op.group() + " was taken in part");
            }
        });
    }

    /** A and B: each promised op has one answer and the content that was promised; no other op has any. */
    private void arrivals(List<SimClient> clients) {
        promises.content().keySet().forEach(id -> {
            Answered answered = server.ops.get(id);
            if (answered == null) {
                boolean refusedHere = clients.stream()
                        .map(client -> promises.outbox(client).get(id))
                        .anyMatch(line -> line != null && line.state().equals("rejected"));
                Violation.unless(refusedHere, Invariant.A, () -> "op " + id + " never came to the server");
                return;
            }
            Violation.unless(
                    promises.sent(id).contains(Promises.withoutNumber(answered.op())),
                    Invariant.B,
                    () -> "op " + id + " came with other content");
        });
        server.ops.forEach((id, answered) -> Violation.unless(
                answered.system() || promises.made(id), Invariant.B, () -> "op " + id + " was made by no laptop"));
    }

    /** D: the laptop says of each op what the server says, and nothing waits for ever. */
    private void answers(List<SimClient> clients) {
        Map<UUID, String> wrong = new LinkedHashMap<>();
        Set<UUID> right = new HashSet<>();
        for (SimClient client : clients) {
            promises.outbox(client).forEach((id, line) -> {
                if (agrees(id, line)) {
                    right.add(id);
                } else {
                    Answered answered = server.ops.get(id);
                    wrong.put(
                            id,
                            client + " shows " + line.state() + " for op " + id + ", the server says "
                                    + (answered == null ? "nothing" : answered.status()));
                }
            });
        }
        // A copied disk may keep an answer from before the server was put back; then the other copy has the later one.
        wrong.keySet().removeAll(right);
        Violation.unless(wrong.isEmpty(), Invariant.D, () -> String.join("; ", wrong.values()));
    }

    private boolean agrees(UUID id, Promises.Line line) {
        Answered answered = server.ops.get(id);
        boolean refused = line.state().equals("rejected");
        if (answered == null) {
            return refused;
        }
        boolean refusedAsOther = refused && promises.sent(id).size() > 1;
        return refusedAsOther || line.state().equals(shown(answered.status()));
    }

    private static String shown(OpStatus status) {
        return switch (status) {
            case APPLIED, MERGED, NOOP -> "applied";
            case CONFLICT -> "conflict";
            case REJECTED -> "rejected";
            case HELD -> "held";
        };
    }

    /** The model, given the same ops in the same order, has the same records and the same conflicts. */
    private void effects() {
        LedgerModel model = new LedgerModel();
        for (Answered answered : server.ops.values()) {
            if (answered.effective()) {
                effect(model, answered);
            }
        }
        model.entries().forEach((key, entry) -> {
            if (!entry.decided) {
                same(key, entry);
            }
        });
        server.records
                .keySet()
                .forEach(key -> Violation.unless(
                        key.type().equals(RecordType.CONFLICT)
                                || model.entries().containsKey(key),
                        Invariant.B,
                        () -> "no op made " + key));
    }

    private void effect(LedgerModel model, Answered answered) {
        Op op = answered.op();
        // The one that the op resolves; when the ledger has moved on since, it stays open.
        Rec conflict = op.recType().equals(RecordType.CONFLICT) ? server.records.get(op.key()) : null;
        List<Rec> opened = conflicts.getOrDefault(op.opId(), List.of());
        boolean ruled = opened.stream().anyMatch(rec -> rec.text("kind").equals("rule"));
        boolean duplicate = opened.stream().anyMatch(rec -> rec.text("kind").equals("duplicate"));
        Effect effect = model.apply(op, conflict == null ? null : conflict.fields(), ruled);
        for (Clash clash : effect.clashes()) {
            Violation.unless(
                    opened.stream().anyMatch(rec -> keeps(rec, clash)),
                    Invariant.D,
                    () -> "the conflict about " + clash.field() + " of " + clash.record() + " (op " + clash.op()
                            + ") is nowhere");
        }
        Violation.unless(
                effect.allowed().contains(answered.status())
                        || ((ruled || duplicate) && answered.status() == OpStatus.CONFLICT),
                Invariant.B,
                () -> "op " + op.opId() + " was answered " + answered.status() + ", the model says "
                        + effect.allowed());
        Violation.unless(
                answered.status() != OpStatus.CONFLICT || !opened.isEmpty() || conflict != null,
                Invariant.D,
                () -> "op " + op.opId() + " is in conflict and no conflict is to be seen");
    }

    private static boolean keeps(Rec conflict, Clash clash) {
        return conflict.text("rec_id").equals(clash.record().id().toString())
                && conflict.text("field").equals(clash.field())
                && (clash.client() == null || LedgerModel.same(conflict.fields().get("client"), clash.client()));
    }

    private void same(RecordKey key, LedgerModel.Entry entry) {
        Rec rec = server.records.get(key);
        Violation.unless(rec != null, Invariant.A, () -> key + " is not in the ledger");
        Violation.unless(
                rec.deleted() == entry.deleted,
                Invariant.A,
                () -> key + (rec.deleted() ? " is deleted" : " is not deleted"));
        Differences.none(entry.fields, rec.fields(), Invariant.A, () -> "ledger, " + key);
        boolean asset = key.type().equals(RecordType.ASSET);
        Violation.unless(
                !asset || rec.rev() == entry.rev,
                Invariant.B,
                () -> key + " was written " + rec.rev() + " times, should be " + entry.rev);
    }
}
