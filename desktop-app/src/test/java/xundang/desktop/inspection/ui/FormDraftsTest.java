package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.inspection.EntryLimits;
import xundang.desktop.inspection.SubmitOutcome;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.inspection.ui.RowViewModel.Saved;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.template.ItemKind;
import xundang.model.template.SlotId;

/** Nothing that is entered in the form vanishes unsaid, whatever the person does next and however slow the store is. */
class FormDraftsTest {
    private static final String UNREAD = "未读：";

    private final Desk desk = new Desk();
    private final QueuedBackgroundTasks tasks = new QueuedBackgroundTasks();
    private final List<PersonError> left = new ArrayList<>();
    private final FormViewModel form = new FormViewModel(desk.inspections, tasks, asset -> {}, left::add);

    @BeforeEach
    void begin() {
        form.begin(YangpuLedger.id(6), "ups-m");
        tasks.runStore();
    }

    private RowViewModel row(String slot) {
        return form.row(SlotId.parse(slot)).orElseThrow();
    }

    private RowViewModel type(String slot, String text) {
        form.activate(row(slot));
        row(slot).textProperty().set(text);
        return row(slot);
    }

    private RowViewModel writeNote(String slot, String note) {
        form.activate(row(slot));
        form.openPanel(Panel.NOTE);
        row(slot).drafts().noteProperty().set(note);
        return row(slot);
    }

    private RowViewModel writeReason(String slot, Skip.Kind kind, String reason) {
        form.activate(row(slot));
        form.openPanel(Panel.SKIP);
        row(slot).drafts().kindProperty().set(kind);
        row(slot).drafts().reasonProperty().set(reason);
        return row(slot);
    }

    private void fail() {
        desk.inspections.fault = new StoreException(StoreException.Reason.DISK_FULL, "no space");
    }

    private void reopen() {
        form.begin(YangpuLedger.id(6), "ups-m");
        tasks.runStore();
    }

    private String noteOf(String slot) {
        return row(slot).readingProperty().get().note();
    }

    @Test
    void aNoteThatIsBeingWrittenIsKeptWhenAnotherRowIsClicked() {
        writeNote("M15", "空调刚开");
        form.activate(row("M01"));
        tasks.runStore();
        assertThat(noteOf("M15")).isEqualTo("空调刚开");
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    @Test
    void aNoteThatIsBeingWrittenIsKeptOnEscape() {
        RowViewModel row = writeNote("M15", "空调刚开");
        form.closePanel(row);
        tasks.runStore();
        assertThat(noteOf("M15")).isEqualTo("空调刚开");
        assertThat(row.panelProperty().get()).isEqualTo(Panel.NONE);
    }

    @Test
    void aNoteAndAReasonAreKeptWhenTheFormIsLeft() {
        writeReason("M14", Skip.Kind.NOT_INSPECTED, "没有仪表");
        form.openPanel(Panel.NOTE);
        row("M14").drafts().noteProperty().set("下次带仪表");
        form.leave(UNREAD);
        reopen();
        assertThat(row("M14").readingProperty().get().skip()).isEqualTo(new Skip(Skip.Kind.NOT_INSPECTED, "没有仪表"));
        assertThat(noteOf("M14")).isEqualTo("下次带仪表");
    }

    @Test
    void anOpenNoteThatWasNotTouchedSavesNothing() {
        form.activate(row("M15"));
        form.openPanel(Panel.NOTE);
        form.activate(row("M01"));
        tasks.runStore();
        assertThat(desk.inspections.log()).containsExactly("begin");
    }

    @Test
    void aReasonWithItsKindIsKeptWhenAnotherRowIsClicked() {
        writeReason("M14", Skip.Kind.NOT_INSPECTED, "没有仪表");
        form.activate(row("M01"));
        tasks.runStore();
        assertThat(row("M14").readingProperty().get().skip()).isEqualTo(new Skip(Skip.Kind.NOT_INSPECTED, "没有仪表"));
    }

    @Test
    void aReasonWithoutItsKindStaysWithTheRowAndIsSaid() {
        writeReason("M14", null, "没有仪表");
        form.activate(row("M01"));
        tasks.runStore();
        assertThat(row("M14").readingProperty().get()).isNull();
        assertThat(row("M14").errorProperty().get().code()).isEqualTo("E-FORM-107");
        assertThat(row("M14").drafts().reasonProperty().get()).isEqualTo("没有仪表");
    }

    @Test
    void aReasonBesideAValueStaysWithTheRowAndTheValueIsSaved() {
        type("M15", "24.5");
        writeReason("M15", Skip.Kind.NOT_INSPECTED, "没有仪表");
        form.activate(row("M01"));
        tasks.runStore();
        assertThat(row("M15").readingProperty().get().value())
                .isEqualTo(new ReadingValue.Measured(new BigDecimal("24.5")));
        assertThat(row("M15").errorProperty().get().code()).isEqualTo("E-FORM-106");
        assertThat(row("M15").drafts().reasonProperty().get()).isEqualTo("没有仪表");
    }

    @Test
    void whatIsNoValueIsKeptAsTheNoteOfItsRowWhenTheFormIsLeft() {
        type("M15", "二十四度半");
        type("M14", "约三十");
        form.leave(UNREAD);
        reopen();
        assertThat(noteOf("M15")).isEqualTo("未读：二十四度半");
        assertThat(noteOf("M14")).isEqualTo("未读：约三十");
    }

    @Test
    void aSaveThatFailsAfterLeavingIsToldWithWhatWasEnteredAndOutlivesTheNextForm() {
        type("M15", "24.5");
        form.leave(UNREAD);
        fail();
        tasks.runStore();
        desk.inspections.fault = null;
        reopen();
        assertThat(left).contains(PersonError.of("E-STORE-101", "inspection.error.left", "M15", "24.5"));
    }

    @Test
    void aNoteWhoseSaveFailsStandsInItsPanelAgain() {
        writeNote("M15", "空调刚开");
        form.activate(row("M01"));
        fail();
        tasks.runStore();
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.FAILED);
        assertThat(row("M15").drafts().noteProperty().get()).isEqualTo("空调刚开");
        assertThat(row("M15").isDirty()).isTrue();
    }

    @Test
    void anAnswerOfTheFormThatWasLeftDoesNotComeIntoTheNextOne() {
        type("M15", "24.5");
        form.leave(UNREAD);
        form.begin(YangpuLedger.id(7), "ups-m");
        tasks.runStore();
        assertThat(form.draftProperty().get().asset().id()).isEqualTo(YangpuLedger.id(7));
        assertThat(left).isEmpty();
    }

    @Test
    void typingTakesSavedAwayAndGoingBackToWhatIsSavedBringsItBack() {
        type("M15", "24.5");
        form.next();
        tasks.runStore();
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.SAVED);
        row("M15").textProperty().set("24.6");
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.NOTHING_YET);
        row("M15").textProperty().set("24.5");
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    @Test
    void aStrokeTakesSavedAway() {
        type("M28", "示例巡检员甲");
        form.next();
        tasks.runStore();
        row("M28").strokesProperty().set("M1 1 L9 9");
        assertThat(row("M28").savedProperty().get()).isEqualTo(Saved.NOTHING_YET);
    }

    @Test
    void nothingIsSavedWhileAnotherSaveOfTheRowIsUnderWay() {
        form.choose(row("M02"), "eco");
        form.choose(row("M02"), "inverter");
        tasks.runStoreOnce();
        assertThat(row("M02").savedProperty().get()).isEqualTo(Saved.NOTHING_YET);
        tasks.runStore();
        assertThat(row("M02").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    @Test
    void aLaterSaveThatEndsWellMakesAnEarlierFailureGood() {
        type("M15", "24.5");
        form.next();
        writeNote("M15", "空调刚开");
        form.activate(row("M01"));
        fail();
        tasks.runStoreOnce();
        desk.inspections.fault = null;
        tasks.runStore();
        assertThat(row("M15").readingProperty().get().value())
                .isEqualTo(new ReadingValue.Measured(new BigDecimal("24.5")));
        assertThat(noteOf("M15")).isEqualTo("空调刚开");
        assertThat(row("M15").savedProperty().get()).isEqualTo(Saved.SAVED);
    }

    private void fillIn() {
        form.observe("phases", "1-1");
        form.observe("redundancy", "none");
        form.observe("parallel_n", "1");
        tasks.runStore();
        for (RowViewModel row : form.rowsProperty().get()) {
            if (row.kind() != ItemKind.COMPUTED) {
                form.skip(row, Skip.Kind.NOT_INSPECTED, "演练");
            }
        }
        tasks.runStore();
    }

    @Test
    void aFormIsNotSubmittedIfAPictureBeforeItFailed() {
        fillIn();
        form.attach(row("M25"), Path.of("front.jpg"));
        form.submit();
        fail();
        tasks.runFiles();
        tasks.runStoreOnce();
        desk.inspections.fault = null;
        tasks.runStore();
        assertThat(desk.inspections.log()).doesNotContain("submit");
        assertThat(form.activeProperty().get()).isEqualTo(row("M25"));
        assertThat(row("M25").errorProperty().get().code()).isEqualTo("E-STORE-101");
    }

    @Test
    void aFormIsNotSubmittedIfAnAnswerBeforeItFailed() {
        fillIn();
        form.choose(row("M02"), "eco");
        form.submit();
        fail();
        tasks.runStoreOnce();
        desk.inspections.fault = null;
        tasks.runStore();
        assertThat(desk.inspections.log()).doesNotContain("submit");
        assertThat(form.activeProperty().get()).isEqualTo(row("M02"));
        assertThat(row("M02").errorProperty().get().code()).isEqualTo("E-STORE-101");
    }

    @Test
    void aFormIsSubmittedOnceItsPictureIsKept() {
        fillIn();
        form.attach(row("M25"), Path.of("front.jpg"));
        form.submit();
        tasks.runStore();
        assertThat(desk.inspections.log()).doesNotContain("submit");
        tasks.runFiles();
        tasks.runStore();
        assertThat(desk.inspections.log()).endsWith("submit");
    }

    @Test
    void pressingSubmitTwiceSubmitsOnce() {
        fillIn();
        form.submit();
        form.submit();
        tasks.runStore();
        assertThat(desk.inspections.log()).containsOnlyOnce("submit");
        assertThat(form.errorProperty().get()).isNull();
    }

    @Test
    void answersAreSavedWhileAPictureFileIsStillBeingRead() {
        form.attach(row("M25"), Path.of("dead-share.jpg"));
        assertThat(row("M25").readingPictureProperty().get()).isTrue();
        form.choose(row("M02"), "eco");
        tasks.runStore();
        assertThat(row("M02").savedProperty().get()).isEqualTo(Saved.SAVED);
        tasks.runFiles();
        tasks.runStore();
        assertThat(row("M25").readingPictureProperty().get()).isFalse();
        assertThat(row("M25").readingProperty().get().photos()).hasSize(1);
    }

    @Test
    void aPictureThatIsGivenUpIsNotAddedLaterAndHoldsNothingUp() {
        fillIn();
        form.attach(row("M25"), Path.of("dead-share.jpg"));
        assertThat(form.giveUpPictures()).isTrue();
        assertThat(row("M25").readingPictureProperty().get()).isFalse();
        form.submit();
        tasks.runStore();
        assertThat(desk.inspections.log()).endsWith("submit");
        tasks.runFiles();
        tasks.runStore();
        assertThat(desk.inspections.log()).endsWith("submit");
        assertThat(form.giveUpPictures()).isFalse();
    }

    @Test
    void aPictureThatFailsAfterLeavingIsTold() {
        form.attach(row("M25"), Path.of("front.jpg"));
        form.leave(UNREAD);
        tasks.runStore();
        fail();
        tasks.runFiles();
        tasks.runStore();
        assertThat(left).containsExactly(PersonError.of("E-STORE-101", "inspection.error.left", "M25", "front.jpg"));
    }

    @Test
    void aNoteThatIsTooLongStaysWithTheRowAndIsSaid() {
        writeNote("M15", "长".repeat(EntryLimits.NOTE + 1));
        form.activate(row("M01"));
        tasks.runStore();
        assertThat(row("M15").errorProperty().get().code()).isEqualTo("E-FORM-108");
        assertThat(row("M15").drafts().noteProperty().get()).hasSize(EntryLimits.NOTE + 1);
        assertThat(desk.inspections.log()).containsExactly("begin");
    }

    @Test
    void aReasonThatIsTooLongStaysWithTheRowAndIsSaid() {
        writeReason("M15", Skip.Kind.NOT_INSPECTED, "长".repeat(EntryLimits.REASON + 1));
        form.activate(row("M01"));
        assertThat(row("M15").errorProperty().get().code()).isEqualTo("E-FORM-108");
    }

    @Test
    void aReasonThatIsRefusedLeavesTheValueInItsPlace() {
        type("M15", "24.5");
        form.next();
        tasks.runStore();
        form.skip(row("M15"), Skip.Kind.NOT_INSPECTED, "长".repeat(EntryLimits.REASON + 1));
        form.skip(row("M15"), null, "没有仪表");
        tasks.runStore();
        assertThat(row("M15").textProperty().get()).isEqualTo("24.5");
        assertThat(row("M15").readingProperty().get().value())
                .isEqualTo(new ReadingValue.Measured(new BigDecimal("24.5")));
        assertThat(row("M15").errorProperty().get().code()).isEqualTo("E-FORM-107");
    }

    @Test
    void aTextThatIsTooLongIsSaidAndTheCursorStays() {
        type("M26", "长".repeat(EntryLimits.TEXT + 1));
        form.next();
        assertThat(form.activeProperty().get()).isEqualTo(row("M26"));
        assertThat(row("M26").errorProperty().get().code()).isEqualTo("E-FORM-108");
    }

    @Test
    void aSignatureThatIsTooLongIsSaid() {
        type("M28", "示例巡检员甲");
        row("M28").strokesProperty().set("M1 1 ".repeat(EntryLimits.STROKES / 5 + 1));
        form.next();
        assertThat(row("M28").errorProperty().get().code()).isEqualTo("E-FORM-109");
    }

    @Test
    void aFormThatTheServerCouldNotTakeIsSaidAndStaysADraft() {
        fillIn();
        desk.inspections.tooLarge = new SubmitOutcome.TooLarge(500 * 1024, 448 * 1024);
        form.submit();
        tasks.runStore();
        assertThat(form.errorProperty().get())
                .isEqualTo(PersonError.of("E-FORM-110", "inspection.error.formTooLarge", 500L, 448L));
        assertThat(form.draftProperty().get()).isNotNull();
    }
}
