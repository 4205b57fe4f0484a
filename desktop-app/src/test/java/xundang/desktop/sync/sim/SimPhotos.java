package xundang.desktop.sync.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import xundang.desktop.sync.PhotoBytes;
import xundang.server.platform.digest.Sha256;

/** Pictures of one laptop, by hash. */
final class SimPhotos implements PhotoBytes {
    private final Map<String, byte[]> kept = new LinkedHashMap<>();
    private final TreeSet<String> confirmed = new TreeSet<>();

    String add(byte[] bytes) {
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
    public void keep(String sha256, String mime, byte[] bytes) {
        kept.put(sha256, bytes);
    }

    @Override
    public void keepOwn(String sha256, byte[] bytes) {
        kept.put(sha256, bytes);
    }

    @Override
    public long size(String sha256) {
        return original(sha256).map(bytes -> bytes.length).orElse(0);
    }

    @Override
    public void drop(String sha256) {
        kept.remove(sha256);
    }

    @Override
    public void confirmedByServer(String sha256) {
        confirmed.add(sha256);
    }

    int kept() {
        return kept.size();
    }

    SimPhotos image() {
        SimPhotos image = new SimPhotos();
        image.kept.putAll(kept);
        image.confirmed.addAll(confirmed);
        return image;
    }

    void restore(SimPhotos image) {
        kept.clear();
        kept.putAll(image.kept);
        confirmed.clear();
        confirmed.addAll(image.confirmed);
    }
}
