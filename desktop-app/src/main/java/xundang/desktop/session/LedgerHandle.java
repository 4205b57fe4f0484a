package xundang.desktop.session;

/** An open local ledger. Closing it drains the store thread, closes the databases and wipes the keys. */
public interface LedgerHandle extends AutoCloseable {
    /** Who opened it. */
    Session session();

    /** True when the database had to be rebuilt from the journal on opening; the interface says so once. */
    boolean rebuilt();

    @Override
    void close();
}
