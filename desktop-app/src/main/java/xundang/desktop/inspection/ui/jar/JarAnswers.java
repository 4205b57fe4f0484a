package xundang.desktop.inspection.ui.jar;

import org.jspecify.annotations.Nullable;
import xundang.desktop.inspection.jar.JarCell;
import xundang.model.inspection.ReadingValue;

/** Takes each change of the table to the store. */
@FunctionalInterface
public interface JarAnswers {
    /**
     * The table after one step.
     *
     * @param answer all of it; absent when nothing stands in it any more
     * @param next where the cursor goes, and where the program reopens
     */
    void changed(ReadingValue.@Nullable Jars answer, JarCell next);
}
