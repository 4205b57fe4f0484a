package xundang.desktop.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import xundang.desktop.sync.FileWatch;
import xundang.model.inspection.InspectionId;

/** Prints submitted inspections. Blocks; never on the store thread: it hands its short steps to that thread itself. */
public interface Reports {
    /** A file name for them, without a folder: safe on every system. Store thread only. */
    String name(List<InspectionId> which);

    /**
     * Writes them into one PDF file, more than one with a cover table. Throws {@link java.util.concurrent.CancellationException} when
     * cancelled, {@link java.util.NoSuchElementException} if this laptop does not hold one of them; then the target is as it was.
     *
     * @param target is replaced if it is there
     */
    Printed print(List<InspectionId> which, Path target, FileWatch watch) throws IOException;
}
