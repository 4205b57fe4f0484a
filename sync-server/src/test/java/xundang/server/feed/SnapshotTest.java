package xundang.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.account.Role;
import xundang.model.sync.Change;
import xundang.model.sync.Change.ChangeOp;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.Paths;
import xundang.model.sync.RecordType;
import xundang.model.sync.SnapshotPage;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Everything that a device may hold, page by page. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SnapshotTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        laptop = server.manager();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** So long that the laptop's log-in has expired: the same person comes back with a new one. */
    private void pass(int days) {
        server.clock.advance(Duration.ofDays(days));
        laptop = server.laptop("manager");
    }

    private List<UUID> assets(int count, String site) {
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ops.add(laptop.createAsset(server.ids.next(), site == null ? Map.of() : Map.of("site_id", site)));
        }
        laptop.push(ops.toArray(Op[]::new));
        return ops.stream().map(Op::recId).toList();
    }

    private static List<Change> all(Laptop reader, int limit) {
        List<Change> records = new ArrayList<>();
        SnapshotPage page = reader.snapshot("", limit);
        records.addAll(page.records());
        while (page.after() != null) {
            page = reader.snapshot(page.after(), limit);
            records.addAll(page.records());
        }
        return records;
    }

    @Test
    void pagesJoinToTheWholeWithoutGapsOrRepetitions() {
        UUID site = server.ids.next();
        laptop.push(laptop.createSite(site, "A"));
        List<UUID> expected = new ArrayList<>(assets(7, site.toString()));
        expected.addAll(assets(4, null));
        expected.add(site);
        List<Change> records = all(laptop, 3);
        assertThat(records).extracting(Change::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.seq()).isZero();
            assertThat(record.op()).isEqualTo(ChangeOp.PUT);
            assertThat(record.f()).isNotEmpty();
        });
        assertThat(records.stream().map(record -> record.type().name()).distinct())
                .containsExactly("asset", "site");
        assertThat(laptop.snapshot("", 3).expected()).isEqualTo(12);
    }

    @Test
    void aReaderOfOneSiteGetsThatSiteAndWhatBelongsToNone() {
        UUID siteA = server.ids.next();
        UUID siteB = server.ids.next();
        laptop.push(laptop.createSite(siteA, "A"), laptop.createSite(siteB, "B"));
        List<UUID> inA = assets(5, siteA.toString());
        assets(5, siteB.toString());
        server.person("at-a", Role.INSPECTOR, siteA.toString());
        List<UUID> expected = new ArrayList<>(inA);
        expected.add(siteA);
        expected.add(siteB);
        assertThat(all(server.laptop("at-a"), 2)).extracting(Change::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatChangesBetweenThePagesComesAgainWithTheFeed() {
        List<UUID> ids = assets(6, null);
        SnapshotPage first = laptop.snapshot("", 2);
        UUID given = first.records().getFirst().id();
        laptop.push(
                laptop.patchAsset(given, 1, "name", "UPS主机", "改过"),
                laptop.op(
                        new OpKind("asset.delete"),
                        RecordType.ASSET,
                        first.records().get(1).id(),
                        1,
                        Map.of()));
        UUID added = assets(1, null).getFirst();
        SnapshotPage second = laptop.snapshot(first.after(), 100);
        assertThat(second.after()).isNull();
        assertThat(second.cursor()).isEqualTo(first.cursor());
        HashSet<UUID> held = new HashSet<>();
        first.records().forEach(record -> held.add(record.id()));
        second.records().forEach(record -> held.add(record.id()));
        laptop.cursor = second.cursor().token();
        List<Change> feed = laptop.pull();
        feed.forEach(change -> {
            if (change.op() == ChangeOp.PUT) {
                held.add(change.id());
            } else {
                held.remove(change.id());
            }
        });
        assertThat(feed).extracting(Change::id).contains(given, added);
        HashSet<UUID> living = new HashSet<>(ids);
        living.add(added);
        living.remove(first.records().get(1).id());
        assertThat(held).isEqualTo(living);
    }

    @Test
    void aSnapshotGoesOnAfterARestartOfTheServer() {
        assets(5, null);
        SnapshotPage first = laptop.snapshot("", 2);
        server.restart();
        assertThat(laptop.snapshot(first.after(), 10).records()).hasSize(3);
    }

    @Test
    void aSnapshotOfAnotherEntitlementOrNobodysIsNotContinued() {
        UUID site = server.ids.next();
        laptop.push(laptop.createSite(site, "A"));
        assets(4, site.toString());
        server.person("at-a", Role.INSPECTOR, site.toString());
        String ofOther = server.laptop("at-a").snapshot("", 2).after();
        assertThat(laptop.get(Paths.SNAPSHOT + "?after=" + ofOther).expect(409).problemName())
                .isEqualTo("resync");
        assertThat(laptop.get(Paths.SNAPSHOT + "?after=garbage").expect(409).problemName())
                .isEqualTo("resync");
        laptop.get(Paths.SNAPSHOT + "?limit=0").expect(400).problem();
    }

    @Test
    void aCursorThatMayHaveMissedWhatIsForgottenIsTooOld() {
        UUID gone = assets(1, null).getFirst();
        String before = laptop.page("", 10).cursor().token();
        laptop.push(laptop.op(new OpKind("asset.delete"), RecordType.ASSET, gone, 1, Map.of()));
        String after = laptop.page(before, 10).cursor().token();
        pass(401);
        assertThat(server.graph().tombstones().run()).isEqualTo(1);
        assertThat(laptop.get(Paths.CHANGES + "?cursor=" + before).expect(410).problemName())
                .isEqualTo("resync");
        // A reader of a quiet ledger has missed nothing, however long ago it last asked.
        assertThat(laptop.page(after, 10).changes()).isEmpty();
        assertThat(all(laptop, 10)).isEmpty();
        assertThat(laptop.get(Paths.CHANGES + "?cursor="
                                + laptop.snapshot("", 10).cursor().token())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyWhatIsGoneForLongerThanTheFloorIsForgotten() {
        List<UUID> ids = assets(2, null);
        laptop.push(laptop.op(new OpKind("asset.delete"), RecordType.ASSET, ids.getFirst(), 1, Map.of()));
        pass(300);
        String between = laptop.page("", 10).cursor().token();
        laptop.push(laptop.op(new OpKind("asset.delete"), RecordType.ASSET, ids.getLast(), 1, Map.of()));
        pass(101);
        assertThat(server.graph().tombstones().run()).isEqualTo(1);
        assertThat(laptop.page(between, 10).changes())
                .extracting(Change::id, Change::op)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ids.getLast(), ChangeOp.DELETE));
    }

    @Test
    void whoBeginsWithNothingMayReadAnOldFeedPageByPage() {
        List<UUID> ids = assets(5, null);
        pass(500);
        assertThat(laptop.page("", 2).more()).isTrue();
        laptop.cursor = laptop.page("", 2).cursor().token();
        assertThat(laptop.pull()).extracting(Change::id).containsExactlyElementsOf(ids.subList(2, 5));
    }

    @Test
    void aDeletedObjectsNumberStaysUsedAfterTheFeedHasForgottenIt() {
        UUID gone = assets(1, null).getFirst();
        laptop.push(laptop.op(new OpKind("asset.delete"), RecordType.ASSET, gone, 1, Map.of()));
        pass(401);
        server.graph().tombstones().run();
        assertThat(server.graph()
                        .database()
                        .read(tx -> server.graph()
                                .ledger()
                                .find(tx, new xundang.model.sync.RecordKey(RecordType.ASSET, gone)))
                        .orElseThrow()
                        .deleted())
                .isTrue();
    }
}
