package xundang.desktop.sync.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.Op;
import xundang.server.ledger.Scopes;
import xundang.server.platform.digest.Sha256;
import xundang.server.platform.http.ProblemException;

/** Says what must hold: the cheap part at every step, everything once the fleet is quiet. */
final class Oracle {
    private final Fleet fleet;
    private final Promises promises = new Promises();
    private final Set<String> goodPictures = new HashSet<>();
    private final FeedReader auditor;

    Oracle(Fleet fleet) {
        this.fleet = fleet;
        this.auditor = new FeedReader(fleet.server);
    }

    /** A person was told "saved". */
    void acknowledged(SimClient client, List<OutboxOp> ops) {
        promises.acknowledged(client, ops);
    }

    /** After anything that a laptop did. */
    void look(SimClient client) {
        promises.look(client);
        pictures();
    }

    void sent(SimClient client, Op op) {
        promises.sent(client, op);
    }

    /** I: whatever is sent to a laptop is of a site that its person may see now. */
    void received(SimClient client, List<Change> changes) {
        Scopes scopes = fleet.server.scopesOf(client.enrolment().user());
        for (Change change : changes) {
            Violation.unless(
                    scopes.mayRead(change.scope()),
                    Invariant.I,
                    () -> client + " was sent " + change.type() + " of site " + change.scope());
        }
    }

    /** A disk of a laptop was put back to an earlier state. */
    void restored(SimClient client) {
        promises.afterDisaster(fleet.clients, new ServerLook(fleet.server).ops.keySet(), client);
    }

    /** A laptop's database was made anew from its journal. */
    void lostDatabase(SimClient client) {
        promises.lookAfterLoss(client);
        disaster();
    }

    /** The server was put back, or a laptop lost what it had already settled. */
    void disaster() {
        promises.afterDisaster(fleet.clients, new ServerLook(fleet.server).ops.keySet());
    }

    /** Somebody reads the feed while it grows. */
    void audit(int limit) {
        auditor.readSome(limit);
    }

    /** H: a picture that the server calls stored is there, and its bytes are its name. */
    private void pictures() {
        for (List<Object> row :
                fleet.server.tables.rows("select sha256 from blob_state where state = 'stored' order by sha256")) {
            String sha256 = ((String) row.getFirst()).strip();
            if (goodPictures.add(sha256)) {
                Violation.unless(
                        fleet.storedBytes(sha256)
                                .filter(bytes -> Sha256.hex(bytes).equals(sha256))
                                .isPresent(),
                        Invariant.H,
                        () -> "picture " + sha256 + " is called stored and is not there, or is another one");
            }
        }
        fleet.server.tables.end();
    }

    /** Everything, once nothing moves any more. */
    void quiet() {
        ServerLook server = new ServerLook(fleet.server);
        pictures();
        new AccountCheck(promises, server).all(fleet.clients);
        feed(server);
        new CopyCheck(fleet, promises, server).all();
    }

    /** E: the feed, replayed from its beginning or followed while it grew, gives the tables. */
    private void feed(ServerLook server) {
        Set<Long> numbers = new HashSet<>(server.numbers);
        Violation.unless(
                numbers.size() == server.numbers.size() && numbers.stream().allMatch(n -> n <= server.head),
                Invariant.E,
                () -> "numbers of the feed are double or beyond its head");
        FeedReader fromTheBeginning = new FeedReader(fleet.server);
        fromTheBeginning.readAll(7);
        fromTheBeginning.mustEqual(server, "the feed replayed");
        auditor.readAll(3);
        auditor.mustEqual(server, "the feed followed");
    }

    Promises promises() {
        return promises;
    }

    /** A reader of everything. */
    private static final class FeedReader {
        private final SimServer server;
        private final Map<String, Change> held = new HashMap<>();
        private String cursor = "";

        FeedReader(SimServer server) {
            this.server = server;
        }

        boolean readSome(int limit) {
            try {
                ChangePage page = server.auditorsPage(cursor, limit);
                page.changes().forEach(change -> held.put(change.type() + " " + change.id(), change));
                cursor = page.cursor().token();
                return page.more();
            } catch (ProblemException resync) {
                held.clear();
                cursor = "";
                return true;
            }
        }

        void readAll(int limit) {
            boolean more = true;
            while (more) {
                more = readSome(limit);
            }
        }

        void mustEqual(ServerLook look, String what) {
            look.records.forEach((key, rec) -> {
                Change change = held.get(key.type() + " " + key.id());
                Violation.unless(change != null, Invariant.E, () -> what + " lacks " + key);
                boolean deleted = change.op() == Change.ChangeOp.DELETE;
                Violation.unless(
                        deleted == rec.deleted() && change.rev() == rec.rev(),
                        Invariant.E,
                        () -> what + " has another revision of " + key);
                if (!deleted) {
                    Differences.none(rec.fields(), change.f(), Invariant.E, () -> what + ", " + key);
                }
            });
        }
    }

    long headOfFeed() {
        long head = (Long)
                fleet.server.tables.rows("select seq from sync_head").getFirst().getFirst();
        fleet.server.tables.end();
        return head;
    }
}
