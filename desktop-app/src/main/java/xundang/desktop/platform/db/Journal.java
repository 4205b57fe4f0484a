package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.crypto.Aead;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.PrivateFiles;

/**
 * The capture journal: what a person did and the server has not confirmed, sealed, appended and forced to disk before the database hears of
 * it (docs/decisions, trust section 1.6). Store thread only.
 *
 * <p>Entries are also kept in memory, opened: there are only as many as there is unsettled work, and a rewrite must not depend on reading
 * a disk that may be failing.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final DataFolder folder;
    private final Aead aead;
    private final JournalFiles.ChannelOpener opener;
    private final List<JournalFrame> frames = new ArrayList<>();
    private JournalFormat.Header header;
    private Path file;
    private FileChannel channel;
    private String lastHash;
    private long end;
    private long lastSeq;

    private Journal(
            DataFolder folder,
            Aead aead,
            JournalFiles.ChannelOpener opener,
            JournalFormat.Header header,
            String lastHash,
            StandardOpenOption how)
            throws IOException {
        this.folder = folder;
        this.aead = aead;
        this.opener = opener;
        this.header = header;
        this.lastHash = lastHash;
        this.file = JournalFiles.file(folder, header.segment());
        this.channel = opener.open(file, how);
    }

    /**
     * Begins the journal of a ledger that has none. Numbers go on after {@code floor}.
     *
     * @param restored entries that a lost journal had and the database still has
     */
    static Journal begin(
            DataFolder folder, Aead aead, JournalFiles.ChannelOpener opener, long floor, List<JournalFrame> restored)
            throws IOException {
        JournalFormat.Header header = new JournalFormat.Header(1, floor);
        String lastHash = writeSegment(folder, opener, header, restored, aead);
        Journal journal = new Journal(folder, aead, opener, header, lastHash, StandardOpenOption.WRITE);
        journal.end = Files.size(journal.file);
        journal.lastSeq = floor;
        journal.frames.addAll(restored);
        return journal;
    }

    /**
     * Goes on with the segment that was read. A torn tail is cut off; a damaged file, or one that lacks entries, is copied to the
     * quarantine, and its good entries and the restored ones are carried over into a new segment.
     *
     * @param mark highest entry that the database holds; numbers never fall below it
     * @param restored entries that the segment had once, in the database's copy
     */
    static Journal resume(
            JournalFiles.Found.Segment found,
            DataFolder folder,
            Aead aead,
            JournalFiles.ChannelOpener opener,
            long mark,
            List<JournalFrame> restored,
            Instant now)
            throws IOException {
        JournalScan scan = found.scan();
        Journal journal = new Journal(folder, aead, opener, found.header(), scan.lastHash(), StandardOpenOption.WRITE);
        try {
            journal.take(found, mark);
            if (scan.damage().isEmpty() && restored.isEmpty()) {
                if (scan.tornTail()) {
                    LOG.info("journal: cut off an entry after {} whose writing had been interrupted", journal.lastSeq);
                    journal.channel.truncate(journal.end);
                    journal.channel.force(true);
                }
                journal.removeForerunners();
            } else {
                Path kept = folder.keepCopy(found.file(), now);
                LOG.error(
                        "E-STORE-110 journal damaged: {}, {} entries missing; kept as {}",
                        scan.damage(),
                        restored.size(),
                        kept.getFileName());
                journal.frames.addAll(restored);
                journal.frames.sort(Comparator.comparingLong(JournalFrame::seq));
                journal.rewrite(found.header().floor(), frame -> true);
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** The entries of a segment that cannot be written at the moment. Nothing is changed, and nothing may be appended. */
    static Journal readOnly(
            JournalFiles.Found.Segment found,
            DataFolder folder,
            Aead aead,
            JournalFiles.ChannelOpener opener,
            long mark)
            throws IOException {
        Journal journal =
                new Journal(folder, aead, opener, found.header(), found.scan().lastHash(), StandardOpenOption.READ);
        journal.take(found, mark);
        return journal;
    }

    private void take(JournalFiles.Found.Segment found, long mark) {
        frames.addAll(found.scan().frames());
        long last = frames.isEmpty() ? 0 : frames.getLast().seq();
        lastSeq = Math.max(Math.max(last, found.header().floor()), mark);
        end = found.scan().goodEnd();
    }

    /** Entries, oldest first. */
    List<JournalFrame> frames() {
        return List.copyOf(frames);
    }

    long floor() {
        return header.floor();
    }

    /** Appends an entry and forces it to disk. If that fails, what was written of it is cut off again as far as the disk allows. */
    long append(JournalFrame.Kind kind, byte[] payload) throws IOException {
        JournalFrame frame = new JournalFrame(lastSeq + 1, kind, payload);
        byte[] bytes = JournalFormat.frame(frame, header, lastHash, aead);
        try {
            channel.position(end);
            PrivateFiles.writeFully(channel, ByteBuffer.wrap(bytes));
            channel.force(false);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        end += bytes.length;
        lastHash = JournalFormat.sha256(bytes, 0, bytes.length);
        lastSeq = frame.seq();
        frames.add(frame);
        return frame.seq();
    }

    private void cutBack(IOException cause) {
        try {
            channel.truncate(end);
            channel.force(false);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Begins a new segment with the entries to keep. At no moment is there no complete segment on disk.
     *
     * @param floor the database durably holds every entry up to here
     */
    void rewrite(long floor, Predicate<JournalFrame> keep) throws IOException {
        List<JournalFrame> kept = frames.stream().filter(keep).toList();
        JournalFormat.Header next = new JournalFormat.Header(header.segment() + 1, floor);
        String hash = writeSegment(folder, opener, next, kept, aead);
        Path nextFile = JournalFiles.file(folder, next.segment());
        FileChannel nextChannel = opener.open(nextFile, StandardOpenOption.WRITE);
        channel.close();
        channel = nextChannel;
        header = next;
        file = nextFile;
        lastHash = hash;
        end = Files.size(file);
        frames.clear();
        frames.addAll(kept);
        removeForerunners();
    }

    private static String writeSegment(
            DataFolder folder,
            JournalFiles.ChannelOpener opener,
            JournalFormat.Header header,
            List<JournalFrame> frames,
            Aead aead)
            throws IOException {
        Path target = JournalFiles.file(folder, header.segment());
        Path fresh = target.resolveSibling(target.getFileName() + ".tmp");
        PrivateFiles.openFresh(fresh).close();
        byte[] bytes = JournalFormat.header(header, aead);
        String hash = JournalFormat.sha256(bytes, 0, bytes.length);
        try (FileChannel out = opener.open(fresh, StandardOpenOption.WRITE)) {
            PrivateFiles.writeFully(out, ByteBuffer.wrap(bytes));
            for (JournalFrame frame : frames) {
                byte[] next = JournalFormat.frame(frame, header, hash, aead);
                PrivateFiles.writeFully(out, ByteBuffer.wrap(next));
                hash = JournalFormat.sha256(next, 0, next.length);
            }
            out.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.syncFolder(folder.journal());
        return hash;
    }

    private void removeForerunners() throws IOException {
        for (Path old : JournalFiles.segments(folder)) {
            if (!old.equals(file)) {
                Files.delete(old);
            }
        }
        PrivateFiles.syncFolder(folder.journal());
    }

    @Override
    public void close() throws IOException {
        channel.close();
        aead.close();
    }
}
