package xundang.desktop.round.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import xundang.desktop.platform.fx.UiTexts;
import xundang.desktop.platform.theme.ErrorPanel;
import xundang.desktop.platform.theme.Parts;
import xundang.desktop.round.RoundItem;
import xundang.desktop.round.ui.PutOffViewModel.Kind;

/** Skip or postpone, in its place above the list: F6 chooses between the two, Enter saves, Esc closes. */
final class PutOffPanel extends VBox {
    private static final double UNTIL_WIDTH = 220;

    private final PutOffViewModel model;
    private final UiTexts texts;
    private final Label what = Parts.label("", "strong");
    private final TextField reason = new TextField();
    private final TextField until = new TextField();
    private final Map<Kind, ToggleButton> kinds = new EnumMap<>(Kind.class);
    private final Subscription listening;

    PutOffPanel(PutOffViewModel model, UiTexts texts) {
        super(8);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setId("today-put-off");
        reason.setId("today-reason");
        reason.setPromptText(texts.get("round.putOff.reason"));
        reason.textProperty().bindBidirectional(model.reasonProperty());
        HBox.setHgrow(reason, Priority.ALWAYS);
        until.setId("today-until");
        until.setPromptText(texts.get("round.putOff.until"));
        until.textProperty().bindBidirectional(model.untilProperty());
        until.setPrefWidth(UNTIL_WIDTH);
        ErrorPanel error = new ErrorPanel(texts);
        error.setId("today-put-off-error");
        getChildren()
                .setAll(
                        Parts.row(16, what, Parts.spring(), Parts.label(texts.get("round.putOff.keys"), "caption")),
                        Parts.row(
                                8,
                                kind(Kind.SKIP, "round.putOff.skip"),
                                kind(Kind.POSTPONE, "round.putOff.postpone"),
                                reason,
                                until,
                                Parts.button(
                                        "today-put-off-save",
                                        texts.get("round.putOff.save"),
                                        MaterialDesignC.CHECK,
                                        model::save)),
                        error);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        listening = Subscription.combine(
                model.itemProperty().subscribe(this::show),
                model.kindProperty().subscribe(this::show),
                model.errorProperty().subscribe(error::show));
    }

    private ToggleButton kind(Kind of, String key) {
        ToggleButton button = new ToggleButton(texts.get(key));
        button.setId("today-put-off-" + (of == Kind.SKIP ? "skip" : "postpone"));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            model.kindProperty().set(of);
            show(of);
        });
        kinds.put(of, button);
        return button;
    }

    private void show(Kind chosen) {
        kinds.forEach((kind, button) -> button.setSelected(kind == chosen));
        Parts.shown(until, chosen == Kind.POSTPONE);
    }

    private void show(@Nullable RoundItem item) {
        Parts.shown(this, item != null);
        if (item != null) {
            what.setText(String.join(
                    " · ",
                    item.asset().assetNo() + " " + item.asset().name(),
                    item.plan(),
                    new WhenWords(texts).when(item.when())));
        }
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.F6) {
            Kind other = model.kindProperty().get() == Kind.SKIP ? Kind.POSTPONE : Kind.SKIP;
            model.kindProperty().set(other);
            focusFirst();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER) {
            enter();
            key.consume();
        }
    }

    /** Enter goes to the field that is still empty, then saves. */
    private void enter() {
        boolean untilNext = model.kindProperty().get() == Kind.POSTPONE
                && reason.isFocused()
                && until.getText().isBlank();
        if (untilNext && !reason.getText().isBlank()) {
            until.requestFocus();
        } else {
            model.save();
        }
    }

    void focusFirst() {
        Stream.of(reason, until)
                .filter(field -> field.isManaged() && field.getText().isBlank())
                .findFirst()
                .orElse(reason)
                .requestFocus();
    }

    void hidden() {
        listening.unsubscribe();
    }
}
