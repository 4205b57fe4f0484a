package xundang.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.sync.Op;
import xundang.server.ledger.Author;
import xundang.server.platform.db.Tx;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Pages are answered from an index, whatever the ledger's size. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class QueryPlanTest {
    private static final Pattern H2_LOOKUP = Pattern.compile("/\\* public\\.[a-z0-9_]+: ");
    private static final Pattern H2_WHOLE_INDEX = Pattern.compile("/\\* public\\.[a-z0-9_.]+ \\*/");
    private static final int SITES = 5;
    private static final int PER_SITE = 800;

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    @Test
    void aPageIsReadFromAnIndexAndNeverByAFullScan() {
        try (TestServer server = new TestServer(folder, kind)) {
            List<String> sites = fill(server);
            server.graph().database().inTransaction(tx -> {
                tx.dsl().execute(kind == DatabaseKind.H2 ? "analyze" : "analyze ledger_record");
                tx.dsl().execute(kind == DatabaseKind.H2 ? "analyze" : "analyze change_index");
                return true;
            });
            server.graph().database().read(tx -> {
                FeedDao feed = new FeedDao();
                SnapshotDao snapshot = new SnapshotDao();
                long head = feed.head(tx).seq();
                UUID middle = snapshot.ofAll(tx, "asset", null, 1000)
                        .fetch()
                        .getLast()
                        .value1();
                List<String> two = List.of("*", sites.getFirst(), sites.getLast());
                Map<String, Query> queries = Map.of(
                        "feed, all sites", feed.ofAll(tx, head / 2, head, 100),
                        "feed, numbers", feed.seqs(tx, two, head / 2, head, 100),
                        "feed, rows", feed.ofScopes(tx, two, head / 2, head / 2 + 100),
                        "snapshot, all sites", snapshot.ofAll(tx, "asset", middle, 100),
                        "snapshot, ids", snapshot.ids(tx, two, "asset", middle, 100),
                        "snapshot, rows",
                                snapshot.ofScopes(
                                        tx,
                                        two,
                                        "asset",
                                        middle,
                                        snapshot.ids(tx, two, "asset", middle, 100)
                                                .fetch()
                                                .getLast()
                                                .value1()));
                queries.forEach((name, query) -> checkPlan(tx, name, query));
                return true;
            });
        }
    }

    private void checkPlan(Tx tx, String name, Query query) {
        String plan = tx.dsl().fetch("explain " + tx.dsl().renderInlined(query)).stream()
                .map(row -> String.valueOf(row.get(0)))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        if (kind == DatabaseKind.H2) {
            // H2 names the index behind each table, and after a colon what it looks for in it.
            assertThat(plan).as(name).doesNotContain("tablescan").containsPattern(H2_LOOKUP);
            assertThat(plan).as(name).doesNotContainPattern(H2_WHOLE_INDEX);
        } else {
            assertThat(plan).as(name).doesNotContain("seq scan").contains("index cond:");
        }
    }

    private static List<String> fill(TestServer server) {
        Laptop laptop = server.manager();
        List<String> sites = new ArrayList<>();
        for (int site = 0; site < SITES; site++) {
            UUID id = server.ids.next();
            sites.add(id.toString());
            List<Op> ops = new ArrayList<>();
            ops.add(laptop.createSite(id, "S" + site));
            for (int i = 0; i < PER_SITE; i++) {
                ops.add(laptop.createAsset(server.ids.next(), Map.of("site_id", id.toString())));
            }
            server.graph()
                    .database()
                    .inTransaction(tx -> server.graph().ledger().apply(tx, ops, Author.ofSystem()));
        }
        return sites;
    }
}
