package xundang.desktop.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xundang.desktop.sync.PhotoBytes;
import xundang.server.platform.digest.Sha256;

/** The pictures of one laptop, by hash, in memory; and what sync has done with them. */
public class KeptPhotos implements PhotoBytes {
    public final Map<String, byte[]> kept = new LinkedHashMap<>();
    public final List<String> confirmed = new ArrayList<>();
    public final List<String> dropped = new ArrayList<>();

    /** A picture that was taken here; its hash. */
    public String add(byte[] bytes) {
        String sha256 = Sha256.hex(bytes);
        kept.put(sha256, bytes);
        return sha256;
    }

    @Override
    public boolean has(String sha256) {
        return kept.containsKey(sha256);
    }

    @Override
    public Optional<byte[]> original(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
    }

    @Override
    public Checked check(String sha256, byte[] bytes) {
        if (!sha256.equals(Sha256.hex(bytes))) {
            throw new IllegalArgumentException("a picture with another content");
        }
        return new Checked() {
            @Override
            public void keep() {
                kept.put(sha256, bytes);
            }

            @Override
            public void keepOwn() {
                kept.put(sha256, bytes);
            }
        };
    }

    @Override
    public long size(String sha256) {
        return original(sha256).map(bytes -> bytes.length).orElse(0);
    }

    @Override
    public void drop(String sha256) {
        kept.remove(sha256);
        dropped.add(sha256);
    }

    @Override
    public void confirmedByServer(String sha256) {
        confirmed.add(sha256);
    }

    /** As it is now, for {@link #restore}. */
    public KeptPhotos image() {
        KeptPhotos image = new KeptPhotos();
        image.restore(this);
        return image;
    }

    /** The disk is put back to what it was. */
    public void restore(KeptPhotos image) {
        kept.clear();
        kept.putAll(image.kept);
        confirmed.clear();
        confirmed.addAll(image.confirmed);
        dropped.clear();
        dropped.addAll(image.dropped);
    }
}
