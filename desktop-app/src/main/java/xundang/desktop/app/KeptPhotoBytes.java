package xundang.desktop.app;

import java.util.NoSuchElementException;
import java.util.Optional;
import xundang.desktop.photo.FetchedPicture;
import xundang.desktop.photo.PhotoDamaged;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.sync.PhotoBytes;

/** The photo feature as sync sees it. Threads as the interface says. */
final class KeptPhotoBytes implements PhotoBytes {
    private final PhotoKeeper photos;

    KeptPhotoBytes(PhotoKeeper photos) {
        this.photos = photos;
    }

    @Override
    public boolean has(String sha256) {
        return photos.has(sha256);
    }

    @Override
    public Optional<byte[]> original(String sha256) {
        try {
            return Optional.of(photos.original(sha256));
        } catch (NoSuchElementException | PhotoDamaged e) {
            // Sync asks in order to send; "not here" and "no intact copy" mean the same to it: this laptop cannot send
            // the picture.
            return Optional.empty();
        }
    }

    @Override
    public Checked check(String sha256, byte[] bytes) {
        FetchedPicture picture = photos.check(bytes, sha256);
        return new Checked() {
            @Override
            public void keep() {
                picture.keep();
            }

            @Override
            public void keepOwn() {
                picture.keepOwn();
            }
        };
    }

    @Override
    public long size(String sha256) {
        return photos.size(sha256);
    }

    @Override
    public void drop(String sha256) {
        photos.drop(sha256);
    }

    @Override
    public void confirmedByServer(String sha256) {
        photos.confirmedByServer(sha256);
    }
}
