package xundang.server.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import xundang.model.id.IdSource;
import xundang.server.platform.db.ServerDatabase;

/**
 * The photo side of the server, wired.
 *
 * @param blobs what is held, and the bytes
 * @param uploads resumable uploads
 * @param care upkeep, at start and every hour
 */
public record BlobModule(BlobService blobs, UploadService uploads, PhotoCareService care) {
    /** Photos under {@code folder}: finished ones in {@code photos}, unfinished ones in {@code uploads}, on one file system. */
    public static BlobModule inFolder(ServerDatabase database, Path folder, IdSource ids, InstantSource clock)
            throws IOException {
        return inFolder(database, folder, ids, clock, CompletionStep.Watch.NONE);
    }

    static BlobModule inFolder(
            ServerDatabase database, Path folder, IdSource ids, InstantSource clock, CompletionStep.Watch watch)
            throws IOException {
        PhotoShelf shelf =
                new PhotoShelf(database, new FolderPhotoStore(folder.resolve("photos"), watch), clock, watch);
        UploadFiles files = new UploadFiles(folder.resolve("uploads"));
        UploadService uploads = new UploadService(database, shelf, files, ids, clock);
        return new BlobModule(
                new BlobService(database, shelf, clock),
                uploads,
                new PhotoCareService(database, shelf, uploads, clock));
    }
}
