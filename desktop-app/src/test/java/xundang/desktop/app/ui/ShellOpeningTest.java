package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xundang.desktop.app.LedgerOpening;
import xundang.desktop.app.LedgerServices;
import xundang.desktop.platform.db.Recovery;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.tag.ZxingTagReader;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.KnownSessions;
import xundang.desktop.testing.OnFx;

/** What the person is told of an opening that was not as it should be. */
class ShellOpeningTest {
    private final Desk desk = new Desk();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        OnFx.start();
    }

    private Shell shell(LedgerServices services) {
        return OnFx.call(() -> {
            Shell shell = new Shell(
                    new KnownSessions.Handle(), services, desk.context, new ZxingTagReader(), new Appearance());
            new Scene(shell, 1366, 768);
            shell.start();
            return shell;
        });
    }

    private List<String> told(Recovery recovery, boolean photosSetAside) {
        return OnFx.call(() -> new OpeningWords(desk.texts).of(new LedgerOpening.Report(recovery, photosSetAside)));
    }

    @Test
    void aSoundOpeningSaysNothing() {
        Shell shell = shell(desk.services());
        assertThat(shell.lookup("#opening-notice").isVisible()).isFalse();
    }

    @Test
    void aRebuildSaysThatTheLedgerComesBackWithTheNetwork() {
        desk.opening = new LedgerOpening.Report(new Recovery(true, 0, 0, 0, Recovery.Writing.POSSIBLE), false);
        Node notice = shell(desk.services()).lookup("#opening-notice");
        assertThat(notice.isVisible()).isTrue();
        assertThat(notice.lookupAll(".label").stream().map(node -> ((Labeled) node).getText()))
                .anyMatch(text -> text.contains("联网同步后才会重新出现"));
    }

    @Test
    void entriesThatCouldNotBeAppliedAreCounted() {
        assertThat(told(new Recovery(true, 2, 0, 0, Recovery.Writing.POSSIBLE), false))
                .anyMatch(line -> line.contains("2 条") && line.contains("E-STORE-131"));
    }

    @Test
    void aDamagedJournalIsOnlyCalledMendedWhenTheDatabaseIsSound() {
        assertThat(told(new Recovery(false, 0, 1, 1, Recovery.Writing.POSSIBLE), false))
                .singleElement()
                .asString()
                .contains("没有丢失", "E-STORE-111");
        assertThat(told(new Recovery(true, 0, 1, 0, Recovery.Writing.POSSIBLE), false))
                .anyMatch(line -> line.contains("可能没有恢复") && line.contains("E-STORE-110"));
    }

    @Test
    void photosSetAsideAndAFullDiskHaveTheirOwnWords() {
        assertThat(told(new Recovery(false, 0, 0, 0, Recovery.Writing.DISK_FULL), true))
                .satisfiesExactly(
                        full -> assertThat(full).contains("E-STORE-101"),
                        photos -> assertThat(photos).contains("E-STORE-150"));
    }

    @Test
    void aLedgerThatCouldNotBeMadeCompleteIsNotShown() {
        LedgerServices sound = desk.services();
        LedgerServices failing = new LedgerServices(
                sound.ledger(),
                sound.editing(),
                sound.inspections(),
                sound.submitted(),
                sound.reports(),
                sound.rounds(),
                sound.pictures(),
                sound.sync(),
                sound.desk(),
                sound.copies(),
                sound.unsent(),
                sound.changes(),
                sound.ticker(),
                () -> {
                    throw new StoreException(StoreException.Reason.OTHER, "replay");
                });
        Shell shell = shell(failing);
        assertThat(shell.lookup("#opening-failed")).isNotNull();
        OnFx.run(() -> shell.go(new Location.At(Place.ASSETS)));
        assertThat(shell.lookup("#opening-failed")).isNotNull();
        assertThat(shell.lookup("#today-list")).isNull();
    }
}
