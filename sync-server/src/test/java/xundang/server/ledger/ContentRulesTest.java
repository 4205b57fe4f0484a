package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** What the ledger takes from a laptop that says things that are not so. */
class ContentRulesTest {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-20T08:30:00+08:00");

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop laptop;
    private Laptop inspector;
    private UUID asset;

    @BeforeEach
    void start() {
        server = new TestServer(folder, DatabaseKind.H2);
        laptop = server.manager();
        server.person("li", Role.INSPECTOR, "*");
        inspector = server.laptop("li");
        asset = server.ids.next();
        laptop.push(laptop.createAsset(asset, Map.of()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1e-999999999", "-1e101", "[{\"deep\":[1e999999999]}]", "{\"value\":1e2147483647}"
            })
    void aNumberThatWouldFillTheMemoryIsRefused(String value) {
        JsonNode node = ModelJson.mapper().readTree(value);
        assertThat(refusal(patch("attr.rated_kva", null, node))).contains("数超过 100 位");
        assertThat(refusal(patch("attr.rated_kva", node, null))).contains("数超过 100 位");
    }

    @Test
    void aNumberOfManyDigitsIsRefusedAndOneThatPeopleWriteIsTaken() {
        assertThat(refusal(patch("attr.rated_kva", null, Laptop.node(new BigDecimal("1".repeat(101))))))
                .contains("数超过 100 位");
        assertThat(answer(patch("attr.rated_kva", null, Laptop.node(new BigDecimal("1.5e3"))))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anInspectionAsItWasSignedIsTaken() {
        assertThat(answer(inspection(RecordHash.seal(body(inspector.user(), "同事li", inspector.device()))))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aFormAboutAProjectIsTakenForTheProject() {
        UUID project = server.ids.next();
        laptop.push(laptop.op(
                new OpKind("project.create"),
                RecordType.PROJECT,
                project,
                0,
                Laptop.created(Map.of("name", "示例视频项目"))));
        asset = project;
        assertThat(answer(inspection(RecordHash.seal(body(inspector.user(), "同事li", inspector.device()))))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anInspectionOfWhatTheLedgerDoesNotHaveIsRefused() {
        asset = server.ids.next();
        assertThat(answer(inspection(RecordHash.seal(body(inspector.user(), "同事li", inspector.device()))))
                        .status())
                .isEqualTo(OpStatus.REJECTED);
    }

    @Test
    void anInspectionThatWasChangedAfterItWasSignedIsRefused() {
        Map<String, Object> fields = fields(RecordHash.seal(body(inspector.user(), "同事li", inspector.device())));
        fields.put("verdict", "normal");
        assertThat(refusal(inspection(fields))).contains("校验值不符");
    }

    @Test
    void anInspectionUnderAColleaguesNameIsRefused() {
        assertThat(refusal(inspection(RecordHash.seal(body(inspector.user(), "同事manager", inspector.device())))))
                .contains("姓名");
    }

    @Test
    void anInspectionOnAColleaguesLaptopIsRefused() {
        assertThat(refusal(inspection(RecordHash.seal(body(inspector.user(), "同事li", laptop.device())))))
                .contains("电脑");
    }

    @Test
    void anInspectionMadeOnALaptopThatARestoredServerHasForgottenIsTaken() {
        assertThat(answer(inspection(RecordHash.seal(body(inspector.user(), "同事li", new DeviceId(server.ids.next())))))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anInspectionMadeBeforeTheLaptopWasCopiedIsTakenFromTheCopy() {
        InspectionBody before = RecordHash.seal(body(inspector.user(), "同事li", inspector.device()));
        inspector.helloAs(new DeviceId(server.ids.next()));
        assertThat(answer(inspection(before)).status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aDoubtWithoutAKnownStateOrWithoutCandidatesIsRefused() {
        assertThat(refusal(doubt("foo", List.of(candidate())))).contains("存疑");
        assertThat(refusal(doubt("open", List.of()))).contains("存疑");
        assertThat(answer(doubt("open", List.of(candidate()))).status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void aDoubtCannotBePatchedIntoNonsenseOrMovedToAnotherObject() {
        Op doubt = doubt("open", List.of(candidate()));
        answer(doubt);
        UUID other = server.ids.next();
        laptop.push(laptop.createAsset(other, Map.of("asset_no", "X-2")));
        assertThat(refusal(patchDoubt(doubt, "state", Laptop.change("open", "foo"))))
                .contains("存疑");
        assertThat(refusal(patchDoubt(doubt, "candidates", new FieldChange(Laptop.node(List.of(candidate())), null))))
                .contains("存疑");
        assertThat(refusal(patchDoubt(doubt, "asset_id", Laptop.change(asset.toString(), other.toString()))))
                .contains("不能修改");
        assertThat(answer(patchDoubt(doubt, "state", Laptop.change("open", "settled")))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    private OpResult answer(Op op) {
        Laptop author = op.userId().equals(inspector.user()) ? inspector : laptop;
        return author.push(op).getFirst();
    }

    private String refusal(Op op) {
        OpResult result = answer(op);
        assertThat(result.status()).isEqualTo(OpStatus.REJECTED);
        return result.problem().detail();
    }

    private Op patch(String field, JsonNode from, JsonNode to) {
        return laptop.op(OpKind.ASSET_PATCH, RecordType.ASSET, asset, 1, Map.of(field, new FieldChange(from, to)));
    }

    private Op inspection(InspectionBody body) {
        return inspection(fields(body));
    }

    private Op inspection(Map<String, Object> fields) {
        return inspector.op(
                OpKind.INSPECTION_CREATE, RecordType.INSPECTION, server.ids.next(), 0, Laptop.created(fields));
    }

    private static Map<String, Object> fields(InspectionBody body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Laptop.node(body).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private InspectionBody body(UserId inspector, String name, DeviceId device) {
        return new InspectionBody(
                new AssetId(asset),
                "ups-m",
                1,
                null,
                null,
                MORNING.minusMinutes(20),
                MORNING,
                inspector,
                name,
                device,
                0,
                Map.of(),
                List.of(new Reading(
                        SlotId.parse("M05.L1"),
                        new ReadingValue.Measured(new BigDecimal("221.50")),
                        null,
                        List.of(),
                        null,
                        Verdict.ABNORMAL,
                        MORNING)),
                null,
                Verdict.ABNORMAL,
                "");
    }

    private Op doubt(String state, List<Map<String, String>> candidates) {
        return laptop.op(
                OpKind.FIELD_CONFLICT_CREATE,
                RecordType.FIELD_CONFLICT,
                server.ids.next(),
                0,
                Laptop.created(Map.of(
                        "asset_id", asset.toString(), "field", "floor", "state", state, "candidates", candidates)));
    }

    private Op patchDoubt(Op doubt, String field, FieldChange change) {
        return laptop.op(
                new OpKind("field_conflict.patch"), RecordType.FIELD_CONFLICT, doubt.recId(), 1, Map.of(field, change));
    }

    private static Map<String, String> candidate() {
        return Map.of("value", "15", "source", "a.txt:1");
    }
}
