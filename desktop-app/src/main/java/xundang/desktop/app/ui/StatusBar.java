package xundang.desktop.app.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.session.Session;
import xundang.desktop.sync.SyncStatus;
import xundang.desktop.sync.ui.SyncWords;

/** Always there, always true, never blinking: who, which ledger, the sync state in words, clock drift, language and theme. */
final class StatusBar extends HBox {
    private final SyncWords words;
    private final Label sync = Parts.label("", "figures");
    private final FontIcon syncIcon = new FontIcon(MaterialDesignC.CLOUD_OUTLINE);
    private final Label drift = Parts.label("", "strong", "figures");
    private SyncStatus last;
    private Runnable locking = () -> {};
    private Runnable enrolling = () -> {};

    StatusBar(Session session, SyncStatus status, UiTexts texts, Appearance appearance) {
        super(16);
        words = new SyncWords(texts);
        last = status;
        setId("status-bar");
        getStyleClass().addAll("row", "status-bar");
        Label who = new Label("", new FontIcon(MaterialDesignA.ACCOUNT_OUTLINE));
        who.setId("status-person");
        who.textProperty()
                .bind(texts.bind(
                        "app.status.person",
                        session.name(),
                        texts.bind("app.role." + session.role().name())));
        Label ledger = new Label(session.ledgerName(), new FontIcon(MaterialDesignD.DATABASE_OUTLINE));
        ledger.setId("status-ledger");
        sync.setId("status-sync");
        sync.setGraphic(syncIcon);
        sync.setMinWidth(USE_PREF_SIZE);
        drift.setId("status-drift");
        drift.setGraphic(new FontIcon(MaterialDesignC.CLOCK_ALERT_OUTLINE));
        Button language = small(
                "status-language",
                () -> texts.languageProperty().set(texts.language().other()));
        language.textProperty().bind(texts.bind("app.status.otherLanguage"));
        Button theme = small(
                "status-theme",
                () -> appearance
                        .themeProperty()
                        .set(appearance.themeProperty().get().next()));
        theme.setGraphic(new FontIcon(MaterialDesignT.THEME_LIGHT_DARK));
        Runnable nameTheme = () -> theme.setText(
                texts.get("app.theme." + appearance.themeProperty().get().name()));
        appearance.themeProperty().subscribe(nameTheme);
        texts.languageProperty().subscribe(nameTheme);
        nameTheme.run();
        Button enrol = small("status-enrol", () -> enrolling.run());
        enrol.textProperty().bind(texts.bind("app.status.enrol"));
        enrol.setGraphic(new FontIcon(MaterialDesignA.ACCOUNT_PLUS_OUTLINE));
        Button lock = small("status-lock", () -> locking.run());
        lock.textProperty().bind(texts.bind("app.status.lock"));
        lock.setGraphic(new FontIcon(MaterialDesignL.LOCK_OUTLINE));
        getChildren().addAll(who, ledger, sync, drift, Parts.spring(), enrol, lock, theme, language);
        texts.languageProperty().subscribe((before, after) -> show(last));
        show(status);
    }

    /** What the two buttons for people do. */
    void offer(Runnable lock, Runnable enrol) {
        locking = lock;
        enrolling = enrol;
    }

    private static Button small(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    /** Says another status. */
    void show(SyncStatus status) {
        last = status;
        sync.setText(words.line(status));
        syncIcon.setIconCode(
                switch (status.connection()) {
                    case OFF, UNREACHABLE -> MaterialDesignC.CLOUD_OFF_OUTLINE;
                    case WORKING -> MaterialDesignC.CLOUD_SYNC_OUTLINE;
                    case REACHED -> MaterialDesignC.CLOUD_CHECK_OUTLINE;
                    case LOGIN_NEEDED -> MaterialDesignC.CLOUD_ALERT;
                });
        drift.setText(words.drift(status).orElse(""));
        Parts.shown(drift, !drift.getText().isEmpty());
    }
}
