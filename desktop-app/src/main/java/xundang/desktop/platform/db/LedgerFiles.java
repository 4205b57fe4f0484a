package xundang.desktop.platform.db;

import java.time.InstantSource;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.files.DataFolder;

/**
 * What opening a records database needs.
 *
 * @param folder already locked by this process
 * @param scheme H2's name of the file system, {@code file:} but in tests
 */
record LedgerFiles(
        DataFolder folder, DataKey key, InstantSource clock, String scheme, JournalFiles.ChannelOpener opener) {

    /** Newest migration in {@code db/local}; opening a new database proves it right. */
    static final int SCHEMA_VERSION = 3;

    EncryptedH2 records() {
        return new EncryptedH2(
                folder.records(),
                scheme,
                key,
                new EncryptedH2.Schema("classpath:db/local", SCHEMA_VERSION, "journal_mark"));
    }
}
