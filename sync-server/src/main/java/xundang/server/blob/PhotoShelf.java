package xundang.server.blob;

import static xundang.server.blob.FileWork.io;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.server.platform.db.ServerDatabase;

/**
 * Where a picture's file and its row are brought to the same state, one picture at a time. Order: the file first, on disk for good, then the
 * row; when a picture goes, the row first. So {@code stored} is never said of bytes that are not there. Opens transactions of its own.
 */
final class PhotoShelf {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoShelf.class);

    private final ServerDatabase database;
    private final PhotoStore photos;
    private final InstantSource clock;
    private final CompletionStep.Watch watch;
    private final BlobLocks locks = new BlobLocks();
    private final BlobDao blobs = new BlobDao();
    private final BlobCareDao care = new BlobCareDao();
    private final UploadDao uploads = new UploadDao();

    PhotoShelf(ServerDatabase database, PhotoStore photos, InstantSource clock, CompletionStep.Watch watch) {
        this.database = database;
        this.photos = photos;
        this.clock = clock;
        this.watch = watch;
    }

    PhotoStore photos() {
        return photos;
    }

    /** Takes a received file in and says so in the database, durably. */
    PhotoStore.Kept take(ReceivedFile received, Upload upload) {
        return locks.alone(upload.sha256(), () -> {
            PhotoStore.Kept kept = io(() -> photos.keep(received, upload.sha256(), upload.size()));
            if (kept == PhotoStore.Kept.STORED) {
                record(upload);
            }
            return kept;
        });
    }

    /** Says in the database that a picture is stored which was already moved to its place; false when it is not there. */
    boolean recordMoved(Upload upload) {
        return locks.alone(upload.sha256(), () -> {
            boolean there = photos.holds(upload.sha256());
            if (there) {
                record(upload);
            }
            return there;
        });
    }

    private void record(Upload upload) {
        database.inTransaction(tx -> {
            blobs.store(tx, upload.sha256(), upload.size(), upload.mime(), now());
            uploads.complete(tx, upload.id());
            return true;
        });
        watch.passed(CompletionStep.RECORDED);
    }

    /** Whether the picture is held in this size; a row is made or corrected when it is. */
    boolean recordIfHere(String sha256, long size, String mime) {
        if (!photos.holds(sha256)) {
            return false;
        }
        return locks.alone(sha256, () -> {
            boolean here =
                    io(() -> photos.size(sha256)).filter(held -> held == size).isPresent();
            if (here
                    && !database.read(tx -> blobs.find(tx, sha256))
                            .filter(BlobDao.Blob::stored)
                            .isPresent()) {
                database.inTransaction(tx -> {
                    blobs.store(tx, sha256, size, mime, now());
                    return true;
                });
            }
            return here;
        });
    }

    /** Compares a stored picture with its hash; if it is damaged or gone it is set aside and awaited again. True when it is good. */
    boolean checkOrAwait(String sha256) {
        return locks.alone(sha256, () -> {
            if (io(() -> photos.intact(sha256))) {
                return true;
            }
            io(() -> {
                photos.setAside(sha256);
                return true;
            });
            if (database.inTransaction(tx -> blobs.awaitAgain(tx, sha256, now()))) {
                LOG.error("picture {} is damaged or gone; it is awaited again", sha256);
            }
            return false;
        });
    }

    /** A file that no row calls stored: takes it in if it is intact, otherwise sets it aside. */
    void adopt(String sha256) {
        locks.alone(sha256, () -> {
            if (io(() -> photos.intact(sha256))) {
                long size = io(() -> photos.size(sha256)).orElseThrow();
                String mime = io(() -> PictureKind.of(photos, sha256));
                database.inTransaction(tx -> {
                    blobs.store(tx, sha256, size, mime, now());
                    return true;
                });
                LOG.info("picture {} was on disk and is stored now", sha256);
            } else {
                io(() -> {
                    photos.setAside(sha256);
                    return true;
                });
                LOG.error("picture {} on disk is damaged and set aside", sha256);
            }
            return true;
        });
    }

    /** Throws a picture away if no record names it and it has been so since before {@code before}. True if so. */
    boolean discardUnused(String sha256, OffsetDateTime before) {
        return locks.alone(sha256, () -> {
            boolean unused = database.inTransaction(tx -> care.forgetUnused(tx, sha256, before));
            if (unused) {
                io(() -> {
                    photos.delete(sha256);
                    return true;
                });
            }
            return unused;
        });
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
