package xundang.desktop.photo.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.photo.PhotoStore;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.EncryptedH2;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.db.StoreFaults;
import xundang.desktop.platform.files.DataFolder;

/** {@link PhotoStore} in an encrypted H2 file of its own, so that compacting or losing it never touches a reading. */
public final class H2PhotoStore implements PhotoStore {
    private static final Logger LOG = LoggerFactory.getLogger(H2PhotoStore.class);

    /** Newest migration in {@code db/photos}; creating a new database proves it right. */
    private static final int SCHEMA_VERSION = 1;

    private final DataFolder folder;
    private final Connection connection;

    private H2PhotoStore(DataFolder folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /**
     * Opens or creates the photo database; one that does not open is moved aside, never deleted.
     *
     * @return empty if a later version of this program wrote the file; nothing was changed then
     */
    public static Optional<H2PhotoStore> open(DataFolder folder, DataKey key, InstantSource clock) {
        EncryptedH2 file = new EncryptedH2(
                folder.photos(), key, new EncryptedH2.Schema("classpath:db/photos", SCHEMA_VERSION, "photo_blob"));
        try {
            return switch (file.inspect(EncryptedH2::readAll)) {
                case EncryptedH2.State.Newer newer -> Optional.empty();
                case EncryptedH2.State.Sound sound -> Optional.of(new H2PhotoStore(folder, file.open()));
                case EncryptedH2.State.Absent absent -> Optional.of(new H2PhotoStore(folder, file.create()));
                case EncryptedH2.State.Damaged damaged -> {
                    Path kept = folder.setAside(folder.photos(), clock.instant());
                    LOG.error(
                            "E-STORE-150 photo database not usable ({}); kept as {}",
                            damaged.why(),
                            kept.getFileName());
                    yield Optional.of(new H2PhotoStore(folder, file.create()));
                }
            };
        } catch (SQLException | IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the photo database cannot be opened");
        }
    }

    @Override
    public boolean has(String sha256) {
        return reading("select 1 from photo_blob where sha256 = ?", sha256, rows -> true)
                .isPresent();
    }

    @Override
    public void put(String sha256, String mime, byte[] original, byte[] thumbnail, Instant keptAt) {
        try (PreparedStatement delete = connection.prepareStatement("delete from photo_blob where sha256 = ?");
                PreparedStatement insert = connection.prepareStatement("insert into photo_blob"
                        + " (sha256, size, mime, original, thumbnail, kept_at) values (?, ?, ?, ?, ?, ?)")) {
            delete.setString(1, sha256);
            delete.executeUpdate();
            insert.setString(1, sha256);
            insert.setLong(2, original.length);
            insert.setString(3, mime);
            insert.setBinaryStream(4, new ByteArrayInputStream(original), original.length);
            insert.setBinaryStream(5, new ByteArrayInputStream(thumbnail), thumbnail.length);
            insert.setObject(6, keptAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            connection.commit();
            EncryptedH2.force(connection);
        } catch (SQLException e) {
            StoreException fault = StoreFaults.wrap(e, folder.root(), "the picture could not be written");
            rollBack(fault);
            throw fault;
        }
    }

    private void rollBack(StoreException fault) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            fault.addSuppressed(e);
        }
    }

    @Override
    public long size(String sha256) {
        return reading("select size from photo_blob where sha256 = ?", sha256, rows -> rows.getLong(1))
                .orElse(0L);
    }

    @Override
    public void drop(String sha256) {
        try (PreparedStatement delete = connection.prepareStatement("delete from photo_blob where sha256 = ?")) {
            delete.setString(1, sha256);
            delete.executeUpdate();
            connection.commit();
            EncryptedH2.force(connection);
        } catch (SQLException e) {
            StoreException fault = StoreFaults.wrap(e, folder.root(), "the picture could not be removed");
            rollBack(fault);
            throw fault;
        }
    }

    @Override
    public Optional<byte[]> original(String sha256) {
        return bytes("select original from photo_blob where sha256 = ?", sha256);
    }

    @Override
    public Optional<byte[]> thumbnail(String sha256) {
        return bytes("select thumbnail from photo_blob where sha256 = ?", sha256);
    }

    private Optional<byte[]> bytes(String query, String sha256) {
        return reading(query, sha256, rows -> {
            try (InputStream in = rows.getBinaryStream(1)) {
                return in.readAllBytes();
            }
        });
    }

    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet rows) throws SQLException, IOException;
    }

    private <T> Optional<T> reading(String query, String sha256, Row<T> row) {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, sha256);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
            }
        } catch (SQLException | IOException e) {
            throw StoreFaults.wrap(e, folder.root(), "the picture could not be read");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("the photo database was not closed in order: {}", StoreFaults.code(e));
        }
    }
}
