package xundang.desktop.inspection.ui.submitted;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xundang.desktop.inspection.ui.submitted.SubmittedViewModel.Panel;
import xundang.desktop.testing.Desk;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.ReadingValue;
import xundang.model.template.SlotId;

class SubmittedViewModelTest {
    private final Desk desk = new Desk();
    private final List<List<InspectionId>> printed = new ArrayList<>();
    private final SubmittedViewModel model =
            new SubmittedViewModel(desk.submitted, desk.tasks, new SubmittedViewModel.Actions() {
                @Override
                public void openDossier(AssetId asset) {}

                @Override
                public void print(List<InspectionId> which) {
                    printed.add(which);
                }
            });

    @BeforeEach
    void open() {
        model.open(desk.submitted.filled.id());
    }

    @Test
    void aCorrectionIsSavedAndThePanelCloses() {
        model.choose(SlotId.of("M15"));
        model.openPanel(Panel.CORRECT);
        model.correct(new ReadingValue.Measured(new BigDecimal("33.5")), null, "看错行");

        assertThat(model.panelProperty().get()).isEqualTo(Panel.NONE);
        assertThat(model.row().orElseThrow().corrected()).isTrue();
    }

    @Test
    void withoutAReasonThePanelStaysAndSaysSo() {
        model.choose(SlotId.of("M15"));
        model.openPanel(Panel.CORRECT);
        model.correct(new ReadingValue.Measured(new BigDecimal("33.5")), null, " ");

        assertThat(model.panelProperty().get()).isEqualTo(Panel.CORRECT);
        assertThat(model.errorProperty().get().code()).isEqualTo("E-FORM-152");
        assertThat(desk.submitted.addenda).isEmpty();
    }

    @Test
    void aComputedRowOpensNoCorrection() {
        model.choose(SlotId.of("M11"));
        model.openPanel(Panel.CORRECT);
        assertThat(model.panelProperty().get()).isEqualTo(Panel.NONE);
        assertThat(model.errorProperty().get().code()).isEqualTo("E-FORM-155");
    }

    @Test
    void whoMayNotCorrectIsToldBeforeTyping() {
        desk.submitted.mayAmend = false;
        model.reload();
        model.openPanel(Panel.REMARK);
        assertThat(model.panelProperty().get()).isEqualTo(Panel.NONE);
        assertThat(model.errorProperty().get().code()).isEqualTo("E-FORM-151");
    }

    @Test
    void theArrowsGoFromRowToRowAndStopAtTheEnds() {
        model.move(1);
        SlotId first = model.chosenProperty().get();
        model.move(-1);
        assertThat(model.chosenProperty().get()).isEqualTo(first);
        model.move(1);
        assertThat(model.chosenProperty().get()).isNotEqualTo(first);
    }

    @Test
    void printingAsksForThisInspection() {
        model.print();
        assertThat(printed).containsExactly(List.of(desk.submitted.filled.id()));
    }

    @Test
    void aRecordThatIsNotHereSaysSo() {
        desk.submitted.gone = true;
        model.reload();
        assertThat(model.inspectionProperty().get()).isNull();
        assertThat(model.errorProperty().get().code()).isEqualTo("E-FORM-150");
    }
}
