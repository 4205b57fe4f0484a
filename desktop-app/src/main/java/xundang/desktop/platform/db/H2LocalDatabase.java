package xundang.desktop.platform.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.platform.files.PrivateFiles;
import xundang.desktop.platform.tasks.Subscription;

/** {@link LocalDatabase} on encrypted H2 with the capture journal before it. One connection, one thread at a time. */
public final class H2LocalDatabase implements LocalDatabase, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(H2LocalDatabase.class);

    private final LedgerFiles files;
    private Connection connection;
    private DSLContext dsl;
    private Journal journal;
    private Recovery found;
    private final Map<String, ChangeApplier> appliers = new HashMap<>();
    private final CopyOnWriteArrayList<Consumer<? super Touched>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private StoreException.@Nullable Reason refusing;
    private boolean registered;
    private boolean recovered;
    private boolean closed;

    private H2LocalDatabase(LedgerFiles files, RecordsOpening.Result.Open open) {
        this.files = files;
        this.connection = open.connection();
        this.journal = open.journal();
        this.found = open.found();
        this.dsl = dsl(connection);
        this.refusing = refusal(open.found());
    }

    /** jOOQ would log every bound value and every fetched row at DEBUG. */
    private static DSLContext dsl(Connection connection) {
        return DSL.using(connection, SQLDialect.H2, new Settings().withExecuteLogging(false));
    }

    private static StoreException.@Nullable Reason refusal(Recovery found) {
        return switch (found.refusing()) {
            case POSSIBLE -> null;
            case DISK_FULL -> StoreException.Reason.DISK_FULL;
            case READ_ONLY -> StoreException.Reason.READ_ONLY;
        };
    }

    /** How opening ended. Faults of the disk are {@link StoreException}. */
    public sealed interface Opening {
        record Opened(H2LocalDatabase database) implements Opening {}

        /** Written by a later version of this program; not a byte was changed. */
        record Newer() implements Opening {}
    }

    /**
     * Opens the records database of a folder that this process has locked, or creates it. A file that is damaged, missing or older than
     * the journal is moved aside and made anew; {@link #recover} then brings back what the journal holds.
     */
    public static Opening open(DataFolder folder, DataKey key, InstantSource clock) {
        return open(new LedgerFiles(folder, key, clock, "file:", JournalFiles.ChannelOpener.PLAIN));
    }

    static Opening open(LedgerFiles files) {
        try {
            return switch (new RecordsOpening(files).run()) {
                case RecordsOpening.Result.Newer newer -> new Opening.Newer();
                case RecordsOpening.Result.Open open -> new Opening.Opened(new H2LocalDatabase(files, open));
            };
        } catch (IOException | SQLException e) {
            throw StoreFaults.wrap(e, files.folder().root(), "the local ledger cannot be opened");
        }
    }

    /** True if the file had to be made anew. */
    public boolean rebuilt() {
        return found.rebuilt();
    }

    /** The changes that belong to the ledger itself, in order; they are known before {@link #recover}. */
    public List<LocalChange> ledgerChanges() {
        Set<Long> aborted = RecordsOpening.aborted(journal.frames());
        return journal.frames().stream()
                .filter(f -> f.kind() == JournalFrame.Kind.CHANGE && !aborted.contains(f.seq()))
                .map(JournalFrame::change)
                .filter(c -> c.subject().equals(LocalChange.LEDGER))
                .toList();
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        return exclusively(() -> {
            try {
                return work.apply(new Tx(dsl));
            } catch (RuntimeException e) {
                throw storeFault(e);
            } finally {
                rollBack();
            }
        });
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        T result = exclusively(() -> {
            requireWritable();
            T made = transact(work);
            force();
            return made;
        });
        announce(Touched.SERVER_CHANGE);
        return result;
    }

    @Override
    public void commit(LocalChange change) {
        ChangeApplier applier = appliers.get(change.type());
        if (applier == null) {
            throw new IllegalArgumentException("nobody applies changes of type " + change.type());
        }
        if (!registered) {
            throw new IllegalStateException("recover() comes before the first commit");
        }
        exclusively(() -> {
            requireWritable();
            byte[] payload = JournalFrame.encode(change);
            long seq = append(JournalFrame.Kind.CHANGE, payload);
            try {
                transact(tx -> {
                    applier.apply(tx, change);
                    return Journalled.mark(tx, new JournalFrame(seq, JournalFrame.Kind.CHANGE, payload), seq);
                });
            } catch (Throwable e) {
                if (refusing == null) {
                    append(JournalFrame.Kind.ABORT, JournalFrame.encode(seq));
                }
                throw e;
            }
            forceBehindJournal();
            return seq;
        });
        announce(Touched.LOCAL_CHANGE);
    }

    @Override
    public void register(String type, ChangeApplier applier) {
        if (appliers.putIfAbsent(type, applier) != null) {
            throw new IllegalArgumentException("type registered twice: " + type);
        }
    }

    @Override
    public Recovery recover() {
        return exclusively(() -> {
            registered = true;
            if (refusing == null) {
                replay();
            }
            return found;
        });
    }

    private void replay() {
        int unapplied = new Journalled(journal.frames(), appliers).replay(this::transactUnlessRefused);
        force();
        found = new Recovery(
                found.rebuilt(), unapplied, found.journalDamaged(), found.journalRestored(), found.refusing());
        recovered = true;
    }

    /**
     * After a fault of the disk nothing more is written on the old files: what of the last change reached them is not known. Once the disk
     * takes writing again they are opened anew, exactly as after a crash.
     */
    private void reopenIfTheDiskIsBack() {
        if (refusing == null || !files.takesWriting()) {
            return;
        }
        StoreException.Reason before = refusing;
        try {
            closeFiles();
            if (!(new RecordsOpening(files).run() instanceof RecordsOpening.Result.Open open)) {
                throw new StoreException(StoreException.Reason.OTHER, "the ledger became one of a later version");
            }
            connection = open.connection();
            journal = open.journal();
            found = open.found();
            dsl = dsl(connection);
            refusing = refusal(found);
        } catch (IOException | SQLException e) {
            throw new StoreException(before, "the ledger cannot be opened again yet (" + StoreFaults.code(e) + ")");
        }
        if (refusing == null) {
            LOG.info("the disk takes writing again; the ledger was opened anew after {}", before);
            if (registered) {
                replay();
            }
        }
    }

    private void closeFiles() throws IOException {
        Journal last = journal;
        try (last) {
            connection.close();
        } catch (SQLException e) {
            LOG.info("the connection after the fault did not close in order: {}", StoreFaults.code(e));
        }
    }

    @Override
    public void forgetSettled(SettledSubjects settled) {
        exclusively(() -> {
            requireWritable();
            Journalled.Forgetting plan =
                    transact(tx -> new Journalled(journal.frames(), appliers).toForget(tx, settled));
            if (!plan.isEmpty()) {
                force();
                try {
                    journal.rewrite(plan.mark(), plan::keeps);
                } catch (IOException e) {
                    throw refuse(e, "the journal cannot be rewritten");
                }
            }
            return plan;
        });
    }

    @Override
    public Subscription onCommit(Consumer<? super Touched> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void announce(Touched touched) {
        for (Consumer<? super Touched> listener : listeners) {
            try {
                listener.accept(touched);
            } catch (RuntimeException e) {
                // The commit stands; one listener's fault must neither undo it nor reach whoever saved.
                LOG.error("a listener to commits failed", e);
            }
        }
    }

    private <T> T exclusively(Supplier<T> work) {
        Thread me = Thread.currentThread();
        if (!user.compareAndSet(null, me)) {
            throw new IllegalStateException(
                    "the database is in use: calls must neither nest nor leave the store thread");
        }
        try {
            if (closed) {
                throw new StoreException(StoreException.Reason.CLOSED, "the local ledger is closed");
            }
            reopenIfTheDiskIsBack();
            return work.get();
        } finally {
            user.set(null);
        }
    }

    private void requireWritable() {
        StoreException.Reason reason = refusing;
        if (reason != null) {
            throw new StoreException(reason, "the local ledger takes no changes until the disk takes writing again");
        }
        if (!recovered) {
            throw new IllegalStateException("the journal has not been replayed");
        }
    }

    /** As {@link #transact}; says whether it went through. A fault of the disk is thrown, a refusal by the work is not. */
    private boolean transactUnlessRefused(Consumer<Tx> work) {
        try {
            transact(tx -> {
                work.accept(tx);
                return true;
            });
            return true;
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("E-STORE-130 a journal entry could not be applied: {}", StoreFaults.code(e));
            return false;
        }
    }

    private <T> T transact(Function<Tx, T> work) {
        try {
            T result = work.apply(new Tx(dsl));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw refuse(e, "the change could not be written");
        } catch (RuntimeException e) {
            rollBack();
            throw storeFault(e);
        } catch (Error e) {
            rollBack();
            throw e;
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            refuse(e, "the change could not be taken back");
        }
    }

    /** A fault of the disk becomes a {@link StoreException} and ends all writing; anything else is handed on as it is. */
    private RuntimeException storeFault(RuntimeException e) {
        return StoreFaults.diskFault(e, files.folder().root()) == null ? e : refuse(e, "the database failed");
    }

    private long append(JournalFrame.Kind kind, byte[] payload) {
        try {
            return journal.append(kind, payload);
        } catch (IOException e) {
            throw refuse(e, "the journal could not be written");
        }
    }

    private void force() {
        try {
            EncryptedH2.force(connection);
        } catch (SQLException e) {
            throw refuse(e, "the change could not be forced to disk");
        }
    }

    /** The change is committed and stands, forced, in the journal: it is safe even if forcing the database fails. Nothing after it is. */
    private void forceBehindJournal() {
        try {
            EncryptedH2.force(connection);
        } catch (SQLException e) {
            StoreException refusal = refuse(e, "the database could not be forced to disk");
            LOG.error("E-STORE-140 {}", refusal.getMessage());
        }
    }

    private StoreException refuse(Exception e, String what) {
        StoreException fault = StoreFaults.wrap(e, files.folder().root(), what);
        if (refusing == null) {
            refusing = fault.reason();
            LOG.error(
                    "E-STORE-101 {}; no more changes are taken until the disk takes writing again", fault.getMessage());
        }
        return fault;
    }

    /** Closes in order and notes in the journal what the closed file looks like. Closing twice does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Journal last = journal;
        try (last) {
            connection.rollback();
            connection.close();
            if (refusing == null) {
                PrivateFiles.sync(files.folder().records());
                last.append(
                        JournalFrame.Kind.CLOSED,
                        RecordsOpening.fingerprint(files.folder().records()));
            }
        } catch (IOException | SQLException e) {
            // Everything acknowledged is on disk already; the next opening checks the files as after a crash.
            LOG.warn("the local ledger was not closed in order: {}", StoreFaults.code(e));
        }
    }
}
