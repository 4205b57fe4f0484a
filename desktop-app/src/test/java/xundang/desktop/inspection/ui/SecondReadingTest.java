package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.template.SlotId;

/** Numbers that are hard to believe: far from what their kind can be, or far from what this device was. */
class SecondReadingTest {
    private final Desk desk = new Desk();
    private final List<PersonError> left = new ArrayList<>();
    private final FormViewModel form = new FormViewModel(desk.inspections, desk.tasks, asset -> {}, left::add);

    @BeforeEach
    void begin() {
        desk.inspections.longHistory = true;
        form.begin(YangpuLedger.id(6), "ups-m");
    }

    private RowViewModel row(String slot) {
        return form.row(SlotId.parse(slot)).orElseThrow();
    }

    private RowViewModel type(String slot, String text) {
        form.activate(row(slot));
        row(slot).textProperty().set(text);
        form.next();
        return row(slot);
    }

    private String stored(String slot) {
        var reading = row(slot).readingProperty().get();
        return reading == null ? "" : RowText.of(reading.value(), row(slot).offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"250", "2.4", "-25"})
    void aTenfoldSlipIsAskedAboutAndNotSaved(String slip) {
        RowViewModel row = type("M15", slip);
        assertThat(form.activeProperty().get()).isEqualTo(row);
        assertThat(row.errorProperty().get().code()).isEqualTo("E-FORM-114");
        assertThat(row.textProperty().get()).isEqualTo(slip);
        assertThat(stored("M15")).isEmpty();
    }

    @Test
    void enterOnceMoreSaysThatTheNumberIsMeant() {
        type("M16", "2");
        form.next();
        assertThat(stored("M16")).isEqualTo("2");
        assertThat(form.activeProperty().get()).isNotEqualTo(row("M16"));
    }

    @Test
    void anotherDoubtfulNumberIsAskedAboutAnew() {
        type("M16", "2");
        row("M16").textProperty().set("3000");
        form.next();
        assertThat(stored("M16")).isEmpty();
        assertThat(row("M16").errorProperty().get().code()).isEqualTo("E-FORM-114");
    }

    @Test
    void aDoubtfulNumberThatNobodyConfirmedIsKeptAsANoteWhenTheFormIsLeft() {
        type("M16", "3000");
        form.settle("未读：");
        assertThat(row("M16").readingProperty().get().note()).isEqualTo("未读：3000");
    }

    @Test
    void anOutlierIsSavedAndAskedForAgain() {
        RowViewModel row = type("M15", "33");
        assertThat(stored("M15")).isEqualTo("33");
        assertThat(form.activeProperty().get()).isEqualTo(row);
        assertThat(row.panelProperty().get()).isEqualTo(Panel.SECOND);
    }

    @Test
    void theSecondReadingTakesThePlaceOfTheFirstAndTheFormGoesOn() {
        RowViewModel row = type("M15", "33");
        row.drafts().secondProperty().set("２５");
        form.keepSecond(row);
        assertThat(stored("M15")).isEqualTo("25");
        assertThat(row.panelProperty().get()).isEqualTo(Panel.NONE);
        assertThat(form.activeProperty().get()).isNotEqualTo(row);
        assertThat(row.drafts().hasSecond()).isFalse();
    }

    @Test
    void anEmptySecondReadingGoesOnWithoutOne() {
        RowViewModel row = type("M15", "33");
        form.keepSecond(row);
        assertThat(stored("M15")).isEqualTo("33");
        assertThat(form.activeProperty().get()).isNotEqualTo(row);
        assertThat(row.outlier()).isPresent();
    }

    @Test
    void aSecondReadingThatIsNoNumberStaysAndIsSaid() {
        RowViewModel row = type("M15", "33");
        row.drafts().secondProperty().set("二十五");
        form.keepSecond(row);
        assertThat(row.errorProperty().get().code()).isEqualTo("E-FORM-101");
        assertThat(row.drafts().secondProperty().get()).isEqualTo("二十五");
        assertThat(form.activeProperty().get()).isEqualTo(row);
    }

    @Test
    void aValueLikeTheOthersIsNotAskedForAgain() {
        assertThat(type("M15", "25").panelProperty().get()).isEqualTo(Panel.NONE);
        assertThat(form.activeProperty().get()).isNotEqualTo(row("M15"));
    }
}
