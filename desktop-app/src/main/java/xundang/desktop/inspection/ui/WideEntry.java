package xundang.desktop.inspection.ui;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Where an answer is entered that needs the form's whole width, below its row: a table, a jar table (逐节表). It reads what the row holds from
 * {@link RowViewModel#readingProperty} and {@link RowViewModel#content}, and hands each change to {@link FormViewModel#answer}, which is
 * durable at once. It is in sight while its row is the active one. Interface's thread.
 */
interface WideEntry {
    /** Keys typed anywhere in this node are its own, but for Ctrl+Enter, Alt with a letter, and Ctrl with ↓ or ↑, which are the form's. */
    Node node();

    /**
     * Makes do with the height that there is.
     *
     * @param row what this is a part of
     * @param visible height of the part of the form that can be seen
     */
    default void fit(Region row, double visible) {}

    /** Takes the cursor, where it was left. */
    void focus();

    /** The row became the active one, or is no longer; what is being typed then goes to {@link FormViewModel#answer}. */
    void setActive(boolean active);

    /** Something is being typed that {@link FormViewModel#answer} has not got; it goes there now. The row is left, submitted or locked. */
    void settle();
}
