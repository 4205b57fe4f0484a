package xundang.desktop.platform.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import xundang.desktop.platform.tasks.Subscription;

/**
 * {@link LocalDatabase} with the order of steps of {@link H2LocalDatabase} and the real {@link Journalled}, on media in memory: cheap enough
 * for thousands of laptops, and able to die or run full between any two steps.
 */
public final class MemoryDatabase implements LocalDatabase {
    private static final Path NOWHERE = Path.of("");

    private final Media media;
    private final Disk disk;
    private final DSLContext dsl;
    private final Map<String, ChangeApplier> appliers = new HashMap<>();
    private final CopyOnWriteArrayList<Consumer<? super Touched>> listeners = new CopyOnWriteArrayList<>();
    private boolean refusing;
    private boolean busy;

    /** Opens what is on the media; what was not committed is gone. */
    public MemoryDatabase(Media media, Disk disk) {
        this.media = media;
        this.disk = disk;
        dsl = DSL.using(media.connection, SQLDialect.H2, new Settings().withExecuteLogging(false));
        rollBack();
    }

    /** What survives the death of the process: the database's connection (autocommit off) and the journal's entries. */
    public static final class Media {
        private final Connection connection;
        private final List<JournalFrame> frames = new ArrayList<>();
        private long lastSeq;

        public Media(Connection connection) {
            this.connection = connection;
        }

        public Connection connection() {
            return connection;
        }

        /** The journal as an image of the disk would hold it. */
        public Image image() {
            return new Image(List.copyOf(frames), lastSeq);
        }

        /** Puts an image of the journal in the place of this one. */
        public void restore(Image image) {
            frames.clear();
            image.frames.forEach(frame -> frames.add((JournalFrame) frame));
            lastSeq = image.lastSeq;
        }
    }

    /** A copy of a journal. */
    public record Image(List<?> frames, long lastSeq) {
        public static final Image EMPTY = new Image(List.of(), 0);
    }

    /** Where a step can end badly. */
    public enum Moment {
        BEFORE_JOURNAL,
        AFTER_JOURNAL,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    /** Told of each moment; an {@link IOException} is a full disk, an {@link Error} the end of the process. */
    @FunctionalInterface
    public interface Disk {
        void at(Moment moment) throws IOException;
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        return exclusively(() -> {
            try {
                return work.apply(new Tx(dsl));
            } finally {
                rollBack();
            }
        });
    }

    @Override
    public <T> T inTransaction(Function<Tx, T> work) {
        T result = exclusively(() -> {
            requireWritable();
            return transact(work);
        });
        listeners.forEach(listener -> listener.accept(Touched.SERVER_CHANGE));
        return result;
    }

    @Override
    public void commit(LocalChange change) {
        ChangeApplier applier = appliers.get(change.type());
        if (applier == null) {
            throw new IllegalArgumentException("nobody applies changes of type " + change.type());
        }
        exclusively(() -> {
            requireWritable();
            at(Moment.BEFORE_JOURNAL);
            JournalFrame frame = append(JournalFrame.Kind.CHANGE, JournalFrame.encode(change));
            at(Moment.AFTER_JOURNAL);
            try {
                return transact(tx -> {
                    applier.apply(tx, change);
                    return Journalled.mark(tx, frame, frame.seq());
                });
            } catch (RuntimeException e) {
                if (!refusing) {
                    append(JournalFrame.Kind.ABORT, JournalFrame.encode(frame.seq()));
                }
                throw e;
            }
        });
        listeners.forEach(listener -> listener.accept(Touched.LOCAL_CHANGE));
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
            int unapplied = new Journalled(List.copyOf(media.frames), appliers).replay(this::transactUnlessRefused);
            return new Recovery(false, unapplied, 0, 0, Recovery.Writing.POSSIBLE);
        });
    }

    @Override
    public void forgetSettled(SettledSubjects settled) {
        exclusively(() -> {
            requireWritable();
            Journalled.Forgetting plan = transact(tx -> new Journalled(media.frames, appliers).toForget(tx, settled));
            if (!plan.isEmpty()) {
                media.frames.removeIf(frame -> !plan.keeps(frame));
            }
            return plan;
        });
    }

    @Override
    public Subscription onCommit(Consumer<? super Touched> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @FunctionalInterface
    private interface Step<T> {
        T run();
    }

    private <T> T exclusively(Step<T> step) {
        if (busy) {
            throw new IllegalStateException("calls must not nest");
        }
        busy = true;
        try {
            return step.run();
        } finally {
            busy = false;
        }
    }

    private void requireWritable() {
        if (refusing) {
            throw new StoreException(StoreException.Reason.DISK_FULL, "takes no more changes until opened again");
        }
    }

    private JournalFrame append(JournalFrame.Kind kind, byte[] payload) {
        media.lastSeq++;
        JournalFrame frame = new JournalFrame(media.lastSeq, kind, payload);
        media.frames.add(frame);
        return frame;
    }

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
            return false;
        }
    }

    private <T> T transact(Function<Tx, T> work) {
        boolean committed = false;
        try {
            T result = work.apply(new Tx(dsl));
            at(Moment.BEFORE_COMMIT);
            media.connection.commit();
            committed = true;
            at(Moment.AFTER_COMMIT);
            return result;
        } catch (SQLException e) {
            throw refuse(e);
        } finally {
            if (!committed) {
                rollBack();
            }
        }
    }

    private void at(Moment moment) {
        try {
            disk.at(moment);
        } catch (IOException e) {
            throw refuse(e);
        }
    }

    private StoreException refuse(Exception e) {
        refusing = true;
        return StoreFaults.wrap(e, NOWHERE, "the change could not be written");
    }

    private void rollBack() {
        try {
            media.connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
