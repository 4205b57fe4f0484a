package xundang.desktop.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.photo.PhotoKeeper;
import xundang.desktop.photo.PhotoService;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.files.FolderLock;

/**
 * The open ledger: what the wiring of the features starts from. Whoever opens it registers the appliers of all features with
 * {@link #database()} and calls its {@code recover()} before anything else.
 */
public final class OpenLedger implements LedgerHandle {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLedger.class);

    private final Enrolled enrolled;
    private final H2LocalDatabase database;
    private final PhotoService photos;
    private final DataKey key;
    private final FolderLock lock;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private boolean closed;

    OpenLedger(Enrolled enrolled, H2LocalDatabase database, PhotoService photos, DataKey key, FolderLock lock) {
        this.enrolled = enrolled;
        this.database = database;
        this.photos = photos;
        this.key = key;
        this.lock = lock;
    }

    @Override
    public Session session() {
        return enrolled.session();
    }

    @Override
    public boolean rebuilt() {
        return database.rebuilt();
    }

    /** Bearer token of this person on this device. */
    public String token() {
        return enrolled.token();
    }

    public LocalDatabase database() {
        return database;
    }

    public PhotoKeeper photos() {
        return photos;
    }

    DataKey key() {
        return key;
    }

    /** Has something done when the ledger is closed, before its files are: stopping the threads that use them. Last one first. */
    public void beforeClose(Runnable stop) {
        stops.push(stop);
    }

    /** Does what was to be done before closing, now; the files stay open. Nothing can be saved by the features after this. */
    void stop() {
        while (!stops.isEmpty()) {
            attempt("stopping", stops.pop()::run);
        }
    }

    /** Never throws: every step is tried, whatever the others did. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop();
        attempt("records", database::close);
        attempt("photos", photos::close);
        attempt("key", key::close);
        attempt("lock", lock::close);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(String what, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("closing the ledger: {} failed", what, e);
        }
    }
}
