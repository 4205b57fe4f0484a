package xundang.desktop.inspection.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import xundang.desktop.inspection.ui.RowViewModel.Panel;
import xundang.desktop.platform.fx.UiContext;
import xundang.model.inspection.Skip;
import xundang.model.template.ItemKind;

/**
 * The form's keys. Enter next, Shift+Enter back, digits and letters choose, / not applicable, \ not inspected, P photo, N note, T today or
 * now, Q what the form asks for at its start, L what the ledger lacks, Ctrl+Enter submits. In rows of free text the letters are text; there
 * Alt together with the letter does the same.
 */
final class FormKeys {
    /** An entry of the form's whole width has this style class; most keys are its own. */
    static final String WIDE = "wide-entry";

    /** What keys do outside of the rows. */
    interface Ways {
        /** Opens the card with what the ledger lacks. */
        void unfold();

        /** Goes to what the form asks for at its start. */
        void ask();

        /** Submits what stands in the form, what is being typed included. */
        void submit();
    }

    private final FormViewModel form;
    private final UiContext context;
    private final Supplier<Optional<RowView>> activeView;
    private final Ways ways;

    FormKeys(FormViewModel form, UiContext context, Supplier<Optional<RowView>> activeView, Ways ways) {
        this.form = form;
        this.context = context;
        this.activeView = activeView;
        this.ways = ways;
    }

    void listenOn(Region root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            ways.submit();
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
            case P, N, L, Q, SLASH, BACK_SLASH -> {
                if (key.isAltDown()) {
                    act(letter(key.getCode()), key);
                }
            }
            default -> {}
        }
    }

    private static char letter(KeyCode code) {
        return switch (code) {
            case SLASH -> '/';
            case BACK_SLASH -> '\\';
            default -> Character.toLowerCase(code.getChar().charAt(0));
        };
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
        char typed = key.getCharacter().charAt(0);
        boolean text = switch (row.kind()) {
            case TEXT, SIGNATURE, ASSET -> true;
            // 2026/8/3 is a day; a stroke in an empty field is not.
            case DATE, DATE_TIME -> isSkip(typed) && !row.textProperty().get().isEmpty();
            case YES_NO, CHOICE, MULTI_CHOICE, NUMBER, PHOTO, TABLE, JAR_TABLE, COMPUTED -> false;
        };
        if (!text) {
            act(typed, key);
        }
    }

    private static void leaveOut(RowViewModel row, Skip.Kind kind, Event key) {
        if (row.kind() != ItemKind.COMPUTED) {
            if (!row.drafts().hasReason()) {
                row.drafts().kindProperty().set(kind);
            }
            row.openPanel(Panel.SKIP);
        }
        key.consume();
    }

    private static boolean isSkip(char typed) {
        return typed == '/' || typed == '、' || typed == '／';
    }

    private void act(char typed, Event key) {
        RowViewModel row = form.activeProperty().get();
        if (row == null) {
            return;
        }
        switch (Character.toLowerCase(typed)) {
            case '/', '、', '／' -> leaveOut(row, Skip.Kind.NOT_APPLICABLE, key);
            case '\\', '＼' -> leaveOut(row, Skip.Kind.NOT_INSPECTED, key);
            case 't' -> {
                if (row.kind() == ItemKind.DATE || row.kind() == ItemKind.DATE_TIME) {
                    activeView
                            .get()
                            .ifPresent(view ->
                                    view.input().takeNow(context.texts().clock().instant()));
                    key.consume();
                }
            }
            case 'q' -> {
                ways.ask();
                key.consume();
            }
            case 'p' -> {
                key.consume();
                context.pictures().choose().ifPresent(file -> form.attach(row, file));
            }
            case 'l' -> {
                ways.unfold();
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
