package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.SyncStatus.Connection;
import xundang.desktop.sync.ui.SyncCentreViewModel.Section;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.FixedDesk;

class SyncCentreViewModelTest {
    private final Desk desk = new Desk();
    private final SyncCentreViewModel model = new SyncCentreViewModel(
            desk.sync, desk.waiting, desk.keeping, desk.keeping, desk.tasks, desk.texts.clock());

    @Test
    void theQueueIsShownInItsOrder() {
        model.reload();
        assertThat(model.queue()).isEqualTo(desk.sync.entries);
        assertThat(model.loadingProperty().get()).isFalse();
    }

    @Test
    void aChangeOfTheStatusReadsTheQueueAgain() {
        model.reload();
        desk.sync.entries = List.of();
        model.setOnline(true);
        assertThat(model.statusProperty().get().connection()).isEqualTo(Connection.REACHED);
        assertThat(model.queue()).isEmpty();
    }

    @Test
    void aFaultIsShownAndGoesAwayWithTheNextAnswer() {
        desk.sync.fault = new StoreException(StoreException.Reason.CLOSED, "closed");
        model.reload();
        assertThat(model.errorProperty().get().code()).isEqualTo("E-STORE-104");
        desk.sync.fault = null;
        model.reload();
        assertThat(model.errorProperty().get()).isNull();
    }

    @Test
    void afterClosingNothingIsHeard() {
        model.close();
        model.setOnline(true);
        assertThat(model.statusProperty().get().connection()).isEqualTo(Connection.OFF);
    }

    @Test
    void sectionsFollowEachOtherInARing() {
        model.step(-1);
        assertThat(model.sectionProperty().get()).isEqualTo(Section.STORAGE);
        model.step(1);
        model.step(1);
        assertThat(model.sectionProperty().get()).isEqualTo(Section.REFUSED);
    }

    @Test
    void aTransferThatOnlyMovesOnReadsNoListAgain() {
        model.reload();
        desk.sync.entries = List.of();
        SyncStatus before = desk.sync.status;
        desk.sync.become(new SyncStatus(
                before.connection(),
                before.recordsWaiting(),
                before.photosWaiting(),
                before.needsAttention(),
                before.lastContact(),
                before.clockOffsetMs(),
                null,
                false,
                new SyncStatus.Transfer(SyncStatus.Transfer.What.SENDING_PICTURES, 1, 2, 3L)));
        assertThat(model.statusProperty().get().transfer()).isNotNull();
        assertThat(model.queue()).isNotEmpty();
    }

    @Test
    void anotherScreenCanShowAConflict() {
        model.showConflict(FixedDesk.OWN_CONFLICT);
        assertThat(model.sectionProperty().get()).isEqualTo(Section.CONFLICTS);
        assertThat(model.conflicts().wantedProperty().get()).isEqualTo(FixedDesk.OWN_CONFLICT);
    }
}
