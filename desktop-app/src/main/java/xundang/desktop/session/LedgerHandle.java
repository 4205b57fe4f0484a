package xundang.desktop.session;

/** An open local ledger. Closing it closes the databases and wipes the keys; that is done on the store thread, behind everything begun. */
public interface LedgerHandle extends AutoCloseable {
    /** Who opened it. */
    Session session();

    /** Stops what works with it by itself, sync first. Interface's thread, before {@link #close}. */
    void stop();

    @Override
    void close();
}
