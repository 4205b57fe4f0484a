package xundang.desktop.app;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.photo.Pictures;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.sync.PhotoFetcher;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;

/** {@link Pictures} over what this laptop keeps and what the server can give. */
final class PictureService implements Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(PictureService.class);

    private final LocalDatabase database;
    private final BiFunction<Tx, PhotoId, Optional<PhotoBody>> uses;
    private final PhotoKeeper photos;
    private final PhotoFetcher fetcher;
    private final BackgroundTasks tasks;

    /** @param uses finds which picture a photo record names */
    PictureService(
            LocalDatabase database,
            BiFunction<Tx, PhotoId, Optional<PhotoBody>> uses,
            PhotoKeeper photos,
            PhotoFetcher fetcher,
            BackgroundTasks tasks) {
        this.database = database;
        this.uses = uses;
        this.photos = photos;
        this.fetcher = fetcher;
        this.tasks = tasks;
    }

    @Override
    public byte[] thumbnail(PhotoId id) {
        return photos.thumbnail(use(id).sha256());
    }

    @Override
    public Optional<byte[]> original(PhotoId id) {
        String sha256 = use(id).sha256();
        return photos.has(sha256) ? Optional.of(photos.original(sha256)) : Optional.empty();
    }

    @Override
    public void fetch(PhotoId id, Runnable onHere, Runnable onAbsent) {
        tasks.store(
                () -> use(id),
                body -> fetcher.fetch(
                        body.sha256(),
                        outcome -> (outcome == PhotoFetcher.Outcome.HERE ? onHere : onAbsent).run(),
                        fault -> failed(fault, onAbsent)),
                fault -> failed(fault, onAbsent));
    }

    private static void failed(Exception fault, Runnable onAbsent) {
        LOG.warn("E-PHOTO-103 a picture could not be fetched", fault);
        onAbsent.run();
    }

    private PhotoBody use(PhotoId id) {
        return database.read(tx -> uses.apply(tx, id))
                .orElseThrow(() -> new NoSuchElementException("no such photo on this laptop"));
    }
}
