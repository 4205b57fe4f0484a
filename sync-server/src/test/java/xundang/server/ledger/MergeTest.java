package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.sync.Change;
import xundang.model.sync.Change.ChangeOp;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** What happens when several people change the same record. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class MergeTest {
    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop one;
    private Laptop other;
    private UUID asset;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        one = server.manager();
        server.person("second", Role.ASSET_MANAGER, "*");
        other = server.laptop("second");
        asset = server.ids.next();
        one.push(one.createAsset(asset, Map.of("name", "UPS", "brand", "甲", "model", "M1")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void changesOfDifferentFieldsMerge() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        OpResult second =
                other.push(other.patchAsset(asset, 1, "model", "M1", "M2")).getFirst();
        assertThat(second.status()).isEqualTo(OpStatus.MERGED);
        assertThat(second.rev()).isEqualTo(3);
        assertThat(text("brand")).isEqualTo("乙");
        assertThat(text("model")).isEqualTo("M2");
    }

    @Test
    void theSameChangeByTwoPeopleIsNoConflict() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        OpResult second =
                other.push(other.patchAsset(asset, 1, "brand", "甲", "乙")).getFirst();
        assertThat(second.status()).isEqualTo(OpStatus.NOOP);
    }

    @Test
    void differentChangesOfOneFieldKeepBothAndTellEverybody() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        OpResult second =
                other.push(other.patchAsset(asset, 1, "brand", "甲", "丙")).getFirst();
        assertThat(second.status()).isEqualTo(OpStatus.CONFLICT);
        Change conflict = one.pull().stream()
                .filter(change -> change.id().equals(second.conflictIds().getFirst()))
                .findFirst()
                .orElseThrow();
        assertThat(conflict.type()).isEqualTo(RecordType.CONFLICT);
        assertThat(conflict.f())
                .containsEntry("base", Laptop.node("甲"))
                .containsEntry("server", Laptop.node("乙"))
                .containsEntry("client", Laptop.node("丙"))
                .containsEntry("state", Laptop.node("open"));
        assertThat(text("brand")).isEqualTo("乙");
    }

    @Test
    void settlingAConflictWritesTheChosenValue() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        UUID conflict = other.push(other.patchAsset(asset, 1, "brand", "甲", "丙"))
                .getFirst()
                .conflictIds()
                .getFirst();
        OpResult settled = one.push(one.op(
                        new OpKind("conflict.resolve"),
                        RecordType.CONFLICT,
                        conflict,
                        1,
                        Map.of("resolution", Laptop.change(null, "丙"))))
                .getFirst();
        assertThat(settled.status()).isEqualTo(OpStatus.APPLIED);
        assertThat(text("brand")).isEqualTo("丙");
    }

    @Test
    void aChainOfOwnOfflineEditsDoesNotConflictWithItself() {
        List<OpResult> results = one.push(
                one.patchAsset(asset, 1, "brand", "甲", "乙"),
                one.patchAsset(asset, 1, "brand", "乙", "丙"),
                one.patchAsset(asset, 1, "brand", "丙", "丁"));
        assertThat(results)
                .allSatisfy(result -> assertThat(result.conflictIds()).isEmpty());
        assertThat(text("brand")).isEqualTo("丁");
    }

    @Test
    void coordinatesAreOneValue() {
        one.push(one.op(
                OpKind.ASSET_PATCH,
                RecordType.ASSET,
                asset,
                1,
                Map.of("lon", number(null, 121.1), "lat", number(null, 31.1))));
        OpResult second = other.push(other.op(
                        OpKind.ASSET_PATCH,
                        RecordType.ASSET,
                        asset,
                        1,
                        Map.of("lon", number(121.1, 121.2), "lat", number(null, 31.2))))
                .getFirst();
        assertThat(second.status()).isEqualTo(OpStatus.CONFLICT);
        assertThat(field("lon").decimalValue()).isEqualByComparingTo("121.1");
        assertThat(field("lat").decimalValue()).isEqualByComparingTo("31.1");
    }

    @Test
    void aDeleteOfAChangedRecordIsAConflictAndTheRecordStays() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        OpResult delete = other.push(other.op(new OpKind("asset.delete"), RecordType.ASSET, asset, 1, Map.of()))
                .getFirst();
        assertThat(delete.status()).isEqualTo(OpStatus.CONFLICT);
        assertThat(text("brand")).isEqualTo("乙");
    }

    @Test
    void aChangeOfADeletedRecordIsKeptInAConflict() {
        one.push(one.op(new OpKind("asset.delete"), RecordType.ASSET, asset, 1, Map.of()));
        OpResult patch =
                other.push(other.patchAsset(asset, 1, "brand", "甲", "丙")).getFirst();
        assertThat(patch.status()).isEqualTo(OpStatus.CONFLICT);
        List<Change> seen = other.pull();
        assertThat(seen)
                .filteredOn(change -> change.op() == ChangeOp.DELETE)
                .extracting(Change::id)
                .contains(asset);
        assertThat(seen.getLast().f().get("client").get("brand").get("to").stringValue())
                .isEqualTo("丙");
    }

    @Test
    void twoObjectsWithOneNumberAreBothKeptAndReported() {
        OpResult first = one.push(one.createAsset(server.ids.next(), Map.of("asset_no", "X-1")))
                .getFirst();
        OpResult second = other.push(other.createAsset(server.ids.next(), Map.of("asset_no", "X-1")))
                .getFirst();
        assertThat(first.status()).isEqualTo(OpStatus.APPLIED);
        assertThat(second.status()).isEqualTo(OpStatus.CONFLICT);
        List<AssetViewDao.Row> both = server.graph()
                .database()
                .read(tx -> server.graph().ledger().assets().withNumber(tx, "X-1"));
        assertThat(both).hasSize(2);
    }

    @Test
    void aRepeatedImportOfTheSameRecordHasNoEffect() {
        OpResult again = other.push(other.op(
                        OpKind.ASSET_CREATE, RecordType.ASSET, asset, 0, Laptop.created(Map.of("name", "UPS"))))
                .getFirst();
        assertThat(again.status()).isEqualTo(OpStatus.NOOP);
    }

    @Test
    void anObjectThatMovesTakesItsConflictsAlongAndLeavesItsOldSite() {
        UUID siteA = server.ids.next();
        UUID siteB = server.ids.next();
        one.push(one.createSite(siteA, "A"), one.createSite(siteB, "B"));
        server.person("at-a", Role.INSPECTOR, siteA.toString());
        server.person("at-b", Role.INSPECTOR, siteB.toString());
        Laptop atA = server.laptop("at-a");
        Laptop atB = server.laptop("at-b");
        one.push(one.patchAsset(asset, 1, "site_id", null, siteA.toString()));
        UUID conflict = other.push(other.patchAsset(asset, 1, "brand", "错", "丙"))
                .getFirst()
                .conflictIds()
                .getFirst();
        assertThat(puts(atA)).contains(asset, conflict);
        assertThat(puts(atB)).doesNotContain(asset, conflict);
        one.push(one.patchAsset(asset, 2, "site_id", siteA.toString(), siteB.toString()));
        assertThat(atA.pull())
                .filteredOn(change -> change.op() == ChangeOp.REMOVE)
                .extracting(Change::id)
                .containsExactlyInAnyOrder(asset, conflict);
        assertThat(puts(atB)).contains(asset, conflict);
    }

    @Test
    void whoHasNoRightToASiteCannotTellItsRecordsFromMissingOnes() {
        UUID site = server.ids.next();
        one.push(one.createSite(site, "A"), one.patchAsset(asset, 1, "site_id", null, site.toString()));
        server.person("elsewhere", Role.ASSET_MANAGER, server.ids.next().toString());
        Laptop elsewhere = server.laptop("elsewhere");
        OpResult hidden = elsewhere
                .push(elsewhere.patchAsset(asset, 2, "brand", "甲", "丙"))
                .getFirst();
        OpResult missing = elsewhere
                .push(elsewhere.patchAsset(server.ids.next(), 1, "brand", "甲", "丙"))
                .getFirst();
        assertThat(hidden.problem()).isEqualTo(missing.problem());
        assertThat(puts(elsewhere)).doesNotContain(asset);
    }

    /** Records that the laptop is given, as opposed to told to forget. */
    private static List<UUID> puts(Laptop laptop) {
        return laptop.pull().stream()
                .filter(change -> change.op() == ChangeOp.PUT)
                .map(Change::id)
                .toList();
    }

    private static FieldChange number(Double from, Double to) {
        return new FieldChange(Laptop.node(from), Laptop.node(to));
    }

    private String text(String name) {
        return field(name).stringValue();
    }

    private JsonNode field(String name) {
        one.cursor = "";
        return one.pull().stream()
                .filter(change -> change.id().equals(asset))
                .toList()
                .getLast()
                .f()
                .get(name);
    }
}
