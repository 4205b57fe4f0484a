package xundang.server.blob;

import static xundang.server.blob.FileWork.io;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.server.platform.db.ServerDatabase;

/** The upkeep of the pictures: what a crash left, what nobody needs any more, and whether what is held is still good. */
public final class PhotoCareService {
    /** How long a picture may wait for the record that names it (protocol, section 2.9), and how often each is read and compared. */
    static final Duration MONTH = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(PhotoCareService.class);
    private static final int SHELVES = 256;
    private static final int BATCH = 100;

    /** Bytes compared in one run; 720 runs a month, so enough for more than a terabyte. */
    private static final long CHECK_BYTES = 2L << 30;

    private final ServerDatabase database;
    private final PhotoShelf shelf;
    private final UploadService uploads;
    private final InstantSource clock;
    private final BlobCareDao care = new BlobCareDao();

    PhotoCareService(ServerDatabase database, PhotoShelf shelf, UploadService uploads, InstantSource clock) {
        this.database = database;
        this.shelf = shelf;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Brings files and rows together before the first request is taken: ends uploads that a crash interrupted, removes files of none, takes in
     * pictures that are on disk and not in the database (a crash, or an older database put back), awaits those that are gone.
     */
    public void atStart() {
        uploads.settleAll();
        for (int number = 0; number < SHELVES; number++) {
            String firstTwo = FolderPhotoStore.shelfName(number);
            Map<String, Boolean> rows = database.read(tx -> care.shelf(tx, firstTwo));
            Set<String> files = new HashSet<>(io(() -> shelf.photos().shelf(firstTwo)));
            files.stream().filter(sha256 -> !rows.getOrDefault(sha256, false)).forEach(shelf::adopt);
            rows.forEach((sha256, stored) -> {
                if (stored && !files.contains(sha256)) {
                    shelf.checkOrAwait(sha256);
                }
            });
        }
        removeOld();
    }

    /** Called every hour: throws away what has had its time, reads a part of the stock and compares it. */
    public void tidy() {
        removeOld();
        compare();
    }

    private void removeOld() {
        uploads.removeExpired();
        OffsetDateTime before = now().minus(MONTH);
        List<String> unused = database.read(tx -> care.unused(tx, before));
        long gone = unused.stream()
                .filter(sha256 -> shelf.discardUnused(sha256, before))
                .count();
        if (gone > 0) {
            LOG.info("{} pictures that no record names are removed", gone);
        }
    }

    private void compare() {
        long left = CHECK_BYTES;
        while (left > 0) {
            List<BlobDao.Blob> due = database.read(tx -> care.unchecked(tx, now().minus(MONTH), BATCH));
            List<String> good = new ArrayList<>();
            for (BlobDao.Blob blob : due) {
                left -= blob.size();
                if (isGood(blob.sha256())) {
                    good.add(blob.sha256());
                }
            }
            if (good.isEmpty()) {
                return;
            }
            database.inTransaction(tx -> {
                care.checked(tx, good, now());
                return true;
            });
        }
    }

    /** A picture that cannot be read just now is neither good nor given up; the disk's owner must look at it. */
    private boolean isGood(String sha256) {
        try {
            return shelf.checkOrAwait(sha256);
        } catch (UncheckedIOException e) {
            LOG.error("picture {} cannot be read: {}", sha256, e.getClass().getSimpleName());
            return false;
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
