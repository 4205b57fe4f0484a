package xundang.desktop.inspection.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.platform.fx.PictureChooser;
import xundang.model.template.ItemKind;

/**
 * The form's keys. Enter next, Shift+Enter back, digits and letters choose, / leaves out, P photo, N note, L what the ledger lacks,
 * Ctrl+Enter submits. In rows of free text the letters are text; there Alt together with the letter does the same.
 */
final class FormKeys {
    /** An entry of the form's whole width has this style class; most keys are its own. */
    static final String WIDE = "wide-entry";

    private final FormViewModel form;
    private final PictureChooser pictures;
    private final Supplier<Optional<RowView>> activeView;
    private final Runnable unfold;
    private final Runnable submit;

    /**
     * @param unfold opens the card with what the ledger lacks
     * @param submit submits what stands in the form, what is being typed included
     */
    FormKeys(
            FormViewModel form,
            PictureChooser pictures,
            Supplier<Optional<RowView>> activeView,
            Runnable unfold,
            Runnable submit) {
        this.form = form;
        this.pictures = pictures;
        this.activeView = activeView;
        this.unfold = unfold;
        this.submit = submit;
    }

    void listenOn(Region root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            submit.run();
            key.consume();
            return;
        }
        if (has(key, RowPanel.OWN_KEYS) || (has(key, WIDE) && !isForForm(key))) {
            return;
        }
        switch (key.getCode()) {
            case ENTER -> step(key, !key.isShiftDown());
            case DOWN -> step(key, true);
            case UP -> step(key, false);
            case P, N, L, SLASH -> {
                if (key.isAltDown()) {
                    act(letter(key.getCode()), key);
                }
            }
            default -> {}
        }
    }

    private static char letter(KeyCode code) {
        return code == KeyCode.SLASH
                ? '/'
                : Character.toLowerCase(code.getChar().charAt(0));
    }

    private void step(KeyEvent key, boolean forward) {
        if (forward) {
            form.next();
        } else {
            form.back();
        }
        key.consume();
    }

    private void typed(KeyEvent key) {
        RowViewModel row = form.activeProperty().get();
        if (row == null
                || has(key, RowPanel.OWN_KEYS)
                || has(key, WIDE)
                || key.isAltDown()
                || key.isShortcutDown()
                || key.getCharacter().length() != 1) {
            return;
        }
        boolean letters = row.kind() == ItemKind.TEXT || row.kind() == ItemKind.SIGNATURE;
        if (!letters) {
            act(key.getCharacter().charAt(0), key);
        }
    }

    private void act(char typed, Event key) {
        RowViewModel row = form.activeProperty().get();
        if (row == null) {
            return;
        }
        switch (Character.toLowerCase(typed)) {
            case '/', '、', '／' -> {
                if (row.kind() != ItemKind.COMPUTED) {
                    row.openPanel(Panel.SKIP);
                }
                key.consume();
            }
            case 'p' -> {
                key.consume();
                pictures.choose().ifPresent(file -> form.attach(row, file));
            }
            case 'l' -> {
                unfold.run();
                key.consume();
            }
            case 'n' -> {
                row.openPanel(Panel.NOTE);
                key.consume();
            }
            default -> {
                if (!row.isTyped()
                        && activeView
                                .get()
                                .map(view -> view.input().chooseByKey(typed))
                                .orElse(false)) {
                    key.consume();
                }
            }
        }
    }

    /** Whether what has the cursor is, or is part of, something with that style class. */
    private static boolean has(Event event, String styleClass) {
        for (Node node = event.getTarget() instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    /** What a table leaves to the form. */
    private static boolean isForForm(KeyEvent key) {
        return key.isAltDown()
                || (key.isShortcutDown() && (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP));
    }
}
