package xundang.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.sync.Change;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.ledger.RecordDao;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** The oracle: whoever replays the feed holds exactly what the tables hold for them, whichever way it came in. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ReplayTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop manager;

    /** A record as a laptop holds it. */
    private record Held(long rev, Map<String, JsonNode> fields) {}

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        manager = server.manager();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theReplayedFeedEqualsTheTablesAfterImportsAndPushes() {
        UUID siteA = server.ids.next();
        UUID siteB = server.ids.next();
        manager.push(manager.createSite(siteA, "A"), manager.createSite(siteB, "B"));
        server.person("at-a", Role.INSPECTOR, siteA.toString());
        Laptop atA = server.laptop("at-a");
        Map<RecordKey, Held> all = new HashMap<>();
        Map<RecordKey, Held> ofA = new HashMap<>();

        server.graph().imports().importDemo();
        UUID moving = server.ids.next();
        UUID dying = server.ids.next();
        manager.push(
                manager.createAsset(moving, Map.of("site_id", siteA.toString(), "brand", "甲")),
                manager.createAsset(dying, Map.of("site_id", siteA.toString())));
        replay(manager, all);
        replay(atA, ofA);

        manager.push(manager.patchAsset(moving, 1, "brand", "乙", "丙"));
        manager.push(manager.patchAsset(moving, 1, "site_id", siteA.toString(), siteB.toString()));
        manager.push(manager.op(new OpKind("asset.delete"), RecordType.ASSET, dying, 1, Map.of()));
        server.graph().imports().importFile("ups.csv", changedDemo());
        server.graph().imports().importSamples();
        replay(manager, all);
        replay(atA, ofA);

        assertThat(all).hasSizeGreaterThan(150).isEqualTo(tables(LEDGER_RECORD.DELETED.isFalse()));
        assertThat(ofA)
                .isEqualTo(tables(LEDGER_RECORD.DELETED.isFalse().and(LEDGER_RECORD.SCOPE.in("*", siteA.toString()))));
        assertThat(ofA).doesNotContainKey(new RecordKey(RecordType.ASSET, moving));
    }

    private static void replay(Laptop laptop, Map<RecordKey, Held> into) {
        for (Change change : laptop.pull()) {
            RecordKey key = new RecordKey(change.type(), change.id());
            switch (change.op()) {
                case PUT -> into.put(key, new Held(change.rev(), change.f()));
                case REMOVE, DELETE -> into.remove(key);
            }
        }
    }

    private Map<RecordKey, Held> tables(Condition visible) {
        return server.graph().database().read(tx -> {
            Map<RecordKey, Held> rows = new HashMap<>();
            tx.dsl()
                    .selectFrom(LEDGER_RECORD)
                    .where(visible)
                    .forEach(row -> rows.put(
                            new RecordKey(new RecordType(row.getRecType()), row.getRecId()),
                            new Held(row.getRev(), RecordDao.fields(row.getFields()))));
            return rows;
        });
    }

    private static byte[] changedDemo() {
        try (var in = ReplayTest.class.getResourceAsStream("/xundang/server/importing/demo-ledger/ups.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("LP6-11,6,", "LP6-11,8,").getBytes(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
