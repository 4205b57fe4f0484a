package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.inspection.AttachOutcome;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.inspection.ui.RowViewModel.Saved;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.asset.AssetId;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.ItemKind;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

class FormViewModelTest {
    private static final String UNREAD = "未读：";

    private final Desk desk = new Desk();
    private final List<AssetId> submitted = new ArrayList<>();
    private final List<PersonError> left = new ArrayList<>();
    private final FormViewModel form =
            new FormViewModel(desk.inspections, desk.tasks, asset -> submitted.add(asset.id()), left::add);

    @BeforeEach
    void begin() {
        form.begin(YangpuLedger.id(6), "ups-m");
    }

    private RowViewModel row(String slot) {
        return form.row(SlotId.parse(slot)).orElseThrow();
    }

    private void type(String slot, String text) {
        form.activate(row(slot));
        row(slot).textProperty().set(text);
    }

    private static Skip notInspected() {
        return new Skip(Skip.Kind.NOT_INSPECTED, "没有仪表");
    }

    @Test
    void theCursorStandsOnTheFirstRow() {
        assertThat(form.activeProperty().get().id()).isEqualTo(SlotId.of("M01"));
    }

    @Test
    void whoeverIsToldOfTheRowsFindsTheirDraft() {
        List<Boolean> draftKnown = new ArrayList<>();
        form.rowsProperty()
                .subscribe(rows ->
                        draftKnown.add(rows.isEmpty() || form.draftProperty().get() != null));

        form.begin(YangpuLedger.id(7), "ups-m");

        assertThat(draftKnown).hasSizeGreaterThan(1).doesNotContain(false);
    }

    @Test
    void anAnswerAfterARefusedSubmissionTakesTheNoticeAway() {
        form.submit();
        assertThat(form.gapsProperty().get()).isNotNull();

        type("M15", "24.5");
        form.next();

        assertThat(form.gapsProperty().get()).isNull();
    }

    @Test
    void enterSavesTheNumberAndGoesOn() {
        type("M05.L1", "389");
        form.next();
        assertThat(form.activeProperty().get().id()).isEqualTo(SlotId.parse("M05.L2"));
        assertThat(row("M05.L1").readingProperty().get().value())
                .isEqualTo(new ReadingValue.Measured(new BigDecimal("389")));
        assertThat(row("M05.L1").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    @Test
    void shiftEnterGoesBack() {
        form.activate(row("M05.L2"));
        form.back();
        assertThat(form.activeProperty().get().id()).isEqualTo(SlotId.parse("M05.L1"));
    }

    @Test
    void fullWidthDigitsAreTaken() {
        type("M05.L1", "３８９．５");
        form.next();
        assertThat(row("M05.L1").textProperty().get()).isEqualTo("389.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"三百八", "38o", "1.2.3"})
    void textInANumberFieldIsSaidAndNothingIsSaved(String typed) {
        type("M05.L1", typed);
        form.next();
        assertThat(form.activeProperty().get().id()).isEqualTo(SlotId.parse("M05.L1"));
        assertThat(row("M05.L1").errorProperty().get().code()).isEqualTo("E-FORM-101");
        assertThat(row("M05.L1").textProperty().get()).isEqualTo(typed);
        assertThat(desk.inspections.log()).doesNotContain("record M05.L1");
    }

    @Test
    void theVerdictIsThereBeforeTheAnswerIsSaved() {
        type("M15", "50");
        assertThat(row("M15").verdictProperty().get()).isEqualTo(Verdict.ABNORMAL);
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.NOTHING_YET);
    }

    @Test
    void aStoreFaultKeepsTheTypedTextAndSaysNotSaved() {
        type("M15", "24.5");
        desk.inspections.fault = new StoreException(StoreException.Reason.DISK_FULL, "no space");
        form.next();
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.FAILED);
        assertThat(row("M15").textProperty().get()).isEqualTo("24.5");
        assertThat(row("M15").errorProperty().get().code()).isEqualTo("E-STORE-101");
    }

    @Test
    void afterAStoreFaultEnterTriesAgain() {
        type("M15", "24.5");
        desk.inspections.fault = new StoreException(StoreException.Reason.DISK_FULL, "no space");
        form.next();
        desk.inspections.fault = null;
        form.activate(row("M15"));
        form.next();
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.SAVED);
        assertThat(row("M15").errorProperty().get()).isNull();
    }

    @Test
    void leavingARowWithTheMouseSavesIt() {
        type("M15", "24.5");
        form.activate(row("M01"));
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    @Test
    void anUntouchedRowIsNotSavedAgain() {
        form.next();
        assertThat(desk.inspections.log()).containsExactly("begin");
    }

    @Test
    void choosingSavesAtOnce() {
        form.choose(row("M02"), "eco");
        assertThat(row("M02").chosen()).containsExactly("eco");
        assertThat(row("M02").verdictProperty().get()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void severalChoicesAreKeptInTheTemplatesOrder() {
        List<String> codes = row("M19").slot().item().options().stream()
                .map(option -> option.code())
                .toList();
        form.choose(row("M19"), codes.get(3));
        form.choose(row("M19"), codes.get(1));
        assertThat(row("M19").chosen()).containsExactly(codes.get(1), codes.get(3));
        form.choose(row("M19"), codes.get(3));
        form.choose(row("M19"), codes.get(1));
        assertThat(row("M19").readingProperty().get()).isNull();
    }

    @Test
    void leavingOutNeedsAReason() {
        form.skip(row("M14"), Skip.Kind.NOT_INSPECTED, "  ");
        assertThat(row("M14").errorProperty().get().code()).isEqualTo("E-FORM-104");
        form.skip(row("M14"), Skip.Kind.NOT_INSPECTED, "没有仪表");
        assertThat(row("M14").readingProperty().get().skip()).isEqualTo(notInspected());
        assertThat(row("M14").verdictProperty().get()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void aNoteKeepsWhatIsTypedBesideIt() {
        type("M15", "24.5");
        form.openPanel(Panel.NOTE);
        form.note(row("M15"), "空调刚开");
        assertThat(row("M15").readingProperty().get().note()).isEqualTo("空调刚开");
        assertThat(row("M15").readingProperty().get().value())
                .isEqualTo(new ReadingValue.Measured(new BigDecimal("24.5")));
        assertThat(row("M15").panelProperty().get()).isEqualTo(Panel.NONE);
    }

    @Test
    void aPhotoDoesNotTouchWhatIsBeingTyped() {
        type("M21", "41");
        form.attach(row("M21"), Path.of("terminal.jpg"));
        assertThat(row("M21").textProperty().get()).isEqualTo("41");
        assertThat(row("M21").readingProperty().get().photos()).hasSize(1);
        form.next();
        assertThat(row("M21").readingProperty().get().photos()).hasSize(1);
        assertThat(row("M21").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    @ParameterizedTest
    @EnumSource(AttachOutcome.Reason.class)
    void aRefusedPictureSaysWhy(AttachOutcome.Reason reason) {
        desk.inspections.refusal = reason;
        form.attach(row("M25"), Path.of("file"));
        assertThat(row("M25").errorProperty().get().code()).startsWith("E-PHOTO-11");
    }

    @Test
    void answeringThePhasesChangesTheFormAndKeepsWhatIsTyped() {
        type("M15", "24");
        assertThat(form.draftProperty().get().form().asked()).isNotEmpty();
        form.observe("phases", "1-1");
        assertThat(form.row(SlotId.parse("M05.L2"))).isEmpty();
        assertThat(form.row(SlotId.of("M05"))).isPresent();
        assertThat(row("M15").textProperty().get()).isEqualTo("24");
    }

    @Test
    void aNameplateValueIsKeptAndJudgesWhatWaitedForIt() {
        type("M23", "20");
        form.next();
        assertThat(row("M23").verdictProperty().get()).isEqualTo(Verdict.UNJUDGED);

        supplement("rated_backup_min").textProperty().set("３０");
        assertThat(form.supply(supplement("rated_backup_min"))).isTrue();

        assertThat(desk.inspections.log()).endsWith("observe rated_backup_min 30");
        assertThat(supplement("rated_backup_min").suppliedProperty().get()).isTrue();
        assertThat(supplement("rated_backup_min").textProperty().get()).isEqualTo("30");
        assertThat(row("M23").slot().limits().normal().low()).isEqualByComparingTo("30");
    }

    @ParameterizedTest
    @CsvSource({"rated_backup_min,三十", "rated_backup_min,-1", "jar_count,401", "jar_v,3"})
    void aNameplateValueThatTheLedgerCouldNotHoldIsSaidAndNotKept(String attribute, String typed) {
        supplement(attribute).textProperty().set(typed);

        assertThat(form.supply(supplement(attribute))).isFalse();
        assertThat(supplement(attribute).errorProperty().get().code()).isEqualTo("E-FORM-105");
        assertThat(supplement(attribute).textProperty().get()).isEqualTo(typed);
        assertThat(desk.inspections.log()).noneMatch(line -> line.startsWith("observe"));
    }

    @Test
    void nothingIsSubmittedWhileANameplateValueIsWrong() {
        supplement("jar_count").textProperty().set("0");
        form.submit();
        assertThat(form.gapsProperty().get()).isNull();
        assertThat(supplement("jar_count").errorProperty().get()).isNotNull();
    }

    @Test
    void aNameplateValueThatIsClearedIsTakenBack() {
        supplement("rated_backup_min").textProperty().set("30");
        form.supply(supplement("rated_backup_min"));
        supplement("rated_backup_min").textProperty().set("");
        form.supply(supplement("rated_backup_min"));

        assertThat(supplement("rated_backup_min").suppliedProperty().get()).isFalse();
        assertThat(desk.inspections.log()).endsWith("observe rated_backup_min ");
    }

    private SupplementViewModel supplement(String attribute) {
        return form.supplementsProperty().get().stream()
                .filter(it -> it.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAlarmSaysThatItsNoteIsLacking() {
        form.choose(row("M03"), "alarm");
        assertThat(row("M03").lacksNote()).isTrue();
        form.note(row("M03"), "A12 风扇故障");
        assertThat(row("M03").lacksNote()).isFalse();
    }

    @Test
    void imbalanceIsComputedFromTheThreeCurrents() {
        type("M09.L1", "210");
        form.next();
        row("M09.L2").textProperty().set("200");
        form.next();
        row("M09.L3").textProperty().set("190");
        form.next();
        assertThat(row("M11").readingProperty().get().value()).isInstanceOf(ReadingValue.Measured.class);
    }

    @Test
    void aSignatureByNameIsSavedWithEnter() {
        type("M28", "示例巡检员甲");
        form.next();
        assertThat(row("M28").readingProperty().get().value()).isEqualTo(new ReadingValue.Signed("示例巡检员甲", ""));
    }

    @Test
    void aDrawnSignatureNeedsAName() {
        form.activate(row("M28"));
        row("M28").strokesProperty().set("M1 1 L9 9");
        form.next();
        assertThat(row("M28").errorProperty().get().code()).isEqualTo("E-FORM-103");
    }

    @Test
    void submittingAFormWithGapsCountsThemAndGoesToTheFirst() {
        form.choose(row("M01"), "yes");
        form.submit();
        assertThat(form.gapsProperty().get().unanswered()).isPositive();
        assertThat(form.activeProperty().get().id()).isEqualTo(SlotId.of("M02"));
        assertThat(submitted).isEmpty();
    }

    @Test
    void aCompleteFormIsSubmittedOnce() {
        form.observe("phases", "1-1");
        form.observe("redundancy", "none");
        form.observe("parallel_n", "1");
        for (RowViewModel row : form.rowsProperty().get()) {
            if (row.kind() != ItemKind.COMPUTED) {
                form.skip(row, Skip.Kind.NOT_INSPECTED, "演练");
            }
        }
        form.submit();
        assertThat(submitted).containsExactly(YangpuLedger.id(6));
        assertThat(desk.inspections.log()).endsWith("submit");
    }

    @Test
    void nothingIsSubmittedWhileARowIsNotANumber() {
        type("M15", "热");
        form.submit();
        assertThat(desk.inspections.log()).doesNotContain("submit");
        assertThat(row("M15").errorProperty().get().code()).isEqualTo("E-FORM-101");
    }

    @Test
    void leavingTellsTheStore() {
        form.leave(UNREAD);
        assertThat(desk.inspections.log()).endsWith("leave");
    }
}
