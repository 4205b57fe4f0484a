package xundang.server.blob;

import static xundang.server.blob.FileWork.io;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xundang.model.sync.BlobStatus;
import xundang.model.sync.Paths;
import xundang.server.auth.Principal;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.ServerDatabase;
import xundang.server.platform.http.ProblemException;

/** What the server holds of which picture, and the bytes for those who may see them. */
public final class BlobService {
    private final ServerDatabase database;
    private final PhotoShelf shelf;
    private final PhotoStore photos;
    private final InstantSource clock;
    private final RecentChecks checks;
    private final BlobDao blobs = new BlobDao();
    private final BlobCareDao care = new BlobCareDao();
    private final UploadDao uploads = new UploadDao();

    BlobService(ServerDatabase database, PhotoShelf shelf, InstantSource clock) {
        this.database = database;
        this.shelf = shelf;
        this.photos = shelf.photos();
        this.clock = clock;
        this.checks = new RecentChecks(clock);
    }

    /** A picture that may be sent out. */
    public record Picture(String sha256, long size, String mime) {}

    /** Sorts the pictures asked for into stored, begun by the caller, and missing. */
    BlobStatus status(Principal caller, List<String> asked) {
        Set<String> wanted = new LinkedHashSet<>(asked);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.read(tx -> {
            Set<String> stored = wanted.stream()
                    .filter(sha ->
                            blobs.find(tx, sha).filter(BlobDao.Blob::stored).isPresent() && photos.holds(sha))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> rest = new LinkedHashSet<>(wanted);
            rest.removeAll(stored);
            List<BlobStatus.Unfinished> unfinished = new ArrayList<>();
            for (Upload upload : uploads.unfinished(tx, List.copyOf(rest), caller.user(), now)) {
                if (rest.remove(upload.sha256())) {
                    unfinished.add(new BlobStatus.Unfinished(upload.sha256(), Paths.UPLOADS + "/" + upload.id()));
                }
            }
            return new BlobStatus(List.copyOf(stored), unfinished, List.copyOf(rest));
        });
    }

    /** The picture, if it is stored and a photo record within the scopes uses it; otherwise it does not exist for the caller. */
    public Optional<Picture> find(Scopes scopes, String sha256) {
        return database.read(tx -> blobs.find(tx, sha256)
                .filter(BlobDao.Blob::stored)
                .filter(blob -> blobs.scopesOf(tx, sha256).stream().anyMatch(scopes::mayRead))
                .filter(blob -> photos.holds(sha256))
                .map(blob -> new Picture(sha256, blob.size(), blob.mime())));
    }

    /**
     * Sees to it that nothing damaged is sent out as good: the length at every reading, the hash unless it was compared in the last ten
     * minutes. A damaged picture is set aside and awaited again. Throws {@link ProblemException} 404 for such a one.
     */
    public void requireIntact(Picture picture) {
        boolean rightLength = io(() -> photos.size(picture.sha256()))
                .filter(size -> size == picture.size())
                .isPresent();
        if (rightLength && checks.has(picture.sha256())) {
            return;
        }
        if (!shelf.checkOrAwait(picture.sha256())) {
            throw UploadProblems.damaged();
        }
        checks.add(picture.sha256());
    }

    /** Pictures that are still on a laptop, oldest first. */
    public List<AwaitedPhoto> awaited() {
        return database.read(care::awaited);
    }

    /** The bytes from an offset on; the caller closes the stream. */
    public InputStream open(Picture picture, long offset) throws IOException {
        return photos.open(picture.sha256(), offset);
    }
}
