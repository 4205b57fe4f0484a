package xundang.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.server.feed.FeedDao;
import xundang.server.platform.db.DatabaseException;
import xundang.server.platform.db.ServerDatabase;

/**
 * Notices a database that went back in time: an older file put in its place, or one that H2 could open only in an older state of itself.
 * How far the ledger has come is noted beside the database; a database that is behind the note does not start silently, because laptops
 * would take it for the truth. Thread-safe.
 */
final class HistoryGuard {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryGuard.class);
    private static final Pattern NOTE =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([0-9]{1,18})\\s*");

    private final Path file;
    private final ServerDatabase database;
    private final FeedDao feed = new FeedDao();
    private FeedDao.@Nullable Head noted;

    HistoryGuard(Path folder, ServerDatabase database) {
        this.file = folder.resolve("ledger.mark");
        this.database = database;
    }

    /** What is to be said to the operator when the database is behind the note; nothing when all is well. */
    Optional<String> complaint() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String cure = "服务器没有启动，台账没有改动。如果刚从备份恢复，请运行 ./xundang admin accept-restored 确认，"
                + "之后各台电脑会重新下载台账，并补发备份之后的记录；如果不是，请保留这个文件夹，把较新的 ledger.mv.db 放回。";
        Matcher note = NOTE.matcher(Files.readString(file, StandardCharsets.UTF_8));
        if (!note.matches()) {
            return Optional.of("文件 ledger.mark 读不懂，无法确认数据库是不是最新的。" + cure);
        }
        FeedDao.Head head = database.read(feed::head);
        if (!head.epoch().equals(UUID.fromString(note.group(1)))) {
            return Optional.of("数据库不是这个文件夹上次使用的那一个。" + cure);
        }
        long seq = Long.parseLong(note.group(2));
        return head.seq() >= seq
                ? Optional.empty()
                : Optional.of("数据库比上次运行时旧：上次到第 " + seq + " 号变更，现在只到第 " + head.seq() + " 号。" + cure);
    }

    /**
     * Notes how far the ledger has come, if it has moved since the last note. A note never runs ahead of the disk: an empty transaction
     * makes certain that what was seen is there. Faults are logged; the next call tries again.
     */
    synchronized void note() {
        try {
            FeedDao.Head head = database.read(feed::head);
            if (!head.equals(noted)) {
                database.inTransaction(tx -> true);
                write(head.epoch() + " " + head.seq() + "\n");
                noted = head;
            }
        } catch (DatabaseException | UncheckedIOException e) {
            LOG.warn("how far the ledger has come could not be noted", e);
        }
    }

    private void write(String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("mark not written", e);
        }
    }
}
