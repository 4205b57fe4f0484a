package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.photo.PhotoId;

/** Which rows the forms have, and what keeps them from being submitted. */
class FormRowsTest {
    private static final PhotoId ONE = new PhotoId(new UUID(7, 1));
    private static final PhotoId TWO = new PhotoId(new UUID(7, 2));

    static List<InspectionTemplate> templates() {
        return Forms.CATALOG.all();
    }

    @ParameterizedTest
    @CsvSource({
        "room-p, has_generator, R05",
        "room-p, has_crac, R10",
        "room-p, has_fire_system, R12",
        "fire-p, has_fire_system, F02",
        "ups-q, cleaning, H01",
        "ups-q, discharge_test, Y05",
        "cam-f, earth_test, C19"
    })
    void whatARoomOrAVisitDoesNotHaveIsNotAsked(String form, String attribute, String item) {
        assertThat(Forms.ids(Forms.plan(form, Map.of(attribute, "true")), item)).isNotEmpty();
        assertThat(Forms.ids(Forms.plan(form, Map.of()), item)).isNotEmpty();
        assertThat(Forms.ids(Forms.plan(form, Map.of(attribute, "false")), item))
                .isEmpty();
    }

    @Test
    void aFormAsksWhatDecidesAboutItsRows() {
        assertThat(Forms.plan("room-p", Map.of()).asked())
                .extracting(FormPlan.AskedAttribute::attribute)
                .containsExactly("has_generator", "has_crac", "has_fire_system");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "3, false", "4, true", "5, true"})
    void panAndTiltIsForCamerasThatHaveIt(String structure, boolean asked) {
        assertThat(Forms.ids(Forms.plan("cam-f", Map.of("structure", structure)), "C10")
                        .isEmpty())
                .isEqualTo(!asked);
    }

    @ParameterizedTest
    @CsvSource({"camera, true, true", "switch, true, false", "ups_host, false, false"})
    void theConsistencyCheckFollowsTheCategory(String category, boolean network, boolean outdoors) {
        FormPlan plan = Forms.plan("ledger-sc", Map.of("category", category));

        assertThat(Forms.ids(plan, "A13").isEmpty()).isEqualTo(!network);
        assertThat(Forms.ids(plan, "A07").isEmpty()).isEqualTo(!outdoors);
        assertThat(Forms.ids(plan, "A12").isEmpty()).isEqualTo(!outdoors);
    }

    @Test
    void testsThatNeedAPermitAreOnlyAskedWithOne() {
        Map<SlotId, Reading> refused = answered("Q01", new ReadingValue.YesNo(false));
        Map<SlotId, Reading> granted = answered("Q01", new ReadingValue.YesNo(true));
        Map<String, String> discharge = Map.of("discharge_test", "true");

        for (String item : List.of("Q03a", "Q04", "Q05", "Q06", "Y05")) {
            assertThat(Forms.ids(Forms.plan("ups-q", discharge, refused), item)).isEmpty();
            assertThat(Forms.ids(Forms.plan("ups-q", discharge, granted), item)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "12, 12", "0, 1", "x, 1"})
    void eachCylinderIsARow(String count, int rows) {
        FormPlan plan = Forms.plan("fire-p", Map.of("cylinder_count", count));

        assertThat(Forms.ids(plan, "F02")).hasSize(rows).startsWith("F02.1");
        assertThat(plan.slot(SlotId.parse("F02.1")).orElseThrow().partLabel())
                .isEqualTo(new Label("1 号瓶", "Cylinder 1"));
    }

    @Test
    void supplyAndReturnAirAreTwoRowsOfOneItem() {
        FormPlan plan = Forms.plan("room-p", Map.of());

        assertThat(Forms.ids(plan, "R10")).containsExactly("R10.supply", "R10.return");
        assertThat(plan.slot(SlotId.parse("R10.return")).orElseThrow().partLabel())
                .isEqualTo(new Label("回风", "Return"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void anEmptyFormLacksEveryRowThatIsAskedAndABareGapIsNeverComplete(InspectionTemplate template) {
        FormPlan plan = Forms.ENGINE.plan(template, Forms.of(FormLimitsTest.EVERYTHING));
        Completeness empty = Forms.ENGINE.completeness(plan, Map.of());
        Map<SlotId, Reading> reasons = new LinkedHashMap<>();
        plan.slots().stream()
                .filter(slot -> slot.item().kind() != ItemKind.COMPUTED)
                .forEach(slot -> reasons.put(slot.id(), Forms.skipped(slot, "没有条件")));

        assertThat(empty.isComplete()).isFalse();
        assertThat(Forms.ENGINE.completeness(plan, reasons).isComplete()).isTrue();
        SlotId first = reasons.keySet().iterator().next();
        reasons.remove(first);
        assertThat(Forms.ENGINE.completeness(plan, reasons).unanswered()).containsExactly(first);
    }

    @Test
    void aPairNeedsTwoPictures() {
        FormPlan plan = Forms.plan("rem-r", Map.of());
        SlotId pair = SlotId.of("D09");

        assertThat(lacksPhoto(plan, pair, List.of(ONE))).isTrue();
        assertThat(lacksPhoto(plan, pair, List.of(ONE, TWO))).isFalse();
    }

    @Test
    void aJarTableWithAPositionLeftOutIsAGap() {
        FormPlan plan = Forms.plan("bat-r", Map.of("jar_count", "3", "jar_v", "2"));
        SlotId jars = SlotId.of("B09");

        assertThat(isGap(plan, jars, jars("2.25", "2.25"))).isTrue();
        assertThat(isGap(plan, jars, jars("2.25", "2.25", "2.25"))).isFalse();
    }

    @Test
    void aJarTableIsJudgedWithTheBaselinesOfItsString() {
        Attributes string = new Attributes() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(
                        Map.of("jar_count", "1", "jar_v", "2").get(name));
            }

            @Override
            public Map<Integer, BigDecimal> jarBaselines() {
                return Map.of(1, new BigDecimal("0.50"));
            }
        };
        FormSlot slot = Forms.ENGINE
                .plan(Forms.CATALOG.find("bat-r").orElseThrow(), string.orElse(Forms.of(Map.of())))
                .slot(SlotId.of("B09"))
                .orElseThrow();
        ReadingValue aged = new ReadingValue.Jars(
                OhmicUnit.RESISTANCE, List.of(JarReading.of(1, new BigDecimal("2.25"), new BigDecimal("0.75"))));

        assertThat(Forms.ENGINE.judge(slot, aged, null)).isEqualTo(Verdict.ABNORMAL);
        assertThat(slot.limits().source()).isEqualTo("P+model");
    }

    @Test
    void aTableWithAWrongCellIsAGapAndAnEmptyListIsAnAnswer() {
        FormPlan plan = Forms.plan("vid-d", Map.of());
        SlotId offline = SlotId.of("V04");
        Map<String, String> row = new HashMap<>(Map.of("gb_code", "1", "cause", "power"));

        assertThat(isGap(plan, offline, new ReadingValue.Table(List.of()))).isFalse();
        assertThat(isGap(plan, offline, new ReadingValue.Table(List.of(row)))).isFalse();
        assertThat(isGap(plan, offline, new ReadingValue.Table(List.of(row, row))))
                .isTrue();
        row.put("cause", "weather");
        assertThat(isGap(plan, offline, new ReadingValue.Table(List.of(row)))).isTrue();
    }

    @Test
    void aListOfReplacedJarsMustNotBeEmpty() {
        assertThat(isGap(Forms.plan("bat-r", Map.of()), SlotId.of("B04"), new ReadingValue.Table(List.of())))
                .isTrue();
    }

    @Test
    void eachWrongCellIsNamedWithItsRow() {
        TableRule rule = Forms.CATALOG.find("bat-r").orElseThrow().item("B04").table();
        ReadingValue.Table table = new ReadingValue.Table(List.of(
                Map.of("position", "5"),
                Map.of("position", "401"),
                Map.of("serial", "A1"),
                Map.of("position", "5", "colour", "red"),
                Map.of("position", "6", "note", "x".repeat(TableCheck.MAX_CELL + 1))));

        assertThat(TableCheck.check(rule, table))
                .containsExactly(
                        new TableCheck.Cell(1, "position", TableCheck.Problem.NOT_A_POSITION),
                        new TableCheck.Cell(2, "position", TableCheck.Problem.MISSING),
                        new TableCheck.Cell(3, "position", TableCheck.Problem.DUPLICATE),
                        new TableCheck.Cell(3, "colour", TableCheck.Problem.UNKNOWN_COLUMN),
                        new TableCheck.Cell(4, "note", TableCheck.Problem.TOO_LONG));
    }

    private static Map<SlotId, Reading> answered(String slot, ReadingValue value) {
        SlotId id = SlotId.of(slot);
        return Map.of(id, new Reading(id, value, null, List.of(), null, Verdict.RECORDED, Forms.AT));
    }

    private static ReadingValue jars(String... volts) {
        List<JarReading> rows = new ArrayList<>();
        for (String volt : volts) {
            rows.add(JarReading.of(rows.size() + 1, new BigDecimal(volt), null));
        }
        return new ReadingValue.Jars(null, rows);
    }

    private static boolean isGap(FormPlan plan, SlotId slot, ReadingValue value) {
        Reading reading = new Reading(slot, value, null, List.of(ONE), null, Verdict.RECORDED, Forms.AT);
        return Forms.ENGINE
                .completeness(plan, Map.of(slot, reading))
                .unanswered()
                .contains(slot);
    }

    private static boolean lacksPhoto(FormPlan plan, SlotId slot, List<PhotoId> photos) {
        Reading reading = new Reading(slot, null, null, photos, null, Verdict.RECORDED, Forms.AT);
        return Forms.ENGINE
                .completeness(plan, Map.of(slot, reading))
                .withoutPhoto()
                .contains(slot);
    }
}
