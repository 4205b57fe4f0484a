package xundang.desktop.photo;

import xundang.desktop.platform.fx.Thumbnail;
import xundang.model.photo.PhotoId;

/** A kept photo as a thumbnail's source; one that is on another laptop is fetched when somebody looks. */
public record PhotoThumbnail(Pictures pictures, PhotoId id) implements Thumbnail.Source {
    @Override
    public byte[] read() {
        return pictures.thumbnail(id);
    }

    @Override
    public void fetch(Runnable onHere, Runnable onAbsent) {
        pictures.fetch(id, onHere, onAbsent);
    }
}
