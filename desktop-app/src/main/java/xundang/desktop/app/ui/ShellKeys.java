package xundang.desktop.app.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import xundang.desktop.platform.theme.Appearance;
import xundang.desktop.sync.SyncControl;

/** The keys that work everywhere. */
final class ShellKeys {
    private final Shell shell;
    private final SyncControl sync;
    private final Appearance appearance;

    ShellKeys(Shell shell, SyncControl sync, Appearance appearance) {
        this.shell = shell;
        this.sync = sync;
        this.appearance = appearance;
    }

    void listenOn(Region root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (handle(key)) {
                key.consume();
            }
        });
    }

    private boolean handle(KeyEvent key) {
        if (key.isShortcutDown()) {
            return shortcut(key.getCode());
        }
        if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            shell.back();
            return true;
        }
        return switch (key.getCode()) {
            case F1 -> done(shell::keys);
            case F2 -> done(() -> shell.go(new Location.At(Place.SCAN)));
            case F5 -> done(sync::syncNow);
            case ESCAPE -> shell.closePanel();
            default -> false;
        };
    }

    private boolean shortcut(KeyCode code) {
        return switch (code) {
            case DIGIT1, NUMPAD1 -> go(Place.TODAY);
            case DIGIT2, NUMPAD2 -> go(Place.SCAN);
            case DIGIT3, NUMPAD3 -> go(Place.ASSETS);
            case DIGIT4, NUMPAD4 -> go(Place.SYNC);
            case K -> done(shell::find);
            case L -> done(shell::lock);
            case P -> shell.print();
            case PLUS, EQUALS, ADD -> done(() -> appearance.grow(1));
            case MINUS, SUBTRACT -> done(() -> appearance.grow(-1));
            default -> false;
        };
    }

    private boolean go(Place place) {
        return done(() -> shell.go(new Location.At(place)));
    }

    private static boolean done(Runnable action) {
        action.run();
        return true;
    }
}
