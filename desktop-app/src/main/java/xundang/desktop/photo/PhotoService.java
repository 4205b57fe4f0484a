package xundang.desktop.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.photo.KeepOutcome.Reason;
import xundang.desktop.photo.store.H2PhotoStore;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.db.StoreFaults;
import xundang.desktop.platform.files.DataFolder;

/** {@link PhotoKeeper} on the photo database, with a sealed second copy of each picture until the server holds it. */
public final class PhotoService implements PhotoKeeper, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoService.class);

    private final PhotoStore store;
    private final PhotoSpool spool;
    private final DataFolder folder;
    private final InstantSource clock;

    PhotoService(PhotoStore store, PhotoSpool spool, DataFolder folder, InstantSource clock) {
        this.store = store;
        this.spool = spool;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Opens the pictures of a folder that this process has locked. Pictures that only the second copies hold go back into the database.
     *
     * @return empty if a later version of this program wrote the photo database
     */
    public static Optional<PhotoService> open(DataFolder folder, DataKey key, InstantSource clock) {
        return H2PhotoStore.open(folder, key, clock).map(store -> {
            PhotoService service =
                    new PhotoService(store, new PhotoSpool(folder, key.sealer("photo spool")), folder, clock);
            try {
                service.restore();
                return service;
            } catch (RuntimeException e) {
                service.close();
                throw e;
            }
        });
    }

    /** Whether the photo database did not open and was moved aside; what the server does not hold came back from the second copies. */
    public boolean setAside() {
        return store.setAside();
    }

    private void restore() {
        try {
            for (String sha256 : spool.list()) {
                if (store.has(sha256)) {
                    continue;
                }
                Optional<byte[]> copy = spool.get(sha256).filter(bytes -> sha256.equals(sha256(bytes)));
                if (copy.isPresent() && PreparedPicture.of(copy.get()) instanceof PreparedPicture.Fit fit) {
                    put(sha256, copy.get(), fit);
                    LOG.info("picture {} restored from its second copy", sha256);
                }
            }
        } catch (IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the second copies of pictures cannot be read");
        }
    }

    @Override
    public CheckedPicture check(Path file) {
        byte[] picture;
        try {
            if (Files.size(file) > PictureHeader.MAX_BYTES) {
                return new Unfit(file, Reason.TOO_MANY_BYTES);
            }
            try (InputStream in = Files.newInputStream(file)) {
                picture = in.readNBytes(PictureHeader.MAX_BYTES + 1);
            }
        } catch (IOException e) {
            LOG.info("a picture file cannot be read: {}", e.getClass().getSimpleName());
            return new Unfit(file, Reason.UNREADABLE_FILE);
        }
        return switch (PreparedPicture.of(picture, FileKind.claimedBy(file))) {
            case PreparedPicture.Unfit unfit -> new Unfit(file, unfit.reason());
            case PreparedPicture.Fit fit -> new Fit(file, picture, fit);
        };
    }

    private record Unfit(Path file, Reason reason) implements CheckedPicture {
        @Override
        public KeepOutcome keep() {
            return new KeepOutcome.Refused(reason);
        }
    }

    private final class Fit implements CheckedPicture {
        private final Path file;
        private final byte[] picture;
        private final PreparedPicture.Fit fit;

        Fit(Path file, byte[] picture, PreparedPicture.Fit fit) {
            this.file = file;
            this.picture = picture;
            this.fit = fit;
        }

        @Override
        public Path file() {
            return file;
        }

        @Override
        public KeepOutcome keep() {
            return PhotoService.this.keep(picture, fit);
        }
    }

    private KeepOutcome keep(byte[] picture, PreparedPicture.Fit fit) {
        String sha256 = sha256(picture);
        if (heldGood(sha256).isEmpty()) {
            spool(sha256, picture);
            put(sha256, picture, fit);
        }
        boolean sideways = fit.notes().sideways();
        return new KeepOutcome.Kept(
                sha256,
                picture.length,
                fit.header().mime(),
                sideways ? fit.header().height() : fit.header().width(),
                sideways ? fit.header().width() : fit.header().height(),
                fit.notes());
    }

    private void put(String sha256, byte[] picture, PreparedPicture.Fit fit) {
        store.put(sha256, fit.header().mime(), picture, fit.thumbnail(), clock.instant());
    }

    @Override
    public FetchedPicture check(byte[] picture, String sha256) {
        boolean whole = picture.length <= PictureHeader.MAX_BYTES && sha256.equals(sha256(picture));
        if (!whole || !(PreparedPicture.of(picture) instanceof PreparedPicture.Fit fit)) {
            throw new PhotoDamaged(sha256);
        }
        return new Fetched(sha256, picture, fit);
    }

    private final class Fetched implements FetchedPicture {
        private final String sha256;
        private final byte[] picture;
        private final PreparedPicture.Fit fit;

        Fetched(String sha256, byte[] picture, PreparedPicture.Fit fit) {
            this.sha256 = sha256;
            this.picture = picture;
            this.fit = fit;
        }

        @Override
        public void keep() {
            put(sha256, picture, fit);
        }

        @Override
        public void keepOwn() {
            spool(sha256, picture);
            put(sha256, picture, fit);
        }
    }

    private void spool(String sha256, byte[] picture) {
        try {
            spool.put(sha256, picture);
        } catch (IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the picture could not be written");
        }
    }

    @Override
    public long size(String sha256) {
        return store.size(sha256);
    }

    @Override
    public void drop(String sha256) {
        try {
            // First, or a start between the two steps would bring the picture back from its second copy.
            spool.drop(sha256);
        } catch (IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the second copy of a picture cannot be removed");
        }
        store.drop(sha256);
    }

    @Override
    public boolean has(String sha256) {
        return store.has(sha256);
    }

    @Override
    public byte[] thumbnail(String sha256) {
        return store.thumbnail(sha256).orElseThrow(() -> new NoSuchElementException("no picture " + sha256));
    }

    @Override
    public byte[] original(String sha256) {
        Optional<byte[]> held = heldGood(sha256);
        if (held.isPresent()) {
            return held.get();
        }
        try {
            Optional<byte[]> copy = spool.get(sha256).filter(bytes -> sha256.equals(sha256(bytes)));
            if (copy.isPresent()) {
                LOG.error("E-PHOTO-110 picture {} is damaged in the database; its second copy is good", sha256);
                return copy.get();
            }
        } catch (IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the second copy of a picture cannot be read");
        }
        if (!store.has(sha256)) {
            throw new NoSuchElementException("no picture " + sha256);
        }
        throw new PhotoDamaged(sha256);
    }

    /** What the database has, if it is what it should be. A page that H2 cannot read is no reason to give up the second copy. */
    private Optional<byte[]> heldGood(String sha256) {
        try {
            return store.original(sha256).filter(bytes -> sha256.equals(sha256(bytes)));
        } catch (StoreException e) {
            LOG.error("E-PHOTO-111 picture {} cannot be read from the database: {}", sha256, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String sha256) {
        return new ByteArrayInputStream(original(sha256));
    }

    @Override
    public void confirmedByServer(String sha256) {
        try {
            spool.drop(sha256);
        } catch (IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the second copy of a picture cannot be removed");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }

    @Override
    public void close() {
        store.close();
        spool.close();
    }
}
