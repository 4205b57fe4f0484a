package xundang.desktop.session.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.ListRows;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.session.Sessions.Person;

/** The log-in card: people on this laptop, password, what went wrong. */
public final class LoginView extends StackPane {
    private static final int MOST_ROWS = 4;

    private final LoginViewModel model;
    private final PasswordField password = new PasswordField();

    public LoginView(LoginViewModel model, UiTexts texts, Runnable toEnrolment) {
        this.model = model;
        getStyleClass().add("canvas");
        password.setId("login-password");
        password.setPromptText(texts.get("session.login.password"));
        password.setOnAction(ignored -> open());
        Button open =
                Parts.mainButton("login-open", texts.get("session.login.open"), MaterialDesignL.LOGIN, this::open);
        open.setMaxWidth(Double.MAX_VALUE);
        open.disableProperty().bind(model.busyProperty());
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("login-error");
        model.errorProperty().subscribe(error::show);
        model.busyProperty()
                .subscribe(busy -> open.setText(texts.get(busy ? "session.login.opening" : "session.login.open")));
        Button enrol = Parts.quietButton(
                "login-enrol", texts.get("session.login.other"), MaterialDesignA.ACCOUNT_PLUS_OUTLINE, toEnrolment);
        Label offline = Parts.wrapped(texts.get("session.login.offline"), "caption");
        Label keyring = Parts.wrapped(texts.get("session.login.noKeyring"), "caption");
        keyring.setId("login-keyring");
        Parts.shown(keyring, !model.usesKeyring());
        VBox notes = Parts.column(4, offline, keyring);
        VBox card = Parts.card(16, new Brand(texts), people(texts), password, error, open, notes, enrol);
        card.getStyleClass().add("login-card");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Puts the cursor into the password field. */
    public void focus() {
        password.requestFocus();
    }

    private ListView<Person> people(UiTexts texts) {
        ListView<Person> list = new ListView<>(model.people());
        list.setId("login-people");
        list.getStyleClass().add("plain-list");
        ListRows.ofTwoLines(list);
        Runnable fit = () -> ListRows.show(list, Math.clamp(model.people().size(), 1, MOST_ROWS));
        model.people().subscribe(fit);
        fit.run();
        list.setCellFactory(ignored -> new PersonCell(texts));
        model.chosenProperty().subscribe(person -> list.getSelectionModel().select(person));
        list.getSelectionModel().selectedItemProperty().subscribe(person -> {
            if (person != null) {
                model.chosenProperty().set(person);
            }
        });
        return list;
    }

    private void open() {
        char[] typed = password.getText().toCharArray();
        password.clear();
        model.open(typed);
    }

    private static final class PersonCell extends ListCell<Person> {
        private final UiTexts texts;

        PersonCell(UiTexts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            if (empty || person == null) {
                setGraphic(null);
                return;
            }
            setGraphic(Parts.row(
                    12,
                    new FontIcon(MaterialDesignA.ACCOUNT_CIRCLE),
                    Parts.label(
                            person.name().isEmpty() ? texts.get("session.login.keyDamaged") : person.name(),
                            "input-size",
                            "strong"),
                    Parts.label(person.login(), "muted")));
        }
    }
}
