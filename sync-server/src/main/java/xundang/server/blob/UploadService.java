package xundang.server.blob;

import static xundang.server.blob.FileWork.io;

import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
    private final PhotoShelf shelf;
    private final UploadFiles files;
    private final IdSource ids;
    private final InstantSource clock;
    private final UploadDao uploads = new UploadDao();
    private final ConcurrentHashMap<UUID, Boolean> busy = new ConcurrentHashMap<>();

    UploadService(ServerDatabase database, PhotoShelf shelf, UploadFiles files, IdSource ids, InstantSource clock) {
        this.database = database;
        this.shelf = shelf;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a client says when it begins. */
    record Wanted(String sha256, long size, String mime, String metadata) {}

    /** Where an upload stands. */
    record Progress(Upload upload, long offset) {}

    /** Begins an upload. When the picture is already here, it is complete at once. */
    Progress create(UserId owner, Wanted wanted) {
        boolean here = shelf.recordIfHere(wanted.sha256(), wanted.size(), wanted.mime());
        Upload upload = new Upload(
                ids.next(),
                owner,
                wanted.sha256(),
                wanted.size(),
                wanted.mime(),
                wanted.metadata(),
                here,
                now().plus(LIFE));
        // The row first: a row without a file is found out and begun anew, a file without a row would only lie about.
        // It need not be on
        // disk: an upload that a power cut makes forgotten is begun anew.
        database.inTransactionUnforced(tx -> {
            if (uploads.countUnfinished(tx, owner, now()) >= MAX_UNFINISHED) {
                throw UploadProblems.tooManyUnfinished();
            }
            uploads.insert(tx, upload);
            return true;
        });
        if (!here) {
            io(() -> {
                files.create(upload.id());
                return true;
            });
        }
        return new Progress(upload, here ? wanted.size() : 0);
    }

    /** Where the caller's upload stands. Throws {@link ProblemException} 404 or 410. */
    Progress progress(UserId owner, UUID id) {
        Upload upload = find(owner, id);
        return incomplete(upload).orElseGet(() -> alone(id, () -> settled(find(owner, id))));
    }

    /**
     * Appends a body at {@code offset}; with the last byte the picture is verified and stored. Throws {@link ProblemException} 409 for a
     * wrong offset, 413 for more bytes than were announced, 460 for bytes that are not what was promised, 423 while another request writes.
     *
     * @param announced length of the body, -1 when the client does not say
     */
    Progress append(
            UserId owner, UUID id, long offset, InputStream body, long announced, @Nullable ChunkChecksum checksum) {
        return alone(id, () -> append(find(owner, id), offset, body, announced, checksum));
    }

    /** The same for the body that came with the request which has just begun the upload. */
    Progress appendFirst(Upload begun, InputStream body, long announced, @Nullable ChunkChecksum checksum) {
        return alone(begun.id(), () -> append(begun, 0, body, announced, checksum));
    }

    private Progress append(
            Upload upload, long offset, InputStream body, long announced, @Nullable ChunkChecksum checksum) {
        Progress now = incomplete(upload).orElseGet(() -> settled(upload));
        if (now.offset() != offset) {
            throw UploadProblems.wrongOffset();
        }
        if (offset + announced > upload.size()) {
            throw tooLong();
        }
        return now.offset() == upload.size() ? now : appendAtEnd(upload, body, checksum);
    }

    private Progress appendAtEnd(Upload upload, InputStream body, @Nullable ChunkChecksum checksum) {
        switch (io(() -> files.append(upload.id(), body, upload.size(), checksum))) {
            case OK -> {}
            case TOO_LONG -> throw tooLong();
            case WRONG_CHECKSUM -> throw UploadProblems.checksumMismatch();
        }
        return incomplete(upload).orElseGet(() -> settled(upload));
    }

    /** Where it stands while bytes are missing; empty when none is, or when it is not known where they are. */
    private Optional<Progress> incomplete(Upload upload) {
        if (upload.complete()) {
            return Optional.of(new Progress(upload, upload.size()));
        }
        OptionalLong length = io(() -> files.length(upload.id()));
        return length.isPresent() && length.getAsLong() < upload.size()
                ? Optional.of(new Progress(upload, length.getAsLong()))
                : Optional.empty();
    }

    /**
     * Brings an upload to its end from wherever it stopped: all bytes received and not yet verified, or verified and moved and not yet
     * recorded. A crash leaves such states, a full disk too. The caller has the upload to itself.
     */
    private Progress settled(Upload upload) {
        if (!upload.complete()) {
            if (io(() -> files.length(upload.id())).isPresent()) {
                ReceivedFile received = io(() -> files.received(upload.id()));
                if (shelf.take(received, upload) == PhotoStore.Kept.WRONG_CONTENT) {
                    forget(upload.id());
                    throw UploadProblems.wrongContent();
                }
            } else if (!shelf.recordMoved(upload)) {
                forget(upload.id());
                throw Problems.notFound();
            }
        }
        return new Progress(upload, upload.size());
    }

    /** After a crash: ends what can be ended, throws away files of which nobody knows. Nobody else may be at work. */
    void settleAll() {
        for (Upload upload : database.read(uploads::allUnfinished)) {
            try {
                if (incomplete(upload).isEmpty()) {
                    settled(upload);
                    LOG.info("upload {} completed after a stop", upload.id());
                }
            } catch (ProblemException e) {
                LOG.warn(
                        "upload {} cannot be completed: {}",
                        upload.id(),
                        e.problem().code());
            }
        }
        var known = database.read(uploads::all);
        for (UUID id : io(files::all)) {
            if (!known.contains(id)) {
                io(() -> {
                    files.delete(id);
                    return true;
                });
                LOG.info("upload file {} belongs to nothing and is removed", id);
            }
        }
    }

    /** Ends an upload; its bytes are thrown away. */
    void terminate(UserId owner, UUID id) {
        find(owner, id);
        remove(id);
    }

    /** Throws expired uploads away. */
    public void removeExpired() {
        List<UUID> expired = database.read(tx -> uploads.expired(tx, now()));
        for (UUID id : expired) {
            try {
                remove(id);
            } catch (ProblemException e) {
                LOG.info("expired upload {} is in use and stays for now", id);
            }
        }
        if (!expired.isEmpty()) {
            LOG.info("{} expired uploads", expired.size());
        }
    }

    private void remove(UUID id) {
        alone(id, () -> {
            forget(id);
            return io(() -> {
                files.delete(id);
                return true;
            });
        });
    }

    private void forget(UUID id) {
        database.inTransaction(tx -> {
            uploads.delete(tx, id);
            return true;
        });
    }

    private <T> T alone(UUID id, Supplier<T> work) {
        if (busy.putIfAbsent(id, true) != null) {
            throw UploadProblems.locked();
        }
        try {
            return work.get();
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

    private static ProblemException tooLong() {
        return Problems.tooLarge("收到的数据比照片长，没有保存。照片仍在本机。");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
