package xundang.desktop.sync.sim;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.model.json.ModelJson;
import xundang.model.sync.Op;

/** What laptops have promised their people: every op that was seen in an outbox, and how each outbox looked last. */
final class Promises {
    private static final Set<String> OPEN = Set.of("pending", "frozen");
    private static final Set<String> SETTLED = Set.of("applied");
    private static final Set<String> KEPT_BY_SERVER = Set.of("applied", "conflict", "held");

    private final Map<UUID, String> content = new LinkedHashMap<>();
    private final Set<UUID> made = new HashSet<>();
    private final Map<UUID, Set<Op>> sent = new HashMap<>();
    private final Map<SimClient, Map<UUID, Line>> outboxes = new HashMap<>();

    /** One op in an outbox. */
    record Line(String state, String body, boolean explained) {
        boolean open() {
            return OPEN.contains(state);
        }
    }

    /** Ids and contents of the ops that must still be accounted for. */
    Map<UUID, String> content() {
        return content;
    }

    /** Whether any laptop has ever made an op of that id. */
    boolean made(UUID op) {
        return made.contains(op);
    }

    Map<UUID, Line> outbox(SimClient client) {
        return outboxes.getOrDefault(client, Map.of());
    }

    /** After a save that was acknowledged: each op is in the outbox, or was taken into an earlier one and shows. */
    void acknowledged(SimClient client, List<OutboxOp> ops) {
        look(client);
        Map<UUID, Line> outbox = outbox(client);
        for (OutboxOp op : ops) {
            boolean kept = outbox.containsKey(op.opId())
                    || op.set().entrySet().stream()
                            .allMatch(e -> LedgerModel.same(
                                    client.fields(op.key()).get(e.getKey()),
                                    e.getValue().to()));
            Violation.unless(kept, Invariant.A, () -> client + " acknowledged " + op.opId() + " and does not hold it");
        }
    }

    /** Looks into an outbox and compares it with the last look. What is settled may have left it. */
    void look(SimClient client) {
        look(client, SETTLED);
    }

    /** As {@link #look}, after the database was lost: the journal does not bring back what the server keeps itself. */
    void lookAfterLoss(SimClient client) {
        look(client, KEPT_BY_SERVER);
    }

    private void look(SimClient client, Set<String> mayGo) {
        Map<UUID, Line> now = read(client);
        Map<UUID, Line> before = outbox(client);
        before.forEach((op, line) -> {
            Line after = now.get(op);
            if (after == null && takenIn(line, now.values())) {
                content.remove(op);
            } else if (after == null) {
                Violation.unless(!line.open(), Invariant.J, () -> client + " erased " + line.state() + " op " + op);
                Violation.unless(
                        mayGo.contains(line.state()),
                        Invariant.D,
                        () -> client + " forgot " + line.state() + " op " + op);
            } else {
                Violation.unless(
                        line.state().equals("pending") || line.body().equals(after.body()),
                        Invariant.B,
                        () -> client + " changed numbered op " + op);
            }
        });
        now.forEach((op, line) -> {
            Violation.unless(
                    line.explained()
                            || !(line.state().equals("rejected") || line.state().equals("held")),
                    Invariant.D,
                    () -> client + " gives no reason for " + line.state() + " op " + op);
            made.add(op);
            if (!before.containsKey(op) || line.state().equals("pending")) {
                content.put(op, line.body());
            }
        });
        outboxes.put(client, now);
    }

    /** An op without a number may have become part of a later one about the same record: then all its fields are in that. */
    private static boolean takenIn(Line gone, Collection<Line> now) {
        if (!gone.state().equals("pending")) {
            return false;
        }
        Op op = parse(gone.body());
        return now.stream()
                .filter(Line::open)
                .map(line -> parse(line.body()))
                .anyMatch(later -> later.key().equals(op.key())
                        && later.kind().equals(op.kind())
                        && op.set().entrySet().stream()
                                .allMatch(e -> later.set().containsKey(e.getKey())
                                        && LedgerModel.same(
                                                e.getValue().from(),
                                                later.set().get(e.getKey()).from())));
    }

    private static Map<UUID, Line> read(SimClient client) {
        Map<UUID, Line> lines = new LinkedHashMap<>();
        for (List<Object> row :
                client.storage.tables().rows("select op_id, state, body, problem from outbox order by local_id")) {
            lines.put((UUID) row.get(0), new Line((String) row.get(1), (String) row.get(2), row.get(3) != null));
        }
        client.storage.tables().end();
        return lines;
    }

    /** An op leaves a laptop: as it stands in the outbox, where it cannot change any more. */
    void sent(SimClient client, Op op) {
        Op plain = withoutNumber(op);
        Line line = outbox(client).get(op.opId());
        Violation.unless(
                line != null && plain.equals(parse(line.body())),
                Invariant.B,
                () -> client + " sent op " + op.opId() + " with other content than it keeps");
        sent.computeIfAbsent(op.opId(), id -> new HashSet<>()).add(plain);
    }

    /**
     * Contents under which laptops sent an op. More than one only when the disk of a laptop was copied or put back before the op had a number,
     * and it went on differently here and there: the server takes the first and refuses the others, visibly.
     */
    Set<Op> sent(UUID op) {
        return sent.getOrDefault(op, Set.of());
    }

    /** The disk of a laptop was put back: what nobody holds any more is lost with it, and nobody can be blamed. */
    void afterDisaster(List<SimClient> clients, Set<UUID> atServer, SimClient restored) {
        outboxes.remove(restored);
        afterDisaster(clients, atServer);
    }

    void afterDisaster(List<SimClient> clients, Set<UUID> atServer) {
        clients.forEach(this::look);
        Set<UUID> held = new HashSet<>(atServer);
        clients.forEach(client -> held.addAll(outbox(client).keySet()));
        content.keySet().retainAll(held);
    }

    Optional<Op> promised(UUID op) {
        return Optional.ofNullable(content.get(op)).map(Promises::parse);
    }

    private static Op parse(String body) {
        return withoutNumber(ModelJson.mapper().readValue(body, Op.class));
    }

    static Op withoutNumber(Op op) {
        return new Op(
                op.opId(),
                0,
                op.group(),
                op.kind(),
                op.v(),
                op.recType(),
                op.recId(),
                op.baseRev(),
                op.set(),
                op.at(),
                op.clockOffsetMs(),
                op.userId());
    }
}
