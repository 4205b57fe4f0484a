package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.PrivateFiles;

/**
 * What opening a records database needs.
 *
 * @param folder already locked by this process
 * @param scheme H2's name of the file system, {@code file:} but in tests
 */
record LedgerFiles(
        DataFolder folder, DataKey key, InstantSource clock, String scheme, JournalFiles.ChannelOpener opener) {

    /** Bytes that have to fit before work goes on: more than the largest single save needs, far less than what the person is asked to free. */
    private static final int PROBE = 1024 * 1024;

    /** Newest migration in {@code db/local}; opening a new database proves it right. */
    static final int SCHEMA_VERSION = 4;

    /** Whether a file can be written and forced here now. */
    boolean takesWriting() {
        Path probe = folder.root().resolve("probe.tmp");
        try {
            try (FileChannel channel = opener.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                PrivateFiles.writeFully(channel, ByteBuffer.allocate(PROBE));
                channel.force(true);
            } finally {
                Files.deleteIfExists(probe);
            }
            return true;
        } catch (IOException stillNot) {
            return false;
        }
    }

    EncryptedH2 records() {
        return new EncryptedH2(
                folder.records(),
                scheme,
                key,
                new EncryptedH2.Schema("classpath:db/local", SCHEMA_VERSION, "journal_mark"));
    }
}
