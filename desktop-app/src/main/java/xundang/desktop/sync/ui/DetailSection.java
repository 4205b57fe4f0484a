package xundang.desktop.sync.ui;

import javafx.scene.Node;

/** A section with a list at the left and what was chosen at the right, where something can be typed. */
interface DetailSection extends SectionView {
    /** List and detail. */
    MasterDetail<?> both();

    /** Gives up what is being typed; false if nothing was. */
    boolean cancel();

    @Override
    default Node node() {
        return both().node();
    }

    @Override
    default void focus() {
        both().focus();
    }

    /** The cursor goes back to the list. */
    @Override
    default boolean closePanel() {
        boolean open = cancel();
        if (open) {
            both().focus();
        }
        return open;
    }
}
