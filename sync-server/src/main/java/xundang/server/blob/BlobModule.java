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
 */
public record BlobModule(BlobService blobs, UploadService uploads) {
    /** Photos under {@code folder}: finished ones in {@code photos}, unfinished ones in {@code uploads}, on one file system. */
    public static BlobModule inFolder(ServerDatabase database, Path folder, IdSource ids, InstantSource clock)
            throws IOException {
        PhotoStore photos = new FolderPhotoStore(folder.resolve("photos"));
        UploadFiles files = new UploadFiles(folder.resolve("uploads"));
        return new BlobModule(
                new BlobService(database, photos, clock), new UploadService(database, photos, files, ids, clock));
    }
}
