package xundang.desktop.asset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;

class DossierViewModelTest {
    private final Desk desk = new Desk();
    private final List<String> done = new ArrayList<>();
    private final DossierViewModel model =
            new DossierViewModel(desk.ledger, desk.tasks, new DossierViewModel.Actions() {
                @Override
                public void begin(AssetId asset, String templateId) {
                    done.add("begin " + templateId);
                }

                @Override
                public void resume(InspectionId draft) {
                    done.add("resume");
                }
            });

    @Test
    void theMainActionBeginsWhatIsDue() {
        model.open(YangpuLedger.id(6));
        model.begin();
        assertThat(done).containsExactly("begin ups-m");
    }

    @Test
    void anUnknownAssetIsSaid() {
        model.open(YangpuLedger.id(77));
        assertThat(model.errorProperty().get().code()).isEqualTo("E-ASSET-101");
        assertThat(model.dossierProperty().get()).isNull();
    }

    @Test
    void withoutADossierThereIsNothingToBegin() {
        model.begin();
        assertThat(done).isEmpty();
    }
}
