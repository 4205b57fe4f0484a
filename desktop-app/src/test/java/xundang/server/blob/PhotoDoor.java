package xundang.server.blob;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Paths;
import xundang.server.auth.Principal;
import xundang.server.platform.digest.Sha256;

/** The photo requests as the resources hand them to the services, without HTTP. */
public final class PhotoDoor {
    private final BlobModule photos;

    public PhotoDoor(BlobModule photos) {
        this.photos = photos;
    }

    public BlobStatus query(Principal caller, List<String> sha256) {
        return photos.blobs().status(caller, sha256);
    }

    /** Path of the new upload. */
    public String create(Principal caller, String sha256, long size, String mime) {
        UploadService.Progress begun =
                photos.uploads().create(caller.user(), new UploadService.Wanted(sha256, size, mime, ""));
        return Paths.UPLOADS + "/" + begun.upload().id();
    }

    public long offset(Principal caller, String upload) {
        return photos.uploads().progress(caller.user(), id(upload)).offset();
    }

    /** Appends a body that was promised to be {@code promised}; the stream may break. */
    public long append(Principal caller, String upload, long offset, InputStream body, byte[] promised) {
        String checksum =
                "sha256 " + Base64.getEncoder().encodeToString(Sha256.digest().digest(promised));
        return photos.uploads()
                .append(caller.user(), id(upload), offset, body, promised.length, ChunkChecksum.parse(checksum))
                .offset();
    }

    /** The bytes, if the caller may see them. */
    public byte[] download(Principal caller, String sha256) throws IOException {
        BlobService.Picture picture = photos.blobs()
                .find(caller.scopes(), sha256)
                .orElseThrow(xundang.server.platform.http.Problems::notFound);
        try (InputStream in = photos.blobs().open(picture, 0)) {
            return in.readAllBytes();
        }
    }

    private static UUID id(String upload) {
        return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
