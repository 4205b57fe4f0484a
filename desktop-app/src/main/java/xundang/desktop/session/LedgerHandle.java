package xundang.desktop.session;

/** An open local ledger. Closing it drains the store thread, closes the databases and wipes the keys. */
public interface LedgerHandle extends AutoCloseable {
    /** Who opened it. */
    Session session();

    @Override
    void close();
}
