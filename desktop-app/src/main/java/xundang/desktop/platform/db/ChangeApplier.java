package xundang.desktop.platform.db;

/**
 * Applies one type of {@link LocalChange} to the database. Deterministic: given the same database and change it does the same, because it
 * also runs when a database is rebuilt from the journal. It asks no clock and makes no ids.
 */
@FunctionalInterface
public interface ChangeApplier {
    /** Writes the change within the given transaction. */
    void apply(Tx tx, LocalChange change);
}
