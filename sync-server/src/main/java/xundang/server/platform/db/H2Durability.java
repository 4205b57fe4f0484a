package xundang.server.platform.db;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How H2 is made to keep its word; all of it stands here.
 *
 * <p>H2's commit alone is not durable (docs/decisions/0003): measured with SIGKILL at random times, only {@code WRITE_DELAY=0},
 * {@code REUSE_SPACE=FALSE} and a {@code CHECKPOINT SYNC} after the commit together lost nothing that was acknowledged. A checkpoint forces
 * the file to disk once and covers every commit before it. So who has committed waits here: the first one runs a checkpoint for all that
 * have committed by then, the others wait for one that covers theirs (group commit).
 */
final class H2Durability {
    /**
     * Options of the database URL. No trace file, because traces hold rows; no closing behind the program's back. Each connection remembers
     * enough parsed statements for a push, a page and an upload; with the usual eight each would be parsed anew every time.
     */
    static final String OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";WRITE_DELAY=0;REUSE_SPACE=FALSE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=128";

    /** Forces everything that was committed to disk. */
    @FunctionalInterface
    interface Checkpoint {
        void run() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private long committed;
    private long durable;
    private boolean running;
    private @Nullable SQLException failure;
    private long checkpoints;

    /** Notes a commit; called in the order of the commits. Returns what to wait for. */
    long committed() {
        lock.lock();
        try {
            return ++committed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when the commit is on disk. After a checkpoint has failed nobody is told "on disk" any more: a system may drop what it could
     * not write and report the next force as a success.
     */
    void await(long ticket, Checkpoint checkpoint) throws SQLException {
        lock.lock();
        try {
            while (durable < ticket) {
                if (failure != null) {
                    throw new SQLException(
                            "an earlier checkpoint failed", failure.getSQLState(), failure.getErrorCode());
                }
                if (running) {
                    done.awaitUninterruptibly();
                } else {
                    lead(checkpoint);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead(Checkpoint checkpoint) throws SQLException {
        running = true;
        long covers = committed;
        // Until the checkpoint has returned, whatever ends it is a failure.
        SQLException fault = new SQLException("the checkpoint did not end in order");
        lock.unlock();
        try {
            checkpoint.run();
            fault = null;
        } catch (SQLException e) {
            fault = e;
            throw e;
        } finally {
            lock.lock();
            running = false;
            failure = fault;
            if (fault == null) {
                durable = Math.max(durable, covers);
                checkpoints++;
            }
            done.signalAll();
        }
    }

    /** How many checkpoints there were; for the test that they are shared. */
    long checkpoints() {
        lock.lock();
        try {
            return checkpoints;
        } finally {
            lock.unlock();
        }
    }
}
