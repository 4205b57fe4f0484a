package xundang.desktop.app.demo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import xundang.desktop.platform.fx.PictureChooser;

/** Stands in for the file dialog: hands over the picture that the story holds ready. */
final class HandedPictures implements PictureChooser {
    private final AtomicReference<@Nullable Path> ready = new AtomicReference<>();

    void holdReady(Path picture) {
        ready.set(picture);
    }

    @Override
    public Optional<Path> choose() {
        return Optional.ofNullable(ready.getAndSet(null));
    }
}
