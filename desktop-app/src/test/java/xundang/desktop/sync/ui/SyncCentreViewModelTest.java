package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.sync.SyncStatus.Connection;
import xundang.desktop.testing.Desk;

class SyncCentreViewModelTest {
    private final Desk desk = new Desk();
    private final SyncCentreViewModel model = new SyncCentreViewModel(desk.sync, desk.tasks);

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
}
