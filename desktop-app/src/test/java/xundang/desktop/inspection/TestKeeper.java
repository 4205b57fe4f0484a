package xundang.desktop.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import xundang.desktop.photo.CameraNotes;
import xundang.desktop.photo.CheckedPicture;
import xundang.desktop.photo.FetchedPicture;
import xundang.desktop.photo.KeepOutcome;
import xundang.desktop.photo.PhotoKeeper;

/** Keeps bytes in memory by hash; an empty file is refused. What a picture is, is tested with the real keeper. */
final class TestKeeper implements PhotoKeeper {
    final Map<String, byte[]> kept = new HashMap<>();

    @Override
    public CheckedPicture check(Path file) {
        return new CheckedPicture() {
            @Override
            public Path file() {
                return file;
            }

            @Override
            public KeepOutcome keep() {
                return kept(file);
            }
        };
    }

    private KeepOutcome kept(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                return new KeepOutcome.Refused(KeepOutcome.Reason.EMPTY);
            }
            String sha256 = hash(bytes);
            kept.put(sha256, bytes);
            return new KeepOutcome.Kept(
                    sha256,
                    bytes.length,
                    "image/jpeg",
                    640,
                    480,
                    new CameraNotes(1, "2026-08-03T14:05:00", "+08:00", new CameraNotes.Place(121.5, 31.2, 8.0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FetchedPicture check(byte[] picture, String sha256) {
        throw new UnsupportedOperationException("nothing is fetched here");
    }

    @Override
    public long size(String sha256) {
        return has(sha256) ? kept.get(sha256).length : 0;
    }

    @Override
    public void drop(String sha256) {
        kept.remove(sha256);
    }

    @Override
    public boolean has(String sha256) {
        return kept.containsKey(sha256);
    }

    @Override
    public byte[] thumbnail(String sha256) {
        return original(sha256);
    }

    @Override
    public byte[] original(String sha256) {
        if (!has(sha256)) {
            throw new NoSuchElementException(sha256);
        }
        return kept.get(sha256);
    }

    @Override
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(original(sha256));
    }

    @Override
    public void confirmedByServer(String sha256) {}

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
