package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.crypto.Aead;

/**
 * Decides at the start whether the records database may be trusted, comparing it with the journal, and what to do if not. The order is
 * the point: look at everything without changing a byte; only then move aside, create, or open.
 */
final class RecordsOpening {
    private static final Logger LOG = LoggerFactory.getLogger(RecordsOpening.class);

    /** Meta row of a database that is being rebuilt: being far behind the journal is then no sign of an old copy. */
    static final String REBUILDING = "journal.rebuilding";

    private final LedgerFiles files;

    RecordsOpening(LedgerFiles files) {
        this.files = files;
    }

    /** What came of it. */
    sealed interface Result {
        record Open(Connection connection, Journal journal, boolean rebuilt) implements Result {}

        record Newer() implements Result {}
    }

    /** Answers of the inspected file. */
    private static final class Seen {
        private long mark;
        private boolean rebuilding;
    }

    Result run() throws IOException, SQLException {
        Aead aead = files.key().sealer("journal");
        JournalFiles.Found found = JournalFiles.read(files.folder(), aead);
        if (found instanceof JournalFiles.Found.Newer) {
            return new Result.Newer();
        }
        EncryptedH2 records = files.records();
        Seen seen = new Seen();
        EncryptedH2.State state =
                closedAsNow(found) ? records.inspect(c -> look(c, found, seen)) : changedWhileClosed();
        if (state instanceof EncryptedH2.State.Newer) {
            return new Result.Newer();
        }
        if (state instanceof EncryptedH2.State.Damaged damaged) {
            Path kept = files.folder()
                    .setAside(files.folder().records(), files.clock().instant());
            LOG.error(
                    "E-STORE-120 records database not usable ({}); kept as {}, rebuilding",
                    damaged.why(),
                    kept.getFileName());
            seen.mark = 0;
        }
        boolean sound = state instanceof EncryptedH2.State.Sound;
        Journal journal = switch (found) {
            case JournalFiles.Found.Segment segment ->
                Journal.resume(
                        segment,
                        files.folder(),
                        aead,
                        files.opener(),
                        seen.mark,
                        files.clock().instant());
            case JournalFiles.Found.Absent absent -> Journal.begin(files.folder(), aead, files.opener(), seen.mark);
            case JournalFiles.Found.Newer newer -> throw new AssertionError("answered above");
        };
        boolean rebuilt = !sound && (state instanceof EncryptedH2.State.Damaged || journalKnowsWork(found));
        try {
            // From here on the file may differ from what its last CLOSED entry says.
            journal.append(JournalFrame.Kind.OPENED, new byte[0]);
            Connection connection = sound ? records.open() : records.create();
            if (rebuilt) {
                markRebuilding(connection);
            }
            return new Result.Open(connection, journal, rebuilt || seen.rebuilding);
        } catch (IOException | SQLException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private static boolean journalKnowsWork(JournalFiles.Found found) {
        return found instanceof JournalFiles.Found.Segment segment
                && (segment.header().floor() > 0
                        || segment.scan().frames().stream().anyMatch(f -> f.kind() == JournalFrame.Kind.CHANGE));
    }

    /** Asks an opened file whether it holds what the journal promises; says so by a file-corrupted error if not. */
    private void look(Connection connection, JournalFiles.Found found, Seen seen) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select seq from journal_mark where id = 1")) {
                if (!rows.next()) {
                    throw corrupt("journal mark missing");
                }
                seen.mark = rows.getLong(1);
            }
            try (ResultSet rows = statement.executeQuery("select 1 from meta where name = '" + REBUILDING + "'")) {
                seen.rebuilding = rows.next();
            }
        }
        if (found instanceof JournalFiles.Found.Segment segment) {
            List<JournalFrame> frames = segment.scan().frames();
            if (!seen.rebuilding && isOlder(segment.header().floor(), frames, seen.mark)) {
                throw corrupt("older than the journal");
            }
            if (frames.isEmpty() || frames.getLast().kind() != JournalFrame.Kind.CLOSED) {
                EncryptedH2.readAll(connection);
            }
        } else {
            EncryptedH2.readAll(connection);
        }
    }

    /**
     * In order of work at most one change is in the journal and not in the database: the one whose saving a crash interrupted. More than
     * one missing means that the file is an older copy.
     */
    private static boolean isOlder(long floor, List<JournalFrame> frames, long mark) {
        Set<Long> aborted = aborted(frames);
        long missing = frames.stream()
                .filter(f -> f.kind() == JournalFrame.Kind.CHANGE && f.seq() > mark && !aborted.contains(f.seq()))
                .count();
        return mark < floor || missing > 1;
    }

    static Set<Long> aborted(List<JournalFrame> frames) {
        Set<Long> aborted = new HashSet<>();
        for (JournalFrame frame : frames) {
            if (frame.kind() == JournalFrame.Kind.ABORT) {
                aborted.add(frame.aborted());
            }
        }
        return aborted;
    }

    /** False if the file was closed in order and is not the same, bit for bit, now. H2 itself would not notice. */
    private boolean closedAsNow(JournalFiles.Found found) throws IOException {
        if (!(found instanceof JournalFiles.Found.Segment segment)
                || !Files.exists(files.folder().records())) {
            return true;
        }
        List<JournalFrame> frames = segment.scan().frames();
        if (frames.isEmpty() || frames.getLast().kind() != JournalFrame.Kind.CLOSED) {
            return true;
        }
        return Arrays.equals(
                frames.getLast().payload(), fingerprint(files.folder().records()));
    }

    private static EncryptedH2.State changedWhileClosed() {
        return new EncryptedH2.State.Damaged("not the file that was closed");
    }

    /** Length and SHA-256 of a file. */
    static byte[] fingerprint(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                length += n;
            }
            return ByteBuffer.allocate(Long.BYTES + JournalFormat.HASH)
                    .putLong(length)
                    .put(in.getMessageDigest().digest())
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }

    private static void markRebuilding(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into meta (name, val) values ('" + REBUILDING + "', 'true')");
        }
        connection.commit();
        EncryptedH2.force(connection);
    }

    private static SQLException corrupt(String why) {
        return new SQLException(why, "58030", ErrorCode.FILE_CORRUPTED_1);
    }
}
