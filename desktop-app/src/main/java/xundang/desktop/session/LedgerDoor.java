package xundang.desktop.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import xundang.desktop.photo.PhotoService;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.session.store.EnrolmentStore;
import xundang.model.account.UserId;
import xundang.model.json.ModelJson;

/** Opens the files of a ledger once the key is there. On every way out that is no {@link Opened}, what it opened is closed again. */
final class LedgerDoor {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerDoor.class);

    private final DataFolder folder;
    private final InstantSource clock;
    private final EnrolmentStore store = new EnrolmentStore();

    LedgerDoor(DataFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** How opening ended. */
    sealed interface Result {
        /** The caller now answers for both. */
        record Opened(H2LocalDatabase database, PhotoService photos) implements Result {}

        record Newer() implements Result {}
    }

    Result open(DataKey key) {
        H2LocalDatabase.Opening opening = H2LocalDatabase.open(folder, key, clock);
        if (!(opening instanceof H2LocalDatabase.Opening.Opened opened)) {
            return new Result.Newer();
        }
        H2LocalDatabase database = opened.database();
        try {
            database.register(Enrolled.CHANGE, (tx, change) -> store.save(tx, enrolled(change)));
            Optional<PhotoService> photos = PhotoService.open(folder, key, clock);
            if (photos.isPresent()) {
                return new Result.Opened(database, photos.get());
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        database.close();
        return new Result.Newer();
    }

    /** A person's enrolment: from the journal, which has it even while the database is being rebuilt, or else from the database. */
    Optional<Enrolled> find(H2LocalDatabase database, UserId user) {
        Optional<Enrolled> journalled = database.ledgerChanges().stream()
                .filter(change -> change.type().equals(Enrolled.CHANGE))
                .map(LedgerDoor::enrolled)
                .filter(enrolled -> enrolled.user().equals(user))
                .reduce((earlier, later) -> later);
        return journalled.isPresent() ? journalled : database.read(tx -> store.find(tx, user));
    }

    static LocalChange change(Enrolled enrolled) {
        JsonNode body = ModelJson.mapper().valueToTree(enrolled);
        return new LocalChange(Enrolled.CHANGE, LocalChange.LEDGER, body);
    }

    private static Enrolled enrolled(LocalChange change) {
        return ModelJson.mapper().treeToValue(change.body(), Enrolled.class);
    }

    /**
     * Moves away what an enrolment that never ended left behind, or what stayed when the keys were lost: nobody has a key to it, and a new
     * ledger must not be mixed with it.
     */
    void setKeylessFilesAside() throws IOException {
        for (Path place : List.of(folder.root(), folder.journal(), folder.spool())) {
            try (Stream<Path> all = Files.list(place)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    if (!file.equals(folder.lock())) {
                        LOG.warn("no key opens {}; moved aside", file.getFileName());
                        folder.setAside(file, clock.instant());
                    }
                }
            }
        }
    }
}
