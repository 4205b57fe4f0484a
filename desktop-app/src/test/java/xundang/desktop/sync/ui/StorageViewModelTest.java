package xundang.desktop.sync.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import xundang.desktop.sync.LocalCopies.Clearable;
import xundang.desktop.sync.UnsentWork.ImportOutcome;
import xundang.desktop.sync.UnsentWork.Unsent;
import xundang.desktop.sync.ui.StorageViewModel.Done;
import xundang.desktop.testing.Desk;

class StorageViewModelTest {
    private static final String PASSPHRASE = "correct horse battery";

    private final Desk desk = new Desk();
    private final StorageViewModel model = new StorageViewModel(desk.keeping, desk.keeping, desk.tasks);

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
}
