package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
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
        /** @param found what has to be told of it; nothing has been replayed yet */
        record Open(Connection connection, Journal journal, Recovery found) implements Result {}

        record Newer() implements Result {}
    }

    /** Answers of the inspected file. */
    private static final class Seen {
        private long mark;
        private boolean rebuilding;
        private List<JournalFrame> lost = List.of();
    }

    Result run() throws IOException, SQLException {
        JournalFiles.Found found = JournalFiles.read(files.folder(), files.key().sealer("journal"));
        if (found instanceof JournalFiles.Found.Newer) {
            return new Result.Newer();
        }
        EncryptedH2 records = files.records();
        Seen seen = new Seen();
        boolean asClosed = closedAsNow(found);
        EncryptedH2.State state = records.inspect(c -> look(c, found, asClosed, seen));
        if (!asClosed && state instanceof EncryptedH2.State.Sound && seen.mark <= lastNumber(found)) {
            state = changedWhileClosed();
        }
        if (state instanceof EncryptedH2.State.Newer) {
            return new Result.Newer();
        }
        try {
            return open(found, records, state, seen);
        } catch (IOException | SQLException e) {
            StoreException.Reason reason =
                    StoreFaults.diskFault(e, files.folder().root());
            boolean readable = state instanceof EncryptedH2.State.Sound && !seen.rebuilding;
            if (readable
                    && found instanceof JournalFiles.Found.Segment segment
                    && writing(reason).isPresent()) {
                return openReadOnly(segment, records, seen, writing(reason).get());
            }
            throw e;
        }
    }

    private static Optional<Recovery.Writing> writing(StoreException.@Nullable Reason reason) {
        return switch (reason) {
            case DISK_FULL -> Optional.of(Recovery.Writing.DISK_FULL);
            case READ_ONLY -> Optional.of(Recovery.Writing.READ_ONLY);
            case null -> Optional.empty();
            case DAMAGED, CLOSED, OTHER -> Optional.empty();
        };
    }

    /** The disk takes nothing, but everything is there: it can at least be read (trust requirement 35). */
    private Result openReadOnly(
            JournalFiles.Found.Segment segment, EncryptedH2 records, Seen seen, Recovery.Writing writing)
            throws IOException, SQLException {
        LOG.error("E-STORE-102 the ledger is opened for reading alone: {}", writing);
        Journal journal =
                Journal.readOnly(segment, files.folder(), files.key().sealer("journal"), files.opener(), seen.mark);
        try {
            return new Result.Open(
                    records.openReadOnly(),
                    journal,
                    new Recovery(false, 0, segment.scan().damage().size(), 0, writing));
        } catch (SQLException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Result open(JournalFiles.Found found, EncryptedH2 records, EncryptedH2.State state, Seen seen)
            throws IOException, SQLException {
        if (state instanceof EncryptedH2.State.Damaged damaged) {
            Path kept = files.folder()
                    .setAside(files.folder().records(), files.clock().instant());
            LOG.error(
                    "E-STORE-120 records database not usable ({}); kept as {}, rebuilding",
                    damaged.why(),
                    kept.getFileName());
            seen.mark = 0;
            seen.lost = List.of();
        }
        if (!seen.lost.isEmpty()) {
            LOG.error(
                    "E-STORE-111 the journal lacks {} entries of unsettled work; written again from the database",
                    seen.lost.size());
        } else if (found instanceof JournalFiles.Found.Absent && seen.mark > 0) {
            LOG.warn("E-STORE-112 the journal was missing; nothing unsettled was in it");
        }
        boolean sound = state instanceof EncryptedH2.State.Sound;
        Journal journal = journal(found, seen);
        boolean rebuilt = !sound && (state instanceof EncryptedH2.State.Damaged || journalKnowsWork(found));
        try {
            // From here on the file may differ from what its last CLOSED entry says.
            journal.append(JournalFrame.Kind.OPENED, new byte[0]);
            Connection connection = sound ? records.open() : records.create();
            if (rebuilt) {
                markRebuilding(connection);
            }
            int damage = found instanceof JournalFiles.Found.Segment segment
                    ? segment.scan().damage().size()
                    : 0;
            return new Result.Open(
                    connection,
                    journal,
                    new Recovery(rebuilt || seen.rebuilding, 0, damage, seen.lost.size(), Recovery.Writing.POSSIBLE));
        } catch (IOException | SQLException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Journal journal(JournalFiles.Found found, Seen seen) throws IOException {
        Aead aead = files.key().sealer("journal");
        return switch (found) {
            case JournalFiles.Found.Segment segment ->
                Journal.resume(
                        segment,
                        files.folder(),
                        aead,
                        files.opener(),
                        seen.mark,
                        seen.lost,
                        files.clock().instant());
            case JournalFiles.Found.Absent absent ->
                Journal.begin(files.folder(), aead, files.opener(), seen.mark, seen.lost);
            case JournalFiles.Found.Newer newer -> throw new AssertionError("answered above");
        };
    }

    private static boolean journalKnowsWork(JournalFiles.Found found) {
        return found instanceof JournalFiles.Found.Segment segment
                && (segment.header().floor() > 0
                        || segment.scan().frames().stream().anyMatch(f -> f.kind() == JournalFrame.Kind.CHANGE));
    }

    /** Asks an opened file whether it holds what the journal promises; says so by a file-corrupted error if not. */
    private void look(Connection connection, JournalFiles.Found found, boolean asClosed, Seen seen)
            throws SQLException {
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
        seen.lost = lost(connection, found);
        if (found instanceof JournalFiles.Found.Segment segment) {
            List<JournalFrame> frames = segment.scan().frames();
            if (!seen.rebuilding && isOlder(segment.header().floor(), frames, seen.mark)) {
                throw corrupt("older than the journal");
            }
            if (!asClosed || frames.isEmpty() || frames.getLast().kind() != JournalFrame.Kind.CLOSED) {
                EncryptedH2.readAll(connection);
            }
        } else {
            EncryptedH2.readAll(connection);
        }
    }

    /**
     * Highest number that the journal knows. A database that has a higher one is not the one that was swapped: the journal is, and its word
     * about the closed file is about an earlier one.
     */
    private static long lastNumber(JournalFiles.Found found) {
        if (!(found instanceof JournalFiles.Found.Segment segment)) {
            return 0;
        }
        List<JournalFrame> frames = segment.scan().frames();
        return Math.max(
                segment.header().floor(),
                frames.isEmpty() ? 0 : frames.getLast().seq());
    }

    /** Entries of unsettled work that the database has a copy of and the journal has not. */
    private static List<JournalFrame> lost(Connection connection, JournalFiles.Found found) throws SQLException {
        Set<Long> there = found instanceof JournalFiles.Found.Segment segment
                ? segment.scan().frames().stream().map(JournalFrame::seq).collect(Collectors.toSet())
                : Set.of();
        List<JournalFrame> lost = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select seq, body from journal_copy order by seq")) {
            while (rows.next()) {
                if (!there.contains(rows.getLong(1))) {
                    lost.add(new JournalFrame(
                            rows.getLong(1),
                            JournalFrame.Kind.CHANGE,
                            rows.getString(2).getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return List.copyOf(lost);
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
