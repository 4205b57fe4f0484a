package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.model.account.Role;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.PushRequest;
import xundang.model.sync.PushResponse;
import xundang.model.sync.RecordType;
import xundang.model.sync.SnapshotPage;
import xundang.server.ledger.Scopes;

/** The checks can fail: the same ordinary day passes with the product as it is and is caught with each of these parts broken. */
class BrokenVariantsTest {
    @TempDir
    Path folder;

    /** A broken product and the invariant under which the oracle must report it. */
    record Broken(String what, Invariant caughtAs, Sabotage sabotage) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Broken> variants() {
        return Stream.of(
                new Broken("the server answers before anything is kept", Invariant.A, afterPush((server, op) -> {
                    server.tables.change("delete from op_result where op_id = ?", op.opId());
                })),
                new Broken("an op is sent again with new content", Invariant.B, new NewContent()),
                new Broken("an op is applied again because its id is not looked up", Invariant.B, new Twice()),
                new Broken(
                        "a laptop does not take what it pulls",
                        Invariant.C,
                        afterRound(
                                "update rec_base" + " set fields = '{\"asset_no\":\"?\"}' where rec_type = 'asset'")),
                new Broken("a conflict is dropped", Invariant.D, afterPush((server, op) -> {
                    server.tables.change("delete from change_index where rec_type = 'conflict'");
                    server.tables.change("delete from ledger_record where rec_type = 'conflict'");
                })),
                new Broken("a refused op is deleted", Invariant.D, new Forgetful()),
                new Broken("the feed skips a change", Invariant.E, pages(page -> page.seq() % 5 == 3 ? null : page)),
                new Broken("a group is taken in part", Invariant.F, new NoGroups()),
                new Broken("ops are never answered", Invariant.G, new NoAnswers()),
                new Broken(
                        "a picture is called stored before its hash is checked",
                        Invariant.H,
                        afterPush((server, op) -> server.tables.change("update blob_state set state = 'stored'"))),
                new Broken("everybody is sent everything", Invariant.I, new Sabotage() {
                    @Override
                    public Scopes entitled(Scopes scopes) {
                        return new Scopes(true, Set.of());
                    }
                }),
                new Broken(
                        "a sweep takes unsent work with it",
                        Invariant.J,
                        afterRound("delete from outbox where state in ('pending', 'frozen')")),
                new Broken(
                        "fields that the program does not know are left out",
                        Invariant.K,
                        pages(change -> known(change))));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theOracleCatches(Broken broken) {
        Violation violation = catchThrowableOfType(Violation.class, () -> ordinaryDay(broken.sabotage()));
        assertThat(violation).as(broken.what()).isNotNull();
        assertThat(violation.invariant()).as(violation.getMessage()).isEqualTo(broken.caughtAs());
    }

    @Test
    void theSameDayPassesWithTheProductAsItIs() {
        ordinaryDay(Sabotage.NONE);
    }

    private void ordinaryDay(Sabotage sabotage) {
        try (Fleet fleet = new Runs(folder).fleet(sabotage)) {
            UUID near = fleet.site();
            UUID far = fleet.site();
            UUID a = fleet.asset(near);
            UUID b = fleet.asset(far);
            SimClient manager = fleet.joinManager();
            SimClient here = fleet.join(Role.INSPECTOR, Set.of(near.toString()));
            SimClient both = fleet.join(Role.INSPECTOR, Set.of(near.toString(), far.toString()));
            fleet.clients.forEach(SimClient::round);
            new Edits(manager).patch(a, Map.of("room", "R1"));
            new Edits(here).patch(a, Map.of("room", "R2", "keeper", "示例员"));
            new Edits(here).inspect(a, List.of(new byte[] {1, 2, 3}, new byte[] {4, 5}));
            new Edits(both).inspect(b, List.of(new byte[] {6}, new byte[] {7}), "image/bmp");
            new Edits(manager).odd("asset.patch", 1, manager.nextId(), Map.of("room", Edits.to("x")));
            new Edits(both).patch(b, Map.of("room", "R3"));
            both.network.loseNextAnswerTo("push");
            here.network.loseNextAnswerTo("blobs");
            fleet.clients.forEach(SimClient::round);
            fleet.importing(
                    OpKind.ASSET_PATCH, RecordType.ASSET, b, Map.of(Differences.UNKNOWN + "future", Edits.to("n")));
            fleet.settle();
        }
    }

    private interface AfterOp {
        void run(SimServer server, Op op);
    }

    private static Sabotage afterPush(AfterOp work) {
        return new Sabotage() {
            @Override
            public PushResponse answered(SimServer server, PushRequest request, PushResponse response) {
                request.ops().forEach(op -> work.run(server, op));
                return response;
            }
        };
    }

    private static Sabotage afterRound(String sql) {
        return new Sabotage() {
            @Override
            public void afterRound(SimClient client) {
                client.storage.tables().change(sql);
            }
        };
    }

    private interface PageWork {
        Change of(Change change);
    }

    private static Sabotage pages(PageWork work) {
        return new Sabotage() {
            @Override
            public ChangePage page(SimServer server, String cursor, ChangePage page) {
                return new ChangePage(through(page.changes()), page.cursor(), page.more(), page.headSeq());
            }

            @Override
            public SnapshotPage page(SnapshotPage page) {
                return new SnapshotPage(through(page.records()), page.after(), page.cursor(), page.expected());
            }

            private List<Change> through(List<Change> all) {
                List<Change> changes = new ArrayList<>();
                for (Change change : all) {
                    Change kept = work.of(change);
                    if (kept != null) {
                        changes.add(kept);
                    }
                }
                return changes;
            }
        };
    }

    private static Change known(Change change) {
        if (change.f() == null) {
            return change;
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>(change.f());
        fields.keySet().removeIf(name -> name.startsWith(Differences.UNKNOWN));
        return new Change(change.seq(), change.op(), change.type(), change.id(), change.scope(), change.rev(), fields);
    }

    private static Op changed(Op op, UUID group, java.time.OffsetDateTime at) {
        return new Op(
                op.opId(),
                op.opSeq(),
                group,
                op.kind(),
                op.v(),
                op.recType(),
                op.recId(),
                op.baseRev(),
                op.set(),
                at,
                op.clockOffsetMs(),
                op.userId());
    }

    private static final class NewContent implements Sabotage {
        private final Map<UUID, Integer> times = new HashMap<>();

        @Override
        public PushRequest sending(PushRequest request) {
            return new PushRequest(
                    request.sessionNonce(),
                    request.ops().stream()
                            .map(op -> changed(
                                    op, op.group(), op.at().plusSeconds(times.merge(op.opId(), 1, Integer::sum) - 1)))
                            .toList());
        }
    }

    private static final class Twice implements Sabotage {
        private final Set<UUID> seen = new HashSet<>();

        @Override
        public PushResponse answered(SimServer server, PushRequest request, PushResponse response) {
            for (Op op : request.ops()) {
                if (!seen.add(op.opId())) {
                    server.tables.change("update ledger_record set rev = rev + 1 where rec_id = ?", op.recId());
                }
            }
            return response;
        }
    }

    private static final class NoGroups implements Sabotage {
        @Override
        public PushRequest arriving(PushRequest request) {
            return new PushRequest(
                    request.sessionNonce(),
                    request.ops().stream().map(op -> changed(op, null, op.at())).toList());
        }
    }

    /** Tidies up one round after it was told of the refusal. */
    private static final class Forgetful implements Sabotage {
        private final Set<SimClient> told = new HashSet<>();

        @Override
        public void afterRound(SimClient client) {
            boolean refused = !client.storage
                    .tables()
                    .rows("select op_id from outbox where state = 'rejected'")
                    .isEmpty();
            if (refused && !told.add(client)) {
                client.storage.tables().change("delete from outbox where state = 'rejected'");
            }
        }
    }

    private static final class NoAnswers implements Sabotage {
        @Override
        public PushResponse answered(SimServer server, PushRequest request, PushResponse response) {
            return new PushResponse(List.of(), response.lastOpSeqSeen(), response.headSeq(), response.pollAfterS());
        }
    }
}
