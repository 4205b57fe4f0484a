package xundang.desktop.asset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xundang.desktop.asset.AssetEditing;
import xundang.desktop.asset.Dossier;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.FixedDesk;
import xundang.desktop.testing.FixedEditing;
import xundang.desktop.testing.YangpuLedger;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;

class DossierViewModelTest {
    private final Desk desk = new Desk();
    private final List<String> done = new ArrayList<>();
    private final DossierViewModel model =
            new DossierViewModel(desk.ledger, desk.editing, desk.tasks, new DossierViewModel.Actions() {
                @Override
                public void begin(AssetId asset, String templateId, PlannedSlot occurrence) {
                    done.add("begin " + templateId + " " + occurrence.slot());
                }

                @Override
                public void resume(InspectionId draft) {
                    done.add("resume");
                }

                @Override
                public void openSubmitted(InspectionId inspection) {}

                @Override
                public void print(List<InspectionId> which) {}

                @Override
                public void openConflict(UUID conflict) {
                    done.add("conflict " + conflict.getLeastSignificantBits());
                }
            });

    @Test
    void theMainActionBeginsWhatIsDue() {
        model.open(YangpuLedger.id(6));
        model.begin(0);
        assertThat(done).containsExactly("begin ups-m 2026-10");
    }

    @Test
    void anUnknownAssetIsSaid() {
        model.open(YangpuLedger.id(77));
        assertThat(model.errorProperty().get().code()).isEqualTo("E-ASSET-101");
        assertThat(model.dossierProperty().get()).isNull();
    }

    @Test
    void withoutADossierThereIsNothingToBegin() {
        model.begin(0);
        assertThat(done).isEmpty();
    }

    private void editCapacity() {
        model.open(YangpuLedger.id(6));
        Dossier.Fact capacity = model.dossierProperty().get().facts().getLast();
        model.edit(capacity.meaning(), capacity.raw());
    }

    @Test
    void anEditBeginsWithThePresentValueAndSavesWhatWasTyped() {
        editCapacity();
        assertThat(model.editProperty().get().typed().textProperty().get()).isEqualTo("300");
        model.editProperty().get().typed().textProperty().set("３２０");
        model.saveEdit();
        FixedEditing.Asked asked = desk.editing.asked.getFirst();
        assertThat(asked.asset()).isEqualTo(YangpuLedger.id(6));
        assertThat(asked.field()).isEqualTo("attr.rated_kva");
        assertThat(asked.value().decimalValue()).isEqualByComparingTo("320");
        assertThat(model.editProperty().get()).isNull();
    }

    @Test
    void aWrongValueIsSaidAtTheFieldAndStaysThere() {
        editCapacity();
        model.editProperty().get().typed().textProperty().set("30000");
        model.saveEdit();
        assertThat(model.editProperty().get().typed().problemProperty().get()).isNotNull();
        assertThat(model.editProperty().get().typed().textProperty().get()).isEqualTo("30000");
        assertThat(desk.editing.asked).isEmpty();
        model.editProperty().get().typed().textProperty().set("300");
        assertThat(model.editProperty().get().typed().problemProperty().get()).isNull();
    }

    @Test
    void aFaultOfTheStoreKeepsWhatWasTyped() {
        editCapacity();
        desk.editing.fault = new StoreException(StoreException.Reason.DISK_FULL, "no space");
        model.editProperty().get().typed().textProperty().set("320");
        model.saveEdit();
        assertThat(model.editErrorProperty().get().code()).isEqualTo("E-STORE-101");
        assertThat(model.editProperty().get().typed().textProperty().get()).isEqualTo("320");
    }

    @Test
    void aChangeFromElsewhereWaitsUntilTheFieldIsClosed() {
        editCapacity();
        Dossier before = model.dossierProperty().get();
        desk.ledger.edits = RecordSyncState.SENT;
        model.reload();
        assertThat(model.dossierProperty().get()).isSameAs(before);
        assertThat(model.cancelEdit()).isTrue();
        assertThat(model.dossierProperty().get().edits()).isEqualTo(RecordSyncState.SENT);
    }

    @Test
    void withoutTheRoleNoFieldOpens() {
        desk.editing.mayEdit = false;
        editCapacity();
        assertThat(model.editProperty().get()).isNull();
    }

    @Test
    void anotherObjectClosesTheField() {
        editCapacity();
        model.open(YangpuLedger.id(7));
        assertThat(model.editProperty().get()).isNull();
    }

    @Test
    void aRefusalOfTheServiceIsSaid() {
        editCapacity();
        desk.editing.outcome = new AssetEditing.EditOutcome.Required();
        model.saveEdit();
        assertThat(model.editErrorProperty().get().code()).isEqualTo("E-ASSET-112");
    }

    @Test
    void aConflictLeadsToItsCard() {
        model.openConflict(FixedDesk.EDIT_CONFLICT);
        assertThat(done).containsExactly("conflict 1");
    }
}
