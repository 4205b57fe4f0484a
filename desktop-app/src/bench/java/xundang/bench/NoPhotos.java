package xundang.bench;

import java.util.Optional;
import xundang.desktop.sync.PhotoBytes;

/** A laptop that holds no pictures. */
final class NoPhotos implements PhotoBytes {
    @Override
    public boolean has(String sha256) {
        return false;
    }

    @Override
    public Optional<byte[]> original(String sha256) {
        return Optional.empty();
    }

    @Override
    public Checked check(String sha256, byte[] bytes) {
        throw new UnsupportedOperationException("this benchmark moves no pictures");
    }

    @Override
    public long size(String sha256) {
        return 0;
    }

    @Override
    public void drop(String sha256) {
        // Nothing is here to be dropped.
    }

    @Override
    public void confirmedByServer(String sha256) {
        throw new UnsupportedOperationException("this benchmark moves no pictures");
    }
}
