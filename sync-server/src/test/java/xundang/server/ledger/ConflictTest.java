package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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
import xundang.model.json.ModelJson;
import xundang.model.sync.Change.ChangeOp;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** What a conflict holds, who may settle it with what, and that a decision never overwrites what came later. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class ConflictTest {
    private static final OpKind DELETE = new OpKind("asset.delete");

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop one;
    private Laptop other;
    private Laptop inspector;
    private UUID asset;
    private UUID site;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        one = server.manager();
        server.person("second", Role.ASSET_MANAGER, "*");
        other = server.laptop("second");
        server.person("inspector", Role.INSPECTOR, "*");
        inspector = server.laptop("inspector");
        site = server.ids.next();
        asset = server.ids.next();
        one.push(
                one.createSite(site, "A"),
                one.createAsset(asset, Map.of("brand", "甲", "state", "in_service", "site_id", site.toString())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private UUID clash(Laptop late, String field, String from, String first, String second) {
        assertThat(one.push(one.patchAsset(asset, 1, field, from, first))
                        .getFirst()
                        .conflictIds())
                .isEmpty();
        OpResult result =
                late.push(late.patchAsset(asset, 1, field, from, second)).getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.CONFLICT);
        return result.conflictIds().getFirst();
    }

    private ConflictBody body(UUID conflict) {
        return ModelJson.mapper().convertValue(one.seen(conflict).f(), ConflictBody.class);
    }

    private JsonNode field(String name) {
        return one.seen(asset).f().get(name);
    }

    private static JsonNode node(Object value) {
        return ModelJson.mapper().valueToTree(value);
    }

    private OpResult state(Laptop laptop, String from, String to) {
        return laptop.push(laptop.patchAsset(asset, 1, "state", from, to)).getFirst();
    }

    @Test
    void aConflictSaysWhoMadeBothValuesAndWhen() {
        ConflictBody body = body(clash(inspector, "brand", "甲", "乙", "丙"));
        assertThat(body.kind()).isEqualTo("edit");
        assertThat(body.field()).isEqualTo("brand");
        assertThat(body.assetId()).isEqualTo(asset);
        assertThat(body.userId()).isEqualTo(inspector.user().value());
        assertThat(body.userName()).isEqualTo("同事inspector");
        assertThat(body.at()).isNotNull();
        assertThat(body.serverUserId()).isEqualTo(one.user().value());
        assertThat(body.serverUserName()).isEqualTo("同事manager");
        assertThat(body.serverAt()).isNotNull();
        assertThat(body.serverRev()).isEqualTo(2);
        assertThat(body.state()).isEqualTo(ConflictBody.OPEN);
        assertThat(body.resolution()).isNull();
    }

    @Test
    void fieldsOfOneGroupAreOneConflictWithOneObjectForEachSide() {
        one.push(one.op(OpKind.ASSET_PATCH, RecordType.ASSET, asset, 1, numbers(121.1, 31.1)));
        OpResult result = other.push(other.op(OpKind.ASSET_PATCH, RecordType.ASSET, asset, 1, numbers(121.2, 31.2)))
                .getFirst();
        assertThat(result.conflictIds()).hasSize(1);
        UUID conflict = result.conflictIds().getFirst();
        ConflictBody body = body(conflict);
        assertThat(body.field()).isEqualTo("lon+lat+coord_system");
        assertThat(body.base()).isNull();
        assertThat(body.server().propertyNames()).containsExactly("lon", "lat");
        assertThat(body.server().get("lat").decimalValue()).isEqualByComparingTo("31.1");
        assertThat(body.client().get("lat").decimalValue()).isEqualByComparingTo("31.2");
        assertThat(body.serverUserName()).isEqualTo("同事manager");
        assertThat(one.resolve(conflict, body.client()).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(field("lon").decimalValue()).isEqualByComparingTo("121.2");
        assertThat(field("lat").decimalValue()).isEqualByComparingTo("31.2");
    }

    @Test
    void theAuthorMayGiveWayButNotImpose() {
        UUID conflict = clash(inspector, "brand", "甲", "乙", "丙");
        OpResult imposed = inspector.resolve(conflict, node("丙"));
        assertThat(imposed.problem().code()).isEqualTo("E-OP-403");
        assertThat(body(conflict).state()).isEqualTo(ConflictBody.OPEN);
        assertThat(inspector.resolve(conflict, node("乙")).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(body(conflict).state()).isEqualTo(ConflictBody.SETTLED);
        assertThat(field("brand")).isEqualTo(node("乙"));
    }

    @Test
    void somebodyElsesConflictIsNotMineToGiveUp() {
        UUID conflict = clash(other, "brand", "甲", "乙", "丙");
        assertThat(inspector.resolve(conflict, node("乙")).problem().code()).isEqualTo("E-OP-403");
    }

    @Test
    void aDecisionDoesNotOverwriteWhatCameLater() {
        UUID conflict = clash(inspector, "brand", "甲", "乙", "丙");
        other.push(other.patchAsset(asset, 2, "brand", "乙", "丁"));
        OpResult late = one.resolve(conflict, node("丙"));
        assertThat(late.status()).isEqualTo(OpStatus.CONFLICT);
        assertThat(late.conflictIds()).containsExactly(conflict);
        assertThat(field("brand")).isEqualTo(node("丁"));
        ConflictBody again = body(conflict);
        assertThat(again.state()).isEqualTo(ConflictBody.OPEN);
        assertThat(again.server()).isEqualTo(node("丁"));
        assertThat(again.serverUserName()).isEqualTo("同事second");
        assertThat(one.resolve(conflict, node("丙")).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(field("brand")).isEqualTo(node("丙"));
    }

    @Test
    void theSecondDecisionIsToldThatItIsLate() {
        UUID conflict = clash(inspector, "brand", "甲", "乙", "丙");
        one.resolve(conflict, node("丙"));
        assertThat(other.resolve(conflict, node("丙")).status()).isEqualTo(OpStatus.NOOP);
        assertThat(other.resolve(conflict, node("乙")).problem().code()).isEqualTo("E-OP-410");
    }

    @Test
    void aSettledValueIsKnownAsTheDecidersWhenItClashesAgain() {
        UUID conflict = clash(inspector, "brand", "甲", "乙", "丙");
        server.clock.advance(Duration.ofMinutes(1));
        other.resolve(conflict, node("丙"));
        OpResult again = inspector
                .push(inspector.patchAsset(asset, 1, "brand", "甲", "戊"))
                .getFirst();
        assertThat(body(again.conflictIds().getFirst()).serverUserName()).isEqualTo("同事second");
    }

    @Test
    void aStateThatThePresentOneDoesNotLeadToIsARuleConflict() {
        inspector.push(inspector.patchAsset(asset, 1, "state", "in_service", "faulty"));
        OpResult late = state(one, "in_service", "standby");
        ConflictBody body = body(late.conflictIds().getFirst());
        assertThat(body.kind()).isEqualTo("rule");
        assertThat(body.reason()).contains("故障").contains("备用");
        assertThat(field("state")).isEqualTo(node("faulty"));
        assertThat(one.resolve(late.conflictIds().getFirst(), node("standby"))
                        .problem()
                        .code())
                .isEqualTo("E-OP-425");
        assertThat(body(late.conflictIds().getFirst()).state()).isEqualTo(ConflictBody.OPEN);
    }

    @Test
    void aStepThatIsNotInTheLifeCycleIsRefused() {
        OpResult result = state(one, "in_service", "scrapped");
        assertThat(result.problem().code()).isEqualTo("E-OP-422");
        assertThat(field("state")).isEqualTo(node("in_service"));
    }

    @Test
    void aStepOfAnotherRoleIsRefused() {
        assertThat(state(inspector, "in_service", "standby").problem().code()).isEqualTo("E-OP-403");
        assertThat(state(one, "in_service", "faulty").problem().code()).isEqualTo("E-OP-403");
        assertThat(state(inspector, "in_service", "faulty").status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aMoveToASiteThatIsGoneIsARuleConflictAndTheRestIsApplied() {
        UUID siteB = server.ids.next();
        one.push(one.createSite(siteB, "B"));
        one.push(one.op(new OpKind("site.delete"), RecordType.SITE, siteB, 1, Map.of()));
        Map<String, FieldChange> set = new LinkedHashMap<>();
        set.put("site_id", Laptop.change(site.toString(), siteB.toString()));
        set.put("brand", Laptop.change("甲", "乙"));
        OpResult result = other.push(other.op(OpKind.ASSET_PATCH, RecordType.ASSET, asset, 1, set))
                .getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.CONFLICT);
        ConflictBody body = body(result.conflictIds().getFirst());
        assertThat(body.kind()).isEqualTo("rule");
        assertThat(body.field()).isEqualTo("site_id+site");
        assertThat(body.reason()).contains("站点已从台账删除");
        assertThat(field("brand")).isEqualTo(node("乙"));
        assertThat(field("site_id")).isEqualTo(node(site.toString()));
        assertThat(one.resolve(result.conflictIds().getFirst(), body.client())
                        .problem()
                        .code())
                .isEqualTo("E-OP-425");
        assertThat(one.resolve(result.conflictIds().getFirst(), body.server()).status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aSiteThatNeverWasIsRefusedLikeOneThatMayNotBeKnown() {
        OpResult result = one.push(one.patchAsset(
                        asset, 1, "site_id", site.toString(), server.ids.next().toString()))
                .getFirst();
        assertThat(result.problem().code()).isEqualTo("E-OP-404");
    }

    @Test
    void anObjectFoundAtASiteThatIsGoneIsKeptAndReported() {
        UUID siteB = server.ids.next();
        one.push(one.createSite(siteB, "B"));
        one.push(one.op(new OpKind("site.delete"), RecordType.SITE, siteB, 1, Map.of()));
        UUID found = server.ids.next();
        OpResult result = other.push(other.createAsset(found, Map.of("site_id", siteB.toString())))
                .getFirst();
        assertThat(result.status()).isEqualTo(OpStatus.CONFLICT);
        UUID conflict = result.conflictIds().getFirst();
        assertThat(one.seen(found)).isNotNull();
        assertThat(one.resolve(conflict, body(conflict).server()).problem().code())
                .isEqualTo("E-OP-425");
        assertThat(one.resolve(conflict, node(Map.of("site_id", site.toString())))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
        assertThat(one.seen(found).scope()).isEqualTo(site.toString());
        assertThat(one.seen(conflict).scope()).isEqualTo(site.toString());
    }

    @Test
    void aDeleteThatMetAChangeIsCarriedOutWhenDecided() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        UUID conflict = other.push(other.op(DELETE, RecordType.ASSET, asset, 1, Map.of()))
                .getFirst()
                .conflictIds()
                .getFirst();
        ConflictBody body = body(conflict);
        assertThat(body.server()).isEqualTo(node(false));
        assertThat(body.client()).isEqualTo(node(true));
        assertThat(body.serverUserName()).isEqualTo("同事manager");
        one.push(one.patchAsset(asset, 2, "model", null, "M"));
        assertThat(one.resolve(conflict, node(true)).status()).isEqualTo(OpStatus.CONFLICT);
        assertThat(one.seen(asset).op()).isEqualTo(ChangeOp.PUT);
        assertThat(one.resolve(conflict, node(true)).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(one.seen(asset).op()).isEqualTo(ChangeOp.DELETE);
    }

    @Test
    void aDeleteThatMetAChangeIsDroppedWhenDecided() {
        one.push(one.patchAsset(asset, 1, "brand", "甲", "乙"));
        UUID conflict = other.push(other.op(DELETE, RecordType.ASSET, asset, 1, Map.of()))
                .getFirst()
                .conflictIds()
                .getFirst();
        assertThat(one.resolve(conflict, node(false)).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(one.seen(asset).op()).isEqualTo(ChangeOp.PUT);
    }

    @Test
    void aChangeThatMetADeleteBringsTheObjectBackWhenDecided() {
        one.push(one.op(DELETE, RecordType.ASSET, asset, 1, Map.of()));
        UUID conflict = inspector
                .push(inspector.patchAsset(asset, 1, "brand", "甲", "丙"))
                .getFirst()
                .conflictIds()
                .getFirst();
        assertThat(body(conflict).server()).isEqualTo(node(true));
        assertThat(one.resolve(conflict, body(conflict).client()).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(one.seen(asset).op()).isEqualTo(ChangeOp.PUT);
        assertThat(field("brand")).isEqualTo(node("丙"));
    }

    @Test
    void anObjectThatWasDeletedWhileItsConflictWasOpenIsAskedAboutAnew() {
        UUID conflict = clash(inspector, "brand", "甲", "乙", "丙");
        one.push(one.op(DELETE, RecordType.ASSET, asset, 2, Map.of()));
        assertThat(one.resolve(conflict, node("丙")).status()).isEqualTo(OpStatus.CONFLICT);
        ConflictBody body = body(conflict);
        assertThat(body.kind()).isEqualTo("delete");
        assertThat(one.resolve(conflict, body.client()).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(field("brand")).isEqualTo(node("丙"));
    }

    @Test
    void aDoubleSerialNumberOrTagIsReportedWhicheverObjectComesSecond() {
        UUID twin = server.ids.next();
        one.push(one.patchAsset(asset, 1, "tag_id", null, "E200-0001"));
        OpResult created = other.push(other.createAsset(twin, Map.of("tag_id", "E200-0001", "serial_no", "SN-2026-1")))
                .getFirst();
        assertThat(body(created.conflictIds().getFirst()).field()).isEqualTo("tag_id");
        assertThat(body(created.conflictIds().getFirst()).server()).isEqualTo(node(asset.toString()));
        OpResult patched = one.push(one.patchAsset(asset, 2, "serial_no", null, "SN-2026-1"))
                .getFirst();
        ConflictBody body = body(patched.conflictIds().getFirst());
        assertThat(body.field()).isEqualTo("serial_no");
        assertThat(body.recId()).isEqualTo(asset);
        assertThat(body.server()).isEqualTo(node(twin.toString()));
        assertThat(body.serverUserName()).isEqualTo("同事second");
    }

    @Test
    void aDoubleNumberIsClosedOnceTheNumbersDifferOrBothAreRight() {
        UUID twin = server.ids.next();
        String number = one.seen(asset).f().get("asset_no").stringValue();
        UUID conflict = other.push(other.createAsset(twin, Map.of("asset_no", number)))
                .getFirst()
                .conflictIds()
                .getFirst();
        assertThat(one.resolve(conflict, node(asset.toString())).problem().code())
                .isEqualTo("E-OP-425");
        assertThat(one.resolve(conflict, node("NEW-1")).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(one.seen(twin).f().get("asset_no")).isEqualTo(node("NEW-1"));
        UUID third = server.ids.next();
        UUID both = other.push(other.createAsset(third, Map.of("asset_no", number)))
                .getFirst()
                .conflictIds()
                .getFirst();
        assertThat(one.resolve(both, node("NEW-1")).problem().code()).isEqualTo("E-OP-425");
        assertThat(one.resolve(both, node(number)).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(one.seen(third).f().get("asset_no")).isEqualTo(node(number));
    }

    private static Map<String, FieldChange> numbers(double lon, double lat) {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        set.put("lon", new FieldChange(null, node(lon)));
        set.put("lat", new FieldChange(null, node(lat)));
        return set;
    }
}
