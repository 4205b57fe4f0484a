package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.inspection.SubmittedInspections.AddendumOutcome;
import xundang.desktop.inspection.SubmittedInspections.Reason;
import xundang.desktop.inspection.SubmittedInspections.Wanted;
import xundang.desktop.sync.RecordSyncState;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.inspection.SignedContent;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** Submitted inspections whole, their addenda, and what their signatures are worth. */
class AddendaTest extends InspectionTest {
    private static final SlotId TEMPERATURE = SlotId.of("M14");

    private AssetId host;
    private InspectionId id;

    @BeforeEach
    void begin() {
        host = laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);
        id = laptop.inspections.begin(host, "ups-m").id();
    }

    private SubmittedInspection submitted() {
        return laptop.submitted.find(id).orElseThrow();
    }

    private void submit() throws IOException {
        fill(id);
        laptop.inspections.submit(id);
    }

    private static Wanted correction(String degrees) {
        return new Wanted.Correction(TEMPERATURE, number(degrees), null, "看错行");
    }

    private SubmittedInspection amend(Wanted wanted) {
        AddendumOutcome outcome = laptop.submitted.add(id, wanted);
        assertThat(outcome).isInstanceOf(AddendumOutcome.Added.class);
        return ((AddendumOutcome.Added) outcome).now();
    }

    @Test
    void aCorrectionStandsBesideTheOriginalAndIsJudgedAnew() throws IOException {
        submit();
        InspectionBody before = submitted().body();

        SubmittedInspection now = amend(correction("38"));

        SubmittedInspection.Row row = now.row(TEMPERATURE).orElseThrow();
        assertThat(row.original().value()).isEqualTo(number("25"));
        assertThat(row.original().verdict()).isEqualTo(Verdict.NORMAL);
        assertThat(row.now().value()).isEqualTo(number("38"));
        assertThat(row.now().verdict()).isEqualTo(Verdict.ABNORMAL);
        assertThat(now.verdictNow()).isEqualTo(Verdict.ABNORMAL);
        assertThat(now.body()).isEqualTo(before);
        assertThat(RecordHash.of(now.body())).isEqualTo(now.body().recordHash());
    }

    @Test
    void aSecondCorrectionStartsFromTheFirst() throws IOException {
        submit();
        amend(correction("38"));

        SubmittedInspection now = amend(correction("28"));

        assertThat(now.addenda())
                .extracting(known -> known.body().from().value())
                .containsExactly(number("25"), number("38"));
        assertThat(now.row(TEMPERATURE).orElseThrow().now().value()).isEqualTo(number("28"));
    }

    @Test
    void anAddendumSurvivesTheLossOfTheDatabaseAndWaitsForTheServer() throws IOException {
        submit();
        SubmittedInspection now = amend(new Wanted.Remark(null, "空调当天修复"));
        assertThat(now.addendumStates().values()).containsExactly(RecordSyncState.QUEUED);

        laptop.loseDatabase();
        laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1);

        assertThat(submitted().remarks())
                .extracting(known -> known.body().reason())
                .containsExactly("空调当天修复");
    }

    @Test
    void theDossierCountsThem() throws IOException {
        submit();
        amend(new Wanted.Remark(TEMPERATURE, "测点在第 3 层"));
        assertThat(laptop.ledger
                        .dossier(host)
                        .orElseThrow()
                        .history()
                        .getFirst()
                        .addenda())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoCorrectionIsRefused() throws IOException {
        submit();
        assertThat(refused(correction("25"))).isEqualTo(Reason.SAME_ANSWER);
        assertThat(refused(new Wanted.Correction(TEMPERATURE, number("26"), null, " ")))
                .isEqualTo(Reason.WITHOUT_REASON);
        assertThat(refused(new Wanted.Correction(TEMPERATURE, new ReadingValue.YesNo(true), null, "错")))
                .isEqualTo(Reason.WRONG_VALUE);
        assertThat(refused(new Wanted.Correction(SlotId.of("M28"), new ReadingValue.Signed("乙", ""), null, "错")))
                .isEqualTo(Reason.NOT_CORRECTABLE);
        assertThat(submitted().addenda()).isEmpty();
    }

    @Test
    void whoMayOnlyLookMayNotCorrect() throws IOException {
        submit();
        laptop.reopenAs(Role.SUPERVISOR);
        assertThat(refused(correction("26"))).isEqualTo(Reason.NOT_ALLOWED);
    }

    private Reason refused(Wanted wanted) {
        return ((AddendumOutcome.Refused) laptop.submitted.add(id, wanted)).reason();
    }

    @Test
    void theLimitsOfTheDayStayWhenTheLedgerChanges() throws IOException {
        laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1, "attr.v_in_nom", 380);
        submit();
        laptop.host(6, "attr.phases", "1-1", "attr.redundancy", "none", "attr.parallel_n", 1, "attr.v_in_nom", 220);

        SubmittedInspection now = submitted();
        assertThat(now.limitsOfThatDay()).isTrue();
        assertThat(now.row(SlotId.of("M05"))
                        .orElseThrow()
                        .slot()
                        .limits()
                        .normal()
                        .high())
                .isEqualByComparingTo(new BigDecimal("418"));
    }

    @Test
    void aDrawnSignatureIsBoundAndGoesWhenWhatItCoversChanges() throws IOException {
        fill(id);
        enter(id, "M28", new ReadingValue.Signed("示例员甲", "M1 1 L9 9"));
        assertThat(((ReadingValue.Signed) reading(id, "M28").value()).over()).matches("[0-9a-f]{64}");

        enter(id, "M14", "26");

        assertThat(reading(id, "M28")).isNull();
        assertThat(laptop.inspections.submit(id))
                .isEqualTo(new SubmitOutcome.Incomplete(List.of(SlotId.of("M28")), List.of(), List.of()));
    }

    @Test
    void aPictureAddedAfterSigningMakesTheSignatureMissing() throws IOException {
        fill(id);
        enter(id, "M28", new ReadingValue.Signed("示例员甲", "M1 1 L9 9"));
        laptop.inspections.attach(id, SlotId.of("M01"), picture("late"));

        assertThat(laptop.inspections.submit(id))
                .isEqualTo(new SubmitOutcome.Incomplete(List.of(SlotId.of("M28")), List.of(), List.of()));
    }

    @Test
    void aSignatureOnTheSubmittedRecordIsValid() throws IOException {
        fill(id);
        enter(id, "M28", new ReadingValue.Signed("示例员甲", "M1 1 L9 9"));
        laptop.inspections.submit(id);

        SubmittedInspection now = submitted();
        assertThat(now.row(SlotId.of("M28")).orElseThrow().signature()).isEqualTo(SignedContent.State.VALID);
        assertThat(now.row(SlotId.of("M29")).orElseThrow().signature()).isEqualTo(SignedContent.State.NAME_ONLY);
    }
}
