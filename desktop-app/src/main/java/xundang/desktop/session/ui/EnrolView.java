package xundang.desktop.session.ui;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;

/** The enrolment card: server, account, password, code, name of the laptop. */
public final class EnrolView extends StackPane {
    private final EnrolViewModel model;
    private final UiTexts texts;
    private final TextField server;
    private final PasswordField password = new PasswordField();

    /**
     * @param canGoBack false on a fresh laptop, where nobody can log in yet
     */
    public EnrolView(EnrolViewModel model, UiTexts texts, boolean canGoBack, Runnable back) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("canvas");
        server = field("enrol-server", model.serverProperty());
        password.setId("enrol-password");
        password.setOnAction(ignored -> enrol());
        Button enrol = Parts.mainButton("enrol-go", texts.get("session.enrol.go"), MaterialDesignL.LAPTOP, this::enrol);
        enrol.setMaxWidth(Double.MAX_VALUE);
        enrol.disableProperty().bind(model.busyProperty());
        model.busyProperty()
                .subscribe(busy -> enrol.setText(texts.get(busy ? "session.enrol.going" : "session.enrol.go")));
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("enrol-error");
        model.errorProperty().subscribe(error::show);
        Button toLogin =
                Parts.quietButton("enrol-back", texts.get("session.enrol.back"), MaterialDesignA.ARROW_LEFT, back);
        Parts.shown(toLogin, canGoBack);
        Label removed = Parts.wrapped(texts.get("session.removed"), "good");
        removed.setId("enrol-removed");
        model.removedProperty().subscribe(shown -> Parts.shown(removed, shown));
        VBox card = Parts.card(
                12,
                new Brand(texts),
                removed,
                Parts.wrapped(texts.get("session.enrol.intro"), "muted"),
                labelled("session.enrol.server", server),
                labelled("session.enrol.account", field("enrol-account", model.loginProperty())),
                labelled("session.enrol.password", password),
                labelled("session.enrol.code", field("enrol-code", model.codeProperty())),
                labelled("session.enrol.device", field("enrol-device", model.deviceNameProperty())),
                error,
                enrol,
                toLogin);
        card.getStyleClass().add("login-card");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Puts the cursor into the first field. */
    public void focus() {
        server.requestFocus();
        server.end();
    }

    private TextField field(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        field.setOnAction(ignored -> enrol());
        return field;
    }

    private VBox labelled(String key, TextField field) {
        return Parts.column(4, Parts.label(texts.get(key), "caption"), field);
    }

    private void enrol() {
        model.enrol(password.getText().toCharArray());
    }
}
