package xundang.desktop.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.desktop.asset.ZxingTagReader;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.desktop.testing.Desk;
import xundang.desktop.testing.KnownSessions;
import xundang.desktop.testing.OnFx;

/** A dossier names one of several conflicts; the sync centre opens on that one. */
class ConflictPlaceTest {
    private final Desk desk = new Desk();

    @BeforeAll
    static void toolkit() throws TimeoutException {
        OnFx.start();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theConflictThatWasAskedForIsShown(int index) {
        ConflictCard wanted = desk.waiting.conflicts.get(index);
        Node card = OnFx.call(() -> {
            Shell shell = new Shell(
                    new KnownSessions.Handle(), desk.services(), desk.context, new ZxingTagReader(), new Appearance());
            new Scene(shell, 1366, 768);
            shell.start();
            shell.go(new Location.Conflict(wanted.id()));
            return shell.lookup("#sync-conflict-card");
        });
        assertThat(texts(card)).contains(wanted.title());
        ConflictCard first = desk.waiting.conflicts.getFirst();
        assertThat(texts(card)).doesNotContain(first.title());
    }

    private static Stream<String> texts(Node card) {
        return card.lookupAll(".label").stream().map(label -> ((Labeled) label).getText());
    }
}
