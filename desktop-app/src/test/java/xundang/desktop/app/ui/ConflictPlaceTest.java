package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import xundang.desktop.platform.fx.UiContext;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.theme.ThemeChoice;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.tag.ZxingTagReader;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.FixedDesk;
import xundang.desktop.testing.KnownSessions;
import xundang.desktop.testing.OnFx;
import xundang.desktop.testing.YangpuLedger;

/** Another screen names one of several conflicts; the sync centre opens on that one, also when it has read none of them yet. */
class ConflictPlaceTest {
    private final Desk desk = new Desk();
    private final QueuedBackgroundTasks tasks = new QueuedBackgroundTasks();
    private Shell shell;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        OnFx.start();
    }

    /** Opens the window of a person who has not been at the sync centre yet. */
    private void open(Location place) {
        OnFx.run(() -> {
            shell = new Shell(
                    new KnownSessions.Handle(),
                    desk.services(),
                    new UiContext(desk.texts, tasks, Optional::empty),
                    new ZxingTagReader(),
                    new Appearance());
            new Scene(shell, 1366, 768);
            shell.go(place);
        });
    }

    /** The store answers; the screen is laid out, because what is inside a scroll pane can be found only then. */
    private void settle() {
        OnFx.run(() -> {
            tasks.runStore();
            shell.applyCss();
            shell.layout();
        });
    }

    private static List<String> words(Node node) {
        return OnFx.call(() -> node.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    private UUID chosen() {
        return OnFx.call(() -> ((ConflictCard) ((ListView<?>) shell.lookup("#sync-conflicts"))
                        .getSelectionModel()
                        .getSelectedItem())
                .id());
    }

    private Node card() {
        return OnFx.call(() -> shell.lookup("#sync-conflict-card"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, UPS-000013 LP15-31, 楼层",
        "1, UPS-000007 GE SG300P 300KVA, 状态",
        "2, UPS-000006 GE SG300P 300KVA, 额定容量",
        "3, UPS-000008 GE SG300P 300KVA, 序列号",
        "4, UPS-000006 GE SG300P 300KVA, 房间"
    })
    void theConflictThatWasAskedForIsShownOnceTheListIsThere(int index, String title, String field) {
        ConflictCard wanted = desk.waiting.conflicts.get(index);
        open(new Location.Conflict(wanted.id()));
        assertThat(card()).as("nothing was read yet").isNull();

        settle();

        assertThat(chosen()).isEqualTo(wanted.id());
        assertThat(words(card())).contains(title, field);
    }

    @Test
    void theButtonInTheDossierLeadsToItsOwnConflict() {
        desk.ledger.disputes = List.of(FixedDesk.capacity(true, false));
        open(new Location.OfAsset(YangpuLedger.id(6)));
        settle();

        OnFx.run(() -> ((Button) shell.lookup("#dossier-conflict-" + FixedDesk.OWN_CONFLICT)).fire());
        settle();

        assertThat(chosen()).isEqualTo(FixedDesk.OWN_CONFLICT);
        assertThat(words(card())).contains("额定容量");
    }

    @Test
    void picturesStandBesideTheValueOfWhoTookThemAndAConflictWithoutAnySaysSo() {
        open(new Location.At(Place.SYNC));
        settle();
        OnFx.run(() -> shell.go(new Location.Conflict(FixedDesk.EDIT_CONFLICT)));
        settle();
        assertThat(pictures(card())).isEqualTo(5);
        assertThat(pictures(OnFx.call(() -> shell.lookup("#sync-conflict-photos"))))
                .isEqualTo(2);
        OnFx.run(() -> shell.go(new Location.Conflict(FixedDesk.SETTLED_CONFLICT)));
        settle();
        assertThat(pictures(card())).isZero();
        assertThat(words(card())).contains("本机还没有这台设备的照片。");
    }

    @ParameterizedTest
    @EnumSource(ThemeChoice.class)
    void theDecisionIsInViewOnASmallWindowHoweverManyPicturesThereAre(ThemeChoice theme) {
        open(new Location.Conflict(FixedDesk.EDIT_CONFLICT));
        OnFx.run(() -> {
            Appearance appearance = new Appearance();
            appearance.themeProperty().set(theme);
            appearance.dress(shell.getScene());
            shell.resize(1366, 768);
        });
        settle();
        settle();

        double bottom = OnFx.call(() -> {
            Node button = shell.lookup("#sync-take-ledgers");
            return button.localToScene(button.getBoundsInLocal()).getMaxY();
        });
        double bar = OnFx.call(() -> {
            Node status = shell.lookup(".status-bar");
            return status.localToScene(status.getBoundsInLocal()).getMinY();
        });
        assertThat(pictures(card())).isPositive();
        assertThat(bottom).isLessThan(bar);
    }

    private static int pictures(Node node) {
        return OnFx.call(() -> node.lookupAll(".thumbnail").size());
    }

    @Test
    void itStaysInViewWhenNewerConflictsComeBeforeIt() {
        ConflictCard wanted = desk.waiting.conflicts.get(2);
        open(new Location.Conflict(wanted.id()));
        settle();

        desk.waiting.conflicts.addFirst(FixedDesk.floor(new UUID(7, 99), true, true));
        OnFx.run(() -> desk.sync.become(
                new SyncStatus(SyncStatus.Connection.REACHED, 0, 0, 6, Desk.NOW.minusSeconds(60), 200L, null)));
        settle();

        assertThat(chosen()).isEqualTo(wanted.id());
    }
}
