package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.sync.UnsentWork.Unsent;
import xundang.desktop.testing.FixedKeeping;
import xundang.desktop.testing.KnownSessions;

class RemovalViewModelTest {
    private final FixedKeeping work = new FixedKeeping();
    private final RemovalViewModel model = new RemovalViewModel(
            new KnownSessions.Handle().session(), work, new DirectBackgroundTasks(), () -> this.removed++);
    private int removed;

    @Test
    void theLedgersCodeConfirmsHoweverItIsWritten() {
        model.load();
        model.remove();
        model.typedProperty().set("DEM");
        model.remove();
        assertThat(removed).isZero();
        model.typedProperty().set(" demo ");
        model.remove();
        assertThat(removed).isEqualTo(1);
    }

    @Test
    void unsentWorkPreventsItUntilItIsExported() {
        work.unsent = new Unsent(1, 0, 0, 0);
        model.load();
        model.typedProperty().set("DEMO");
        model.remove();
        assertThat(removed).isZero();
        work.exported = true;
        model.load();
        model.remove();
        assertThat(removed).isEqualTo(1);
    }

    @Test
    void nothingIsRemovedBeforeItIsKnownWhatWouldBeLost() {
        QueuedBackgroundTasks slow = new QueuedBackgroundTasks();
        RemovalViewModel early =
                new RemovalViewModel(new KnownSessions.Handle().session(), work, slow, () -> this.removed++);
        early.load();
        early.typedProperty().set("DEMO");
        early.remove();
        assertThat(removed).isZero();
        slow.runStore();
        early.remove();
        assertThat(removed).isEqualTo(1);
    }
}
