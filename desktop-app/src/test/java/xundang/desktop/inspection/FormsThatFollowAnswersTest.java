package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xundang.desktop.asset.FormOffer;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.sync.RecordType;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** Rows, limits and remarks that follow from other answers, from the objects around, and from the visit. */
class FormsThatFollowAnswersTest extends InspectionTest {
    private static final UUID PROJECT = new UUID(0x0190_0000_0000_7000L, 77);

    private InspectionId begin(AssetId asset, String templateId) {
        return laptop.inspections.begin(asset, templateId).id();
    }

    private AssetId project() {
        laptop.feed(RecordType.PROJECT, PROJECT, Map.of("name", "示例视频项目", "package", "P1"));
        return new AssetId(PROJECT);
    }

    private AssetId room() {
        return laptop.host(2, "asset_no", "ROOM-000002", "category", "machine_room", "room", "主机房", "floor", "3");
    }

    private static List<String> slots(Draft draft) {
        return draft.form().slots().stream()
                .map(FormSlot::id)
                .map(SlotId::toString)
                .toList();
    }

    private static ReadingValue.Table excluded(String... codes) {
        return new ReadingValue.Table(List.of(codes).stream()
                .map(code -> Map.of("gb_code", code, "key", "no", "reason", "停电", "approved_by", "示例员乙"))
                .toList());
    }

    private static FormSlot slot(Draft draft, String id) {
        return draft.form().slot(SlotId.parse(id)).orElseThrow();
    }

    @Test
    void aRowAppearsWithTheAnswerItDependsOnAndGoesWithIt() {
        InspectionId id = begin(project(), "vid-d");
        enter(id, "V05", excluded());
        assertThat(slots(laptop.inspections.load(id))).doesNotContain("V05c");
        assertThat(slots(enter(id, "V05", excluded("CAM-000001")))).contains("V05c");
        assertThat(slots(enter(id, "V05", excluded()))).doesNotContain("V05c");
    }

    @Test
    void theAnswerOfARowThatWentStaysWithTheDraftAndComesBackWithTheRow() throws IOException {
        InspectionId id = begin(project(), "vid-d");
        enter(id, "V05", excluded("CAM-000001"));
        laptop.inspections.attach(id, SlotId.of("V05c"), picture("evidence"));

        Draft without = enter(id, "V05", excluded());
        assertThat(without.readings()).doesNotContainKey(SlotId.of("V05c"));
        assertThat(without.left()).containsOnlyKeys(SlotId.of("V05c"));

        Draft again = enter(id, "V05", excluded("CAM-000001"));
        assertThat(again.left()).isEmpty();
        assertThat(again.readings().get(SlotId.of("V05c")).photos()).hasSize(1);
    }

    @Test
    void aLimitThatDependsOnAnAnswerJudgesAnewWhenThatChanges() {
        InspectionId id = begin(project(), "vid-d");
        enter(id, "V02.all", "300");
        enter(id, "V08", "20");
        assertThat(reading(id, "V08").verdict()).isEqualTo(Verdict.ABNORMAL);
        enter(id, "V02.all", "200");
        assertThat(reading(id, "V08").verdict()).isEqualTo(Verdict.NORMAL);
    }

    @Test
    void aComputedRowIsWorkedOutFromATable() {
        InspectionId id = begin(project(), "vid-d");
        enter(id, "V05", excluded("CAM-000001", "CAM-000002"));
        assertThat(reading(id, "V05a").value()).isEqualTo(number("2"));
    }

    @Test
    void aProjectsFormNamesTheProjectAsItsObject() {
        Draft draft = laptop.inspections.begin(project(), "vid-d");
        assertThat(draft.asset().category()).isEqualTo("project");
        assertThat(draft.asset().name()).isEqualTo("示例视频项目");
    }

    @Test
    void whatBelongsToTheVisitIsAskedAndCanBeChanged() {
        InspectionId id = begin(room(), "room-p");
        Draft asked = laptop.inspections.load(id);
        assertThat(asked.questions())
                .extracting(question -> question.asked().attribute())
                .containsExactly("has_generator", "has_crac", "has_fire_system");
        assertThat(asked.questions()).extracting(Draft.Question::answer).containsOnlyNulls();
        assertThat(slots(laptop.inspections.observe(id, "has_generator", "false")))
                .doesNotContain("R06");
        Draft changed = laptop.inspections.observe(id, "has_generator", "true");
        assertThat(slots(changed)).contains("R06");
        assertThat(changed.questions().getFirst().answer()).isEqualTo("true");
    }

    @Test
    void aRoomsFormKnowsTheEquipmentThatStandsInTheRoom() {
        AssetId room = room();
        laptop.host(
                3,
                "asset_no",
                "GEN-000003",
                "category",
                "generator",
                "room",
                "主机房",
                "floor",
                "3",
                "attr.fuel_min_pct",
                80);
        Draft draft = laptop.inspections.begin(room, "room-p");
        assertThat(draft.questions())
                .extracting(question -> question.asked().attribute())
                .containsExactly("has_crac", "has_fire_system");
        assertThat(slot(draft, "R06").limits().normal().low()).isEqualByComparingTo("80");
    }

    @Test
    void equipmentOfAnotherRoomSaysNothing() {
        AssetId room = room();
        laptop.host(
                3,
                "asset_no",
                "GEN-000003",
                "category",
                "generator",
                "room",
                "副机房",
                "floor",
                "3",
                "attr.fuel_min_pct",
                80);
        assertThat(laptop.inspections.begin(room, "room-p").questions()).hasSize(3);
    }

    @Test
    void aCamerasEarthLimitIsThatOfItsPole() {
        laptop.host(4, "asset_no", "POLE-000004", "category", "pole", "attr.ground_ohm_limit", 7);
        AssetId camera = laptop.host(5, "asset_no", "CAM-000005", "category", "camera", "attr.pole_no", "POLE-000004");
        InspectionId id = begin(camera, "cam-f");
        laptop.inspections.observe(id, "earth_test", "true");
        assertThat(slot(laptop.inspections.load(id), "C19").limits().normal().high())
                .isEqualByComparingTo("7");
    }

    @Test
    void commonFieldsOfTheLedgerAreKnownToForms() {
        AssetId camera = laptop.host(5, "asset_no", "CAM-000005", "category", "camera", "lon", 121.5, "lat", 31.2);
        FormPlan form = laptop.inspections.begin(camera, "cam-f").form();
        assertThat(form.wanted())
                .extracting(wanted -> wanted.definition().name())
                .doesNotContain("lon", "lat");
    }

    @Test
    void baselinesOfAStringAreThoseOfItsJars() {
        laptop.host(10, "asset_no", "BAT-000010", "category", "battery_string", "attr.ups_no", "UPS-000001");
        jar(11, 1, "0.50");
        jar(12, 2, "0.52");
        AssetId host = laptop.host(1);
        var attributes = laptop.database.read(tx -> laptop.parts.assets().attributes(tx, host));
        assertThat(attributes.jarBaselines())
                .containsOnly(Map.entry(1, new BigDecimal("0.50")), Map.entry(2, new BigDecimal("0.52")));
        jar(12, 2, "0.55");
        assertThat(laptop.database
                        .read(tx -> laptop.parts.assets().attributes(tx, host))
                        .jarBaselines())
                .containsEntry(2, new BigDecimal("0.55"));
    }

    private void jar(int number, int position, String baseline) {
        laptop.host(
                number,
                "asset_no",
                "JAR-%06d".formatted(number),
                "category",
                "battery_jar",
                "parent_no",
                "BAT-000010",
                "attr.position",
                position,
                "attr.ohmic_baseline",
                new BigDecimal(baseline));
    }

    @Test
    void anOutlierThatIsMeasuredAgainKeepsBothValues() {
        AssetId host = laptop.host(1);
        for (int month = 3; month <= 6; month++) {
            pulled(month, host, "2026-0%d-02T09:00:00+08:00".formatted(month), "25");
        }
        InspectionId id = begin(host, "ups-m");
        Draft first = enter(id, "M14", "34");
        assertThat(first.outlier(first.readings().get(SlotId.of("M14")))).isPresent();
        assertThat(reading(id, "M14").firstValue()).isNull();

        enter(id, "M14", "26");
        Reading again = reading(id, "M14");
        assertThat(again.value()).isEqualTo(number("26"));
        assertThat(again.firstValue()).isEqualTo(number("34"));

        enter(id, "M14", "27");
        assertThat(reading(id, "M14").firstValue()).isEqualTo(number("34"));
    }

    @Test
    void anOutlierThatIsMeasuredTheSameAgainSaysSo() {
        AssetId host = laptop.host(1);
        for (int month = 3; month <= 6; month++) {
            pulled(month, host, "2026-0%d-02T09:00:00+08:00".formatted(month), "25");
        }
        InspectionId id = begin(host, "ups-m");
        enter(id, "M14", "34");
        enter(id, "M14", "34");
        assertThat(reading(id, "M14").firstValue()).isEqualTo(number("34"));
    }

    @Test
    void aValueThatMerelyChangedHasNoFirstOne() {
        InspectionId id = begin(laptop.host(1), "ups-m");
        enter(id, "M14", "34");
        enter(id, "M14", "26");
        assertThat(reading(id, "M14").firstValue()).isNull();
    }

    @Test
    void theSecondPictureOfAPairIsALaterOne() throws IOException {
        InspectionId id = begin(laptop.host(1), "rem-r");
        laptop.keeper.takenAt = "2026-08-03T14:05:00";
        assertThat(laptop.inspections.attach(id, SlotId.of("D09"), picture("before")))
                .isInstanceOf(AttachOutcome.Attached.class);
        laptop.keeper.takenAt = "2026-08-03T13:00:00";
        assertThat(laptop.inspections.attach(id, SlotId.of("D09"), picture("earlier")))
                .isEqualTo(new AttachOutcome.Refused(AttachOutcome.Reason.AFTER_NOT_LATER));
        laptop.keeper.takenAt = "2026-08-03T15:00:00";
        assertThat(laptop.inspections.attach(id, SlotId.of("D09"), picture("before")))
                .isEqualTo(new AttachOutcome.Refused(AttachOutcome.Reason.AFTER_NOT_LATER));
        assertThat(laptop.inspections.attach(id, SlotId.of("D09"), picture("after")))
                .isInstanceOf(AttachOutcome.Attached.class);
    }

    @Test
    void aRemovalLabelIsHeldAgainstThoseOfOtherRemovals() {
        InspectionId first = begin(laptop.host(1), "rem-r");
        enter(first, "D01", new ReadingValue.Choice(List.of("310110")));
        assertThat(enter(first, "D03", new ReadingValue.Written("杨浦区设备1")).remarks())
                .isEmpty();
        InspectionId second = begin(laptop.host(2), "rem-r");
        enter(second, "D01", new ReadingValue.Choice(List.of("310110")));
        assertThat(said(enter(second, "D03", new ReadingValue.Written("杨浦区设备1"))))
                .isEqualTo("label.used_twice");
        assertThat(said(enter(second, "D03", new ReadingValue.Written("杨浦设备2"))))
                .isEqualTo("label.wrong_form");
        assertThat(said(enter(second, "D03", new ReadingValue.Written("杨浦区设备4"))))
                .isEqualTo("label.not_consecutive");
        assertThat(enter(second, "D03", new ReadingValue.Written("杨浦区设备2")).remarks())
                .isEmpty();
    }

    private static String said(Draft draft) {
        return draft.remarks().get(SlotId.of("D03")).getFirst().key();
    }

    @Test
    void onlyFormsThatFitAreOfferedThoseOfItsOwnCategoryFirst() {
        project();
        AssetId camera = laptop.host(5, "asset_no", "CAM-000005", "category", "camera", "project", "示例视频项目");
        InspectionId draft = begin(camera, "cam-f");
        assertThat(laptop.ledger.forms(camera))
                .extracting(FormOffer::templateId)
                .containsExactly("cam-f", "vid-d", "ledger-sc", "rem-r");
        assertThat(laptop.ledger.forms(camera).getFirst().openDraft()).isEqualTo(draft);
        assertThat(laptop.ledger.forms(camera).get(1).subject()).isEqualTo(new AssetId(PROJECT));
        assertThat(laptop.ledger.forms(room()))
                .extracting(FormOffer::templateId)
                .containsExactly("fire-p", "room-p", "room-sc", "ledger-sc", "rem-r");
    }

    @Test
    void aReferenceIsFoundByItsLabelItsNumberOrWordsOfItsName() {
        laptop.host(6);
        laptop.host(7, "name", "GE LP15-31");
        assertThat(laptop.inspections.assets("ups-000006"))
                .extracting(asset -> asset.assetNo())
                .containsExactly("UPS-000006");
        assertThat(laptop.inspections.assets("ge lp15"))
                .extracting(asset -> asset.assetNo())
                .containsExactly("UPS-000007");
        assertThat(laptop.inspections.assets("  ")).isEmpty();
    }
}
