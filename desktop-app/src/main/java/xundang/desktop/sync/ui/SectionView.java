package xundang.desktop.sync.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** One section of the sync centre. Made anew when it comes to the front. */
interface SectionView {
    Node node();

    /** Takes the focus. */
    void focus();

    /** Goes away: let go of listeners. */
    void hidden();

    /** A key that no input took; true if it meant something here. */
    default boolean key(KeyCode code) {
        return false;
    }

    /** Esc: closes what is being typed; false if nothing was. */
    default boolean closePanel() {
        return false;
    }
}
