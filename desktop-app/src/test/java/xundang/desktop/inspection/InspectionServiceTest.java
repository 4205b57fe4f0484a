package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.sync.RecordType;
import xundang.model.template.SlotId;
import xundang.model.template.SlotLimits;
import xundang.model.template.Verdict;

class InspectionServiceTest extends InspectionTest {
    private InspectionId id;

    @BeforeEach
    void begin() {
        AssetId host = laptop.host(6, "attr.phases", "3-3", "attr.redundancy", "none", "attr.parallel_n", 2);
        id = laptop.inspections.begin(host, "ups-m").id();
    }

    @Test
    void aRecordedReadingIsThereAfterReopening() {
        laptop.inspections.record(id, SlotId.of("M06"), number("49.90"), null, "油机供电", SlotId.parse("M07.L1"));
        laptop.reopen();

        Reading reading = reading(id, "M06");
        assertThat(reading.value()).isEqualTo(number("49.90"));
        assertThat(reading.note()).isEqualTo("油机供电");
        assertThat(reading.verdict()).isEqualTo(Verdict.NORMAL);
        assertThat(reading.recordedAt()).isEqualTo("2026-08-03T14:05:00+08:00");
    }

    @Test
    void theProgramReopensOnTheSameQuestion() {
        laptop.inspections.record(id, SlotId.of("M06"), number("50"), null, null, SlotId.parse("M07.L2"));
        laptop.reopen();

        assertThat(laptop.inspections.lastActive()).contains(id);
        assertThat(laptop.inspections.load(id).active()).isEqualTo(SlotId.parse("M07.L2"));
    }

    @Test
    void aDraftComesBackFromTheJournalWhenTheDatabaseIsLost() throws IOException {
        enter(id, "M06", "50");
        laptop.inspections.attach(id, SlotId.of("M02"), picture("panel"));
        laptop.loseDatabase();
        laptop.feed(RecordType.SITE, TestLaptop.SITE, Map.of("name", "杨浦机房"));
        laptop.host(6, "attr.phases", "3-3");

        assertThat(laptop.inspections.lastActive()).contains(id);
        assertThat(reading(id, "M06").value()).isEqualTo(number("50"));
        assertThat(reading(id, "M02").photos()).hasSize(1);
    }

    @Test
    void beginningAgainResumesTheDraft() {
        enter(id, "M06", "50");
        AssetId host = laptop.inspections.load(id).asset().id();

        Draft again = laptop.inspections.begin(host, "ups-m");

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.readings()).containsKey(SlotId.of("M06"));
        assertThat(laptop.drafts()).hasSize(1);
    }

    @Test
    void aDraftThatWasLeftIsNotActiveAnyMore() {
        laptop.inspections.leave(id);
        laptop.reopen();

        assertThat(laptop.inspections.lastActive()).isEmpty();
        assertThat(laptop.drafts()).containsExactly(id);
    }

    @Test
    void openingAnotherDraftMakesThatOneActive() {
        InspectionId other = laptop.inspections.begin(laptop.host(7), "ups-m").id();
        laptop.inspections.load(id);
        assertThat(laptop.inspections.lastActive()).contains(id);

        laptop.inspections.load(other);

        assertThat(laptop.inspections.lastActive()).contains(other);
    }

    @Test
    void aDraftBelongsToThePersonWhoBeganIt() {
        laptop.reopenAs(TestLaptop.LI);

        assertThat(laptop.drafts()).isEmpty();
        assertThat(laptop.inspections.lastActive()).isEmpty();
    }

    @Test
    void imbalanceFollowsFromTheCurrents() {
        enter(id, "M09.L1", "42");
        enter(id, "M09.L2", "36");
        Draft draft = enter(id, "M09.L3", "30");

        Reading imbalance = draft.readings().get(SlotId.of("M11"));
        assertThat(((ReadingValue.Measured) imbalance.value()).number().setScale(2, RoundingMode.HALF_UP))
                .isEqualTo("16.67");
        assertThat(imbalance.verdict()).isEqualTo(Verdict.NORMAL);
    }

    @Test
    void imbalanceGoesWithACurrentThatIsCleared() {
        enter(id, "M09.L1", "42");
        enter(id, "M09.L2", "36");
        enter(id, "M09.L3", "30");

        assertThat(enter(id, "M09.L2", (ReadingValue) null).readings())
                .doesNotContainKeys(SlotId.of("M11"), SlotId.parse("M09.L2"));
    }

    @Test
    void aSkipIsKeptWithItsReason() {
        Skip skip = new Skip(Skip.Kind.NOT_INSPECTED, "钳表没电");
        laptop.inspections.record(id, SlotId.of("M13"), null, skip, null, SlotId.of("M14"));

        assertThat(reading(id, "M13").skip()).isEqualTo(skip);
        assertThat(reading(id, "M13").verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void picturesStayWhenTheAnswerIsCleared() throws IOException {
        enter(id, "M21", "65");
        laptop.inspections.attach(id, SlotId.of("M21"), picture("terminal"));
        enter(id, "M21", (ReadingValue) null);

        assertThat(reading(id, "M21").photos()).hasSize(1);
        assertThat(reading(id, "M21").value()).isNull();
    }

    @Test
    void aValueThatDoesNotFitChangesNothing() {
        enter(id, "M06", "50");

        assertThatThrownBy(() -> enter(id, "M06", new ReadingValue.Written("fifty")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(reading(id, "M06").value()).isEqualTo(number("50"));
    }

    @Test
    void aComputedSlotCannotBeTyped() {
        assertThatThrownBy(() -> enter(id, "M11", "5")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAttributeThatTheLedgerLacksIsAskedAndDecidesTheRows() {
        InspectionId other = laptop.inspections.begin(laptop.host(8), "ups-m").id();

        Draft observed = laptop.inspections.observe(other, "phases", "1-1");
        laptop.reopen();

        assertThat(observed.form().slot(SlotId.of("M05"))).isPresent();
        assertThat(laptop.inspections.load(other).observed()).containsEntry("phases", "1-1");
        assertThat(laptop.inspections.load(other).form().asked())
                .noneMatch(asked -> asked.attribute().equals("phases"));
    }

    @Test
    void whatWasEnteredIsJudgedAgainWhenALimitBecomesKnown() {
        InspectionId other = laptop.inspections
                .begin(laptop.host(8, "attr.phases", "1-1"), "ups-m")
                .id();
        enter(other, "M10", "60");
        assertThat(reading(other, "M10").verdict()).isEqualTo(Verdict.UNJUDGED);

        laptop.inspections.observe(other, "redundancy", "2N");

        assertThat(reading(other, "M10").verdict()).isEqualTo(Verdict.ABNORMAL);
    }

    @Test
    void whatTheLedgerKnowsIsNotObserved() {
        assertThatThrownBy(() -> laptop.inspections.observe(id, "phases", "1-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnswerThatIsNotOfferedIsRefused() {
        InspectionId other = laptop.inspections.begin(laptop.host(8), "ups-m").id();

        assertThatThrownBy(() -> laptop.inspections.observe(other, "phases", "2-2"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatALimitNeedsIsSuppliedFromTheNameplateAndCanBeCorrected() {
        enter(id, "M05.L1", "300");
        assertThat(supplements())
                .contains("v_in_nom null [M05]", "jar_count null [M12]", "rated_backup_min null [M23]");

        laptop.inspections.observe(id, "v_in_nom", "38");
        laptop.inspections.observe(id, "v_in_nom", "380");
        laptop.reopen();

        assertThat(reading(id, "M05.L1").verdict()).isEqualTo(Verdict.ABNORMAL);
        assertThat(supplements()).contains("v_in_nom 380 [M05]");
        assertThat(laptop.inspections.load(id).observed()).containsEntry("v_in_nom", "380");
    }

    @Test
    void whatWasSuppliedCanBeTakenBack() {
        enter(id, "M05.L1", "300");
        laptop.inspections.observe(id, "v_in_nom", "380");

        laptop.inspections.observe(id, "v_in_nom", "");

        assertThat(reading(id, "M05.L1").verdict()).isEqualTo(Verdict.UNJUDGED);
    }

    @ParameterizedTest
    @CsvSource({"v_in_nom, 0", "v_in_nom, 380V", "jar_count, 401", "jar_count, 2.5", "jar_v, 3", "rated_kva, 300"})
    void whatTheLedgerCouldNotHoldIsNotSupplied(String attribute, String value) {
        assertThatThrownBy(() -> laptop.inspections.observe(id, attribute, value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> supplements() {
        return laptop.inspections.load(id).supplements().stream()
                .map(it -> it.wanted().definition().name() + " " + it.value() + " "
                        + it.wanted().items())
                .toList();
    }

    @Test
    void theBatteriesOfAHostGiveItsStringVoltageLimits() {
        string(77, "attr.jar_count", 186, "attr.jar_v", "2");

        assertThat(stringVoltage().normal().low()).isEqualByComparingTo("409.2");
    }

    @Test
    void stringsThatAgreeGiveTheValueAndEachMayLackOne() {
        string(77, "attr.jar_count", 186, "attr.jar_v", "2", "attr.float_v_cell_min", new BigDecimal("2.20"));
        string(78, "attr.jar_count", 186, "attr.float_v_cell_min", new BigDecimal("2.2"));

        assertThat(stringVoltage().normal().low()).isEqualByComparingTo("409.2");
        assertThat(stringVoltage().source()).isEqualTo("P+model");
    }

    @Test
    void stringsThatDisagreeLeaveTheLimitUnjudgedAndAreNotAskedAbout() {
        string(77, "attr.jar_count", 186, "attr.jar_v", "2");
        string(78, "attr.jar_count", 180, "attr.jar_v", "2");

        assertThat(stringVoltage().obstacle().kind()).isEqualTo(SlotLimits.Obstacle.Kind.DISPUTED);
        assertThat(stringVoltage().obstacle().attributes())
                .extracting(SlotLimits.Named::attribute)
                .containsExactly("jar_count");
        assertThat(enter(id, "M12", "420").readings().get(SlotId.of("M12")).verdict())
                .isEqualTo(Verdict.UNJUDGED);
        assertThat(supplements()).noneMatch(it -> it.startsWith("jar_count"));
    }

    @ParameterizedTest
    @CsvSource({"state, scrapped", "state, in_stock", "state, missing", "sample, true", "attr.ups_no, UPS-000007"})
    void aStringThatDoesNotServeTheHostSaysNothingAboutIt(String field, String value) {
        string(77, "attr.jar_count", 186, "attr.jar_v", "2");
        string(78, "attr.jar_count", 32, "attr.jar_v", "12", field, value.equals("true") ? (Object) true : value);

        assertThat(stringVoltage().normal().low()).isEqualByComparingTo("409.2");
    }

    @Test
    void aSampleHostHasSampleStrings() {
        laptop.host(6, "sample", true);
        string(77, "attr.jar_count", 186, "attr.jar_v", "2", "sample", true);

        assertThat(stringVoltage().normal().low()).isEqualByComparingTo("409.2");
    }

    private SlotLimits stringVoltage() {
        return laptop.inspections
                .load(id)
                .form()
                .slot(SlotId.of("M12"))
                .orElseThrow()
                .limits();
    }

    /** A battery string of UPS-000006, with further fields as given. */
    private void string(long number, Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "asset_no",
                "BAT-%06d".formatted(number),
                "category",
                "battery_string",
                "name",
                "电池组",
                "state",
                "in_service",
                "attr.ups_no",
                "UPS-000006"));
        for (int at = 0; at < more.length; at += 2) {
            fields.put((String) more[at], more[at + 1]);
        }
        laptop.feed(RecordType.ASSET, new UUID(1, number), fields);
    }

    @Test
    void withoutBatteriesInTheLedgerTheStringVoltageIsNotJudged() {
        assertThat(enter(id, "M12", "420").readings().get(SlotId.of("M12")).verdict())
                .isEqualTo(Verdict.UNJUDGED);
    }

    @Test
    void anUnknownAssetOrDraftIsNamed() {
        assertThatThrownBy(() -> laptop.inspections.begin(new AssetId(new UUID(9, 9)), "ups-m"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> laptop.inspections.load(new InspectionId(new UUID(9, 9))))
                .isInstanceOf(NoSuchElementException.class);
    }
}
