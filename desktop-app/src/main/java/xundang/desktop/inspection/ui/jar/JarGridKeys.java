package xundang.desktop.inspection.ui.jar;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;

/**
 * Keys of the grid: Enter down, Shift+Enter up, Tab and arrows, digits and letters for looks, / for why a jar was not measured, Ctrl+V a block of cells,
 * Ctrl+Z the last step back.
 */
final class JarGridKeys {
    private final JarTableViewModel jars;
    private final JarGrid grid;
    private final Runnable toPicture;

    /** @param toPicture F6: the cursor goes to the heat map */
    JarGridKeys(JarTableViewModel jars, JarGrid grid, Runnable toPicture) {
        this.jars = jars;
        this.grid = grid;
        this.toPicture = toPicture;
        grid.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (pressed(key)) {
                key.consume();
            }
        });
        grid.addEventFilter(KeyEvent.KEY_TYPED, key -> {
            if (typed(key)) {
                key.consume();
            }
        });
    }

    private boolean pressed(KeyEvent key) {
        if (key.isAltDown()) {
            return false;
        }
        return key.isShortcutDown() ? shortcut(key.getCode()) : plain(key);
    }

    private boolean shortcut(KeyCode code) {
        return switch (code) {
            case Z -> done(jars::undo);
            case V -> paste();
            case HOME -> done(() -> jars.select(new JarCell(1, jars.cell().column())));
            case END ->
                done(() -> jars.select(
                        new JarCell(jars.sheet().length(), jars.cell().column())));
            default -> false;
        };
    }

    private boolean plain(KeyEvent key) {
        boolean forward = !key.isShiftDown();
        return switch (key.getCode()) {
            case ENTER -> done(() -> jars.enter(forward));
            case TAB -> tab(forward);
            case DOWN -> done(() -> jars.move(1, 0));
            case UP -> done(() -> jars.move(-1, 0));
            case PAGE_DOWN -> done(() -> jars.move(grid.visible(), 0));
            case PAGE_UP -> done(() -> jars.move(-grid.visible(), 0));
            case LEFT -> !jars.isTyping() && done(() -> jars.move(0, -1));
            case RIGHT -> !jars.isTyping() && done(() -> jars.move(0, 1));
            case ESCAPE -> jars.revert();
            case DELETE, BACK_SPACE -> looks() && done(jars::clear);
            case F6 -> done(toPicture);
            default -> false;
        };
    }

    /** From the last cell it leaves the grid, as it does everywhere else. */
    private boolean tab(boolean forward) {
        JarCell before = jars.cell();
        boolean last = CellSteps.across(before, forward, jars.sheet().length()).equals(before);
        if (last) {
            return !jars.commit();
        }
        jars.tab(forward);
        return true;
    }

    /** A block of cells is the table's; a single word goes into the field as anywhere. */
    private boolean paste() {
        String text = Clipboard.getSystemClipboard().getString();
        boolean block = text != null && (text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0);
        if (block) {
            jars.paste(text);
        }
        return block || looks();
    }

    private boolean typed(KeyEvent key) {
        if (key.isAltDown() || key.isShortcutDown() || key.getCharacter().length() != 1) {
            return false;
        }
        char typed = key.getCharacter().charAt(0);
        if (looks()) {
            jars.chooseLook(typed);
            return true;
        }
        boolean reason =
                jars.cell().column().isNumber() && !jars.isTyping() && (typed == '/' || typed == '、' || typed == '／');
        return reason && done(() -> jars.select(new JarCell(jars.cell().position(), JarColumn.REASON)));
    }

    private boolean looks() {
        return jars.cell().column() == JarColumn.LOOK;
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
