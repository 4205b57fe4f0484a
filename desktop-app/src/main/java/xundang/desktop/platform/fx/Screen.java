package xundang.desktop.platform.fx;

import java.util.List;
import javafx.scene.Parent;

/** One screen as the shell shows it. The view is made anew when the language changes; its view model stays. */
public interface Screen {
    /** The root of the screen. */
    Parent node();

    /** The screen came to the front: take the focus where typing should go. */
    default void shown() {}

    /** The screen goes away: let go of listeners. */
    default void hidden() {}

    /**
     * The window closes or is locked: what is being typed goes to the store now, whatever it is. The screen stays where it is, so that the
     * program reopens there.
     */
    default void settle() {}

    /** Something in the ledger changed, here or on the server: ask again. What is being typed stays. */
    default void dataChanged() {}

    /** Esc: closes the innermost open inline panel; false if there was none. */
    default boolean closePanel() {
        return false;
    }

    /** Ctrl+P: prints what the screen shows; false if there is nothing to print. */
    default boolean print() {
        return false;
    }

    /** This screen's own keys for F1; texts are {@code platform.keys} style keys: key name, then text key. */
    default List<KeyHint> keys() {
        return List.of();
    }

    /** A key and the text key that says what it does. */
    record KeyHint(String keys, String textKey) {}
}
