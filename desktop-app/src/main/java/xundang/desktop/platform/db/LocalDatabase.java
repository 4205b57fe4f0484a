package xundang.desktop.platform.db;

import java.util.function.Consumer;
import java.util.function.Function;
import xundang.desktop.platform.tasks.Subscription;

/**
 * The open records database of this laptop. Store thread only. Faults are {@link StoreException}. After a fault of the disk nothing more is
 * written until the disk takes writing again; then the next call opens the files anew, as after a crash, and goes on.
 */
public interface LocalDatabase {
    /** Reads; nothing may be written. */
    <T> T read(Function<Tx, T> work);

    /**
     * Writes what can be fetched again from the server (pulled pages, receipts). Durable on return, but not in the journal: use
     * {@link #commit} for anything that a person did.
     */
    <T> T inTransaction(Function<Tx, T> work);

    /**
     * Makes a person's change durable: appended to the journal and forced to disk, then applied in one transaction, then forced to disk
     * again, then announced. On return it survives a kill and a power cut. If it throws, nothing was acknowledged: a change that its
     * applier refused will never be applied; one that met a fault of the disk after it had reached the journal may be found at the next
     * opening.
     */
    void commit(LocalChange change);

    /** Registers who applies a type of change. All types must be registered before {@link #recover}. */
    void register(String type, ChangeApplier applier);

    /**
     * Replays what the journal has and the database lacks. Called after all types are registered, before first use; calling it again
     * does nothing more. An entry that its applier refuses stays in the journal and is tried again at the next opening. On a disk that takes no
     * writing nothing is replayed until it does.
     *
     * @return what has to be told of it
     */
    Recovery recover();

    /** Drops journal entries of settled subjects. Cheap when there is nothing to drop. */
    void forgetSettled(SettledSubjects settled);

    /** Calls back on the store thread after each commit with what was touched. */
    Subscription onCommit(Consumer<? super Touched> listener);

    /** What a commit touched, coarse on purpose: listeners query again. */
    enum Touched {
        LOCAL_CHANGE,
        SERVER_CHANGE
    }
}
