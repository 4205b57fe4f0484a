package xundang.desktop.sync.sim;

import java.io.IOException;
import java.util.Set;
import xundang.desktop.platform.db.MemoryDatabase;
import xundang.desktop.platform.db.MemoryDatabase.Moment;

/** A laptop's disk: runs full, and can take the process with it at a chosen step. */
final class SimDisk implements MemoryDatabase.Disk {
    private static final Set<Moment> WRITING = Set.of(Moment.BEFORE_JOURNAL, Moment.BEFORE_COMMIT);

    private int stepsToCrash;
    private boolean full;

    /** The process dies at the n-th step from now on. */
    void crashAtStep(int steps) {
        stepsToCrash = steps;
    }

    void full(boolean isFull) {
        full = isFull;
    }

    void heal() {
        stepsToCrash = 0;
        full = false;
    }

    @Override
    public void at(Moment moment) throws IOException {
        if (stepsToCrash > 0 && --stepsToCrash == 0) {
            throw new SimCrash("laptop at " + moment);
        }
        if (full && WRITING.contains(moment)) {
            throw new IOException("No space left on device");
        }
    }
}
