package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.sync.LocalCopies.Clearable;
import xundang.desktop.sync.UnsentWork.ImportOutcome;
import xundang.desktop.sync.UnsentWork.Unsent;
import xundang.desktop.sync.ui.StorageViewModel.Done;
import xundang.desktop.sync.ui.StorageViewModel.Progress;
import xundang.desktop.testing.Desk;

class StorageViewModelTest {
    private static final String PASSPHRASE = "correct horse battery";

    private final Desk desk = new Desk();
    private Instant now = Desk.NOW;
    private final StorageViewModel model = new StorageViewModel(desk.keeping, desk.keeping, desk.tasks, () -> now);

    @Test
    void clearingSaysWhatWasClearedAndLooksAgain() {
        desk.keeping.clearable = new Clearable(12, 36_000_000, 2);
        model.clear();
        assertThat(model.doneProperty().get()).isEqualTo(new Done.Cleared(new Clearable(12, 36_000_000, 2)));
        assertThat(model.standingProperty().get().clearable().pictures()).isZero();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void anExportWithAGoodPassphraseIsWritten() {
        desk.keeping.unsent = new Unsent(3, 1, 0, 0);
        model.export("work.xdwork", PASSPHRASE.toCharArray());
        assertThat(desk.keeping.exported).isTrue();
        assertThat(model.doneProperty().get()).isInstanceOf(Done.Exported.class);
    }

    @Test
    void aShortPassphraseIsRefusedAndWiped() {
        char[] typed = "short".toCharArray();
        model.export("work.xdwork", typed);
        assertThat(model.errorProperty().get().code()).isEqualTo("E-SYNC-415");
        assertThat(typed).containsOnly('\0');
        assertThat(desk.keeping.exported).isFalse();
    }

    @Test
    void withoutAFileNothingIsWritten() {
        model.export("  ", PASSPHRASE.toCharArray());
        assertThat(model.errorProperty().get().code()).isEqualTo("E-SYNC-414");
        assertThat(desk.keeping.exported).isFalse();
    }

    @Test
    void aPackageThatDoesNotOpenIsSaid() {
        desk.keeping.importing = new ImportOutcome.NotOpened();
        model.importFrom("work.xdwork", PASSPHRASE.toCharArray());
        assertThat(model.errorProperty().get().code()).isEqualTo("E-SYNC-411");
        assertThat(model.doneProperty().get()).isNull();
    }

    @Test
    void aPackageThatWasTakenInIsSaidWithItsContent() {
        model.importFrom("work.xdwork", PASSPHRASE.toCharArray());
        assertThat(model.doneProperty().get()).isEqualTo(new Done.TakenIn(new Unsent(1, 0, 0, 0)));
        assertThat(model.errorProperty().get()).isNull();
    }

    @Test
    void longWorkShowsHowFarItIsAndWhatIsLeft() {
        desk.keeping.moving = watch -> {
            watch.at(0, 42_000_000);
            now = now.plusMillis(900);
            assertThat(model.progress()).as("short work needs no bar").isEmpty();
            now = now.plusMillis(600);
            assertThat(model.progress()).contains(new Progress(0, 42_000_000, null, true));
            now = now.plusMillis(4500);
            watch.at(14_000_000, 42_000_000);
            assertThat(model.progress()).contains(new Progress(14_000_000, 42_000_000, Duration.ofSeconds(12), true));
            watch.finishing();
            assertThat(model.progress().orElseThrow().mayCancel()).isFalse();
        };
        model.export("work.xdwork", PASSPHRASE.toCharArray());
        assertThat(model.doneProperty().get()).isInstanceOf(Done.Exported.class);
        assertThat(model.progress()).isEmpty();
    }

    @Test
    void cancellingEndsTheWorkAndSaysThatNothingIsLeft() {
        desk.keeping.moving = watch -> model.cancel();
        model.importFrom("work.xdwork", PASSPHRASE.toCharArray());
        assertThat(model.doneProperty().get()).isEqualTo(new Done.Cancelled());
        assertThat(model.errorProperty().get()).isNull();
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void theStoreIsFreeWhileAPackageIsWritten() {
        QueuedBackgroundTasks tasks = new QueuedBackgroundTasks();
        StorageViewModel slow = new StorageViewModel(desk.keeping, desk.keeping, tasks, () -> now);
        slow.export("work.xdwork", PASSPHRASE.toCharArray());
        tasks.runStore();
        assertThat(desk.keeping.exported).isFalse();
        assertThat(slow.busyProperty().get()).isTrue();
        tasks.runFiles();
        assertThat(slow.doneProperty().get()).isInstanceOf(Done.Exported.class);
    }
}
