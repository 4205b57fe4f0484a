package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.model.account.UserId;
import xundang.model.id.IdSource;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.http.ProblemException;
import xundang.server.platform.http.Problems;

/**
 * Resumable uploads. A picture counts as stored only after its hash was verified and its file was forced to disk. Thread-safe; one
 * request at a time per upload.
 */
public final class UploadService {
    /** Largest picture, in bytes. */
    public static final long MAX_SIZE = 50L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(UploadService.class);
    private static final Duration LIFE = Duration.ofDays(7);
    private static final int MAX_UNFINISHED = 200;

    private final ServerDatabase database;
    private final PhotoStore photos;
    private final UploadFiles files;
    private final IdSource ids;
    private final InstantSource clock;
    private final UploadDao uploads = new UploadDao();
    private final BlobDao blobs = new BlobDao();
    private final ConcurrentHashMap<UUID, Boolean> busy = new ConcurrentHashMap<>();

    UploadService(ServerDatabase database, PhotoStore photos, UploadFiles files, IdSource ids, InstantSource clock) {
        this.database = database;
        this.photos = photos;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where an upload stands. */
    record Progress(Upload upload, long offset) {}

    /** Begins an upload. When the picture is already here, it is complete at once. */
    Progress create(UserId owner, String sha256, long size, String mime) {
        boolean here = photos.holds(sha256);
        Upload upload = new Upload(ids.next(), owner, sha256, size, mime, here, now().plus(LIFE));
        if (!here) {
            io(() -> {
                files.create(upload.id());
                return true;
            });
        }
        database.inTransaction(tx -> {
            if (uploads.countUnfinished(tx, owner, now()) >= MAX_UNFINISHED) {
                throw UploadProblems.tooManyUnfinished();
            }
            uploads.insert(tx, upload);
            if (here) {
                blobs.store(tx, sha256, size, mime, now());
            }
            return true;
        });
        return new Progress(upload, here ? size : 0);
    }

    /** Where the caller's upload stands. Throws {@link ProblemException} 404 or 410. */
    Progress progress(UserId owner, UUID id) {
        Upload upload = find(owner, id);
        return new Progress(upload, upload.complete() ? upload.size() : io(() -> files.length(id)));
    }

    /**
     * Appends a body at {@code offset}; with the last byte the picture is verified and stored. Throws {@link ProblemException} 409 for a
     * wrong offset, 460 for bytes that are not what was promised, 423 while another request writes.
     */
    Progress append(UserId owner, UUID id, long offset, InputStream body, @Nullable ChunkChecksum checksum) {
        if (busy.putIfAbsent(id, true) != null) {
            throw UploadProblems.locked();
        }
        try {
            Progress now = progress(owner, id);
            if (now.offset() != offset) {
                throw UploadProblems.wrongOffset();
            }
            return now.upload().complete() ? now : appendAtEnd(now.upload(), body, checksum);
        } finally {
            busy.remove(id);
        }
    }

    private Progress appendAtEnd(Upload upload, InputStream body, @Nullable ChunkChecksum checksum) {
        switch (io(() -> files.append(upload.id(), body, upload.size(), checksum))) {
            case OK -> {}
            case TOO_LONG -> throw Problems.tooLarge("收到的数据比照片长，没有保存。照片仍在本机。");
            case WRONG_CHECKSUM -> throw UploadProblems.checksumMismatch();
        }
        long offset = io(() -> files.length(upload.id()));
        if (offset == upload.size()) {
            finish(upload);
        }
        return new Progress(upload, offset);
    }

    private void finish(Upload upload) {
        PhotoStore.Kept kept = io(() -> photos.keep(files.path(upload.id()), upload.sha256(), upload.size()));
        switch (kept) {
            case STORED ->
                database.inTransaction(tx -> {
                    blobs.store(tx, upload.sha256(), upload.size(), upload.mime(), now());
                    uploads.complete(tx, upload.id());
                    return true;
                });
            case WRONG_CONTENT -> {
                database.inTransaction(tx -> {
                    uploads.delete(tx, upload.id());
                    return true;
                });
                throw UploadProblems.wrongContent();
            }
        }
    }

    /** Ends an upload; its bytes are thrown away. */
    void terminate(UserId owner, UUID id) {
        find(owner, id);
        remove(id);
    }

    /** Throws expired uploads away. Called now and then. */
    public void removeExpired() {
        List<UUID> expired = database.read(tx -> uploads.expired(tx, now()));
        expired.forEach(this::remove);
        if (!expired.isEmpty()) {
            LOG.info("{} expired uploads removed", expired.size());
        }
    }

    private void remove(UUID id) {
        if (busy.putIfAbsent(id, true) != null) {
            throw UploadProblems.locked();
        }
        try {
            database.inTransaction(tx -> {
                uploads.delete(tx, id);
                return true;
            });
            io(() -> {
                files.delete(id);
                return true;
            });
        } finally {
            busy.remove(id);
        }
    }

    private Upload find(UserId owner, UUID id) {
        Upload upload = database.read(tx -> uploads.find(tx, id, owner)).orElseThrow(Problems::notFound);
        if (!upload.complete() && !now().isBefore(upload.expiresAt())) {
            throw UploadProblems.expired();
        }
        return upload;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private static <T> T io(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
