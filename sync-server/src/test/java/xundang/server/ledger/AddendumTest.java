package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.inspection.AddendumBody;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.inspection.SignedContent;
import xundang.model.inspection.Skip;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.Verdict;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** Corrections of submitted inspections: who may make them, what they must say, and that the inspection itself never changes. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class AddendumTest {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-20T08:30:00+08:00");
    private static final SlotId TEMPERATURE = SlotId.of("M15");

    @Parameter
    DatabaseKind kind;

    @TempDir
    Path folder;

    private TestServer server;
    private Laptop manager;
    private Laptop author;
    private UUID asset;
    private UUID inspection;
    private InspectionBody original;

    @BeforeEach
    void start() {
        server = new TestServer(folder, kind);
        manager = server.manager();
        server.person("li", Role.INSPECTOR, "*");
        author = server.laptop("li");
        asset = server.ids.next();
        manager.push(manager.createAsset(asset, Map.of()));
        original = RecordHash.seal(body(List.of(temperature("24.5", Verdict.NORMAL))));
        inspection = server.ids.next();
        assertThat(push(author, submit(inspection, original)).status()).isEqualTo(OpStatus.APPLIED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theAuthorCorrectsAndTheInspectionStaysAsItWas() {
        assertThat(push(author, addendum(author, "同事li", correction("24.5", "33.5")))
                        .status())
                .isEqualTo(OpStatus.APPLIED);

        LedgerRecord kept = server.graph()
                .database()
                .read(tx -> server.graph().ledger().find(tx, new RecordKey(RecordType.INSPECTION, inspection)))
                .orElseThrow();
        assertThat(kept.rev()).isEqualTo(1);
        assertThat(kept.text("record_hash")).contains(original.recordHash());
    }

    @Test
    void aColleagueAndTheAssetManagerMayCorrectIt() {
        server.person("zhao", Role.INSPECTOR, "*");
        Laptop colleague = server.laptop("zhao");

        assertThat(push(colleague, addendum(colleague, "同事zhao", correction("24.5", "26")))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
        assertThat(push(manager, addendum(manager, "同事manager", correction("26", "27")))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anAuditorMayNotCorrectWhatAnotherInspected() {
        server.person("qian", Role.AUDITOR, "*");
        Laptop auditor = server.laptop("qian");

        assertThat(refusal(auditor, addendum(auditor, "同事qian", correction("24.5", "26"))))
                .contains("只能更正自己的记录");
    }

    @Test
    void twoWhoCorrectTheSameRowWithoutNetworkAreBothKept() {
        Op one = addendum(author, "同事li", correction("24.5", "33.5"));
        server.person("zhao", Role.INSPECTOR, "*");
        Laptop colleague = server.laptop("zhao");
        Op other = addendum(colleague, "同事zhao", correction("24.5", "34"));

        assertThat(push(author, one).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(push(colleague, other).status()).isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anOldValueThatNeverStoodThereIsRefused() {
        assertThat(refusal(author, addendum(author, "同事li", correction("21", "33.5"))))
                .contains("更正前的值");
    }

    @Test
    void aRowThatTheFormDoesNotHaveIsRefused() {
        Reading to = reading(SlotId.of("X99"), new ReadingValue.YesNo(true), Verdict.NORMAL);
        assertThat(refusal(author, addendum(author, "同事li", body -> with(body, SlotId.of("X99"), null, to))))
                .contains("没有项目");
    }

    @Test
    void aComputedRowAndASignatureCannotBeCorrected() {
        Reading computed = reading(SlotId.of("M11"), new ReadingValue.Measured(BigDecimal.TEN), Verdict.NORMAL);
        Reading signed = reading(SlotId.of("M28"), new ReadingValue.Signed("别人", ""), Verdict.RECORDED);
        assertThat(refusal(author, addendum(author, "同事li", body -> with(body, computed.slot(), null, computed))))
                .contains("类型");
        assertThat(refusal(author, addendum(author, "同事li", body -> with(body, signed.slot(), null, signed))))
                .contains("类型");
    }

    @Test
    void aRowThatShouldHaveBeenLeftOutCanBeCorrectedSo() {
        Reading out = new Reading(
                TEMPERATURE,
                null,
                new Skip(Skip.Kind.NOT_APPLICABLE, "该室无电池"),
                List.of(),
                null,
                Verdict.SKIPPED,
                MORNING);
        assertThat(push(
                                author,
                                addendum(
                                        author,
                                        "同事li",
                                        body -> with(body, TEMPERATURE, temperature("24.5", Verdict.NORMAL), out)))
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    @Test
    void anAddendumOfAnotherRecordThanTheServersIsRefused() {
        assertThat(refusal(
                        author,
                        addendum(
                                author,
                                "同事li",
                                body -> new AddendumBody(
                                        body.inspectionId(),
                                        body.assetId(),
                                        "0".repeat(64),
                                        null,
                                        null,
                                        null,
                                        List.of(),
                                        body.reason(),
                                        body.authorId(),
                                        body.authorName(),
                                        body.deviceId(),
                                        body.madeAt(),
                                        0,
                                        null,
                                        ""))))
                .contains("与服务器上的不同");
    }

    @Test
    void anAddendumOfAnInspectionThatIsNotThereIsRefused() {
        inspection = server.ids.next();
        assertThat(refusal(author, addendum(author, "同事li", UnaryOperator.identity())))
                .contains("不在服务器上");
    }

    @Test
    void anAddendumInAColleaguesNameOrChangedOnItsWayIsRefused() {
        assertThat(refusal(author, addendum(author, "同事manager", UnaryOperator.identity())))
                .contains("姓名");
        Map<String, Object> fields = fields(body("同事li").sealed());
        fields.put("reason", "另一个理由");
        assertThat(refusal(author, create(author, fields))).contains("校验值不符");
    }

    @Test
    void anAddendumIsNeverChanged() {
        Op op = addendum(author, "同事li", UnaryOperator.identity());
        push(author, op);
        Op again = author.op(
                OpKind.INSPECTION_ADDENDUM_CREATE,
                RecordType.INSPECTION_ADDENDUM,
                op.recId(),
                0,
                Laptop.created(fields(body("同事li", "改过的说明").sealed())));
        assertThat(refusal(author, again)).contains("不能再改");
    }

    @Test
    void anAddendumInTheSamePushAsItsInspectionIsTaken() {
        InspectionBody other = RecordHash.seal(body(List.of(temperature("25", Verdict.NORMAL))));
        UUID id = server.ids.next();
        Op submit = submit(id, other);
        inspection = id;
        original = other;
        List<OpResult> answers = author.push(submit, addendum(author, "同事li", correction("25", "26")));
        assertThat(answers).extracting(OpResult::status).containsOnly(OpStatus.APPLIED);
    }

    @Test
    void aSignatureUnderOtherContentIsRefusedAndOneUnderThisContentIsTaken() {
        List<Reading> readings = List.of(temperature("24.5", Verdict.NORMAL));
        InspectionBody unsigned = body(readings);
        String over = SignedContent.above(
                SlotId.of("M28"),
                TemplateCatalog.bundled().find("ups-m", 1).orElseThrow(),
                SignedContent.Head.of(unsigned),
                readings);
        Reading signature =
                reading(SlotId.of("M28"), new ReadingValue.Signed("同事li", "M1 1 L9 9", over), Verdict.RECORDED);

        InspectionBody good = RecordHash.seal(body(List.of(readings.getFirst(), signature)));
        InspectionBody bad = RecordHash.seal(body(List.of(temperature("25.5", Verdict.NORMAL), signature)));
        assertThat(push(author, submit(server.ids.next(), good)).status()).isEqualTo(OpStatus.APPLIED);
        assertThat(refusal(author, submit(server.ids.next(), bad))).contains("签名");
    }

    private static OpResult push(Laptop laptop, Op op) {
        return laptop.push(op).getFirst();
    }

    private static String refusal(Laptop laptop, Op op) {
        OpResult result = push(laptop, op);
        assertThat(result.status()).isEqualTo(OpStatus.REJECTED);
        return result.problem().detail();
    }

    private Op submit(UUID id, InspectionBody body) {
        return author.op(OpKind.INSPECTION_CREATE, RecordType.INSPECTION, id, 0, Laptop.created(fields(body)));
    }

    private Op addendum(Laptop laptop, String name, UnaryOperator<AddendumBody> change) {
        AddendumBody plain = new AddendumBody(
                new InspectionId(inspection),
                new AssetId(asset),
                original.recordHash(),
                null,
                null,
                null,
                List.of(),
                "抄表时看错行",
                laptop.user(),
                name,
                laptop.device(),
                MORNING.plusHours(2),
                0,
                null,
                "");
        return create(laptop, fields(change.apply(plain).sealed()));
    }

    private AddendumBody body(String name) {
        return body(name, "抄表时看错行");
    }

    private AddendumBody body(String name, String reason) {
        return new AddendumBody(
                new InspectionId(inspection),
                new AssetId(asset),
                original.recordHash(),
                null,
                null,
                null,
                List.of(),
                reason,
                author.user(),
                name,
                author.device(),
                MORNING.plusHours(2),
                0,
                null,
                "");
    }

    private Op create(Laptop laptop, Map<String, Object> fields) {
        return laptop.op(
                OpKind.INSPECTION_ADDENDUM_CREATE,
                RecordType.INSPECTION_ADDENDUM,
                server.ids.next(),
                0,
                Laptop.created(fields));
    }

    private static UnaryOperator<AddendumBody> correction(String from, String to) {
        return body -> with(body, TEMPERATURE, temperature(from, Verdict.NORMAL), temperature(to, Verdict.WARNING));
    }

    private static AddendumBody with(AddendumBody body, SlotId slot, Reading from, Reading to) {
        return new AddendumBody(
                body.inspectionId(),
                body.assetId(),
                body.inspectionHash(),
                slot,
                from,
                to,
                List.of(),
                body.reason(),
                body.authorId(),
                body.authorName(),
                body.deviceId(),
                body.madeAt(),
                body.clockOffsetMs(),
                null,
                "");
    }

    private static Reading temperature(String degrees, Verdict verdict) {
        return reading(TEMPERATURE, new ReadingValue.Measured(new BigDecimal(degrees)), verdict);
    }

    private static Reading reading(SlotId slot, ReadingValue value, Verdict verdict) {
        return new Reading(slot, value, null, List.of(), null, verdict, MORNING);
    }

    private InspectionBody body(List<Reading> readings) {
        return new InspectionBody(
                new AssetId(asset),
                "ups-m",
                1,
                null,
                null,
                MORNING.minusMinutes(20),
                MORNING,
                author.user(),
                "同事li",
                author.device(),
                0,
                Map.of(),
                readings,
                null,
                Verdict.NORMAL,
                "");
    }

    private static Map<String, Object> fields(Object body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Laptop.node(body).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
