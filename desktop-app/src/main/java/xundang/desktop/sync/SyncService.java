package xundang.desktop.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.platform.tasks.Subscription;
import xundang.desktop.platform.tasks.Ticker;
import xundang.desktop.sync.SyncStatus.Connection;
import xundang.desktop.sync.store.SubjectStore.Counts;

/**
 * Runs rounds when they are due and keeps the status true: its counts are read from the database after every commit, its connection is
 * what the last round really met.
 *
 * <p>Everything but {@link #queue} and {@link #status} is for the interface's thread; that thread owns all state here.
 */
public final class SyncService implements SyncControl, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);

    /** How often it is looked whether a round is due; the rounds themselves are {@link SyncSchedule#TICK} or more apart. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String STORE_FAULT = "E-SYNC-160";
    private static final String INNER_FAULT = "E-SYNC-161";
    private static final String PHOTO_FAULT = "E-SYNC-170";

    private final SyncParts parts;
    private final BackgroundTasks tasks;
    private final Clock clock;
    private final StoreSteps steps;
    private final SyncEngine engine;
    private final SyncSchedule schedule;
    private final QueueReader queueReader;
    private final TransferMeter meter;
    private final List<Consumer<? super SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private boolean running;
    private volatile boolean online = true;
    private volatile boolean recordsWait;
    private boolean photosSteppedAside;
    private volatile boolean switchRead;
    private volatile boolean recordsOnly;
    private volatile boolean onlyRead;
    private volatile SyncStatus status = new SyncStatus(Connection.WORKING, 0, 0, 0, null, null, null);

    public SyncService(SyncParts parts, BackgroundTasks tasks, Clock clock, RandomGenerator random) {
        this.parts = parts;
        this.tasks = tasks;
        this.clock = clock;
        steps = new StoreSteps(parts.database(), tasks);
        engine = new SyncEngine(parts.api(), steps, parts.stores(), parts.photos(), parts.identity(), clock);
        schedule = new SyncSchedule(random);
        queueReader = new QueueReader(parts.stores());
        meter = new TransferMeter(clock);
    }

    /** Begins: shows what the database knows, then the first round. */
    public void start(Ticker ticker) {
        tasks.store(
                () -> parts.database().onCommit(this::committed),
                subscriptions::add,
                e -> LOG.error("cannot watch the database", e));
        tasks.store(
                () -> parts.database()
                        .read(tx -> new Switches(
                                parts.stores().marks().switchedOff(tx),
                                parts.stores().marks().recordsOnly(tx))),
                this::begin,
                e -> LOG.error("cannot read whether the network was switched off; it stays unused", e));
        refresh();
        subscriptions.add(ticker.every(LOOK, this::tick));
    }

    private record Switches(boolean off, boolean recordsOnly) {}

    /** "Off" is the person's word alone; until the first round has ended we are trying. */
    private void begin(Switches kept) {
        if (!onlyRead) {
            onlyRead = true;
            recordsOnly = kept.recordsOnly();
            publish(status.holding(recordsOnly));
        }
        if (switchRead) {
            // The person was quicker than the database; what they just said counts.
            return;
        }
        online = !kept.off();
        switchRead = true;
        show(Connection.WORKING, null);
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public Subscription onStatus(Consumer<? super SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void syncNow() {
        if (online) {
            schedule.now();
            tick();
        }
    }

    @Override
    public void setOnline(boolean online) {
        if (switchRead && this.online == online) {
            return;
        }
        switchRead = true;
        this.online = online;
        keep(tx -> parts.stores().marks().switchedOff(tx, !online));
        if (online) {
            syncNow();
        } else {
            parts.api().abort();
            show(Connection.OFF, null);
        }
    }

    @Override
    public void setRecordsOnly(boolean recordsOnly) {
        if (onlyRead && this.recordsOnly == recordsOnly) {
            return;
        }
        onlyRead = true;
        this.recordsOnly = recordsOnly;
        keep(tx -> parts.stores().marks().recordsOnly(tx, recordsOnly));
        publish(status.holding(recordsOnly));
        if (!recordsOnly) {
            schedule.nudge(clock.instant());
        }
    }

    private void keep(Consumer<Tx> word) {
        tasks.store(
                () -> parts.database().inTransaction(tx -> {
                    word.accept(tx);
                    return true;
                }),
                kept -> {},
                e -> LOG.error("the network switches will not be remembered", e));
    }

    @Override
    public List<QueueEntry> queue(int limit) {
        return parts.database().read(tx -> queueReader.entries(tx, limit));
    }

    /** Fetches pictures under the same switches, counted in the same status; none before the switches are read. */
    public PhotoFetcher fetcher() {
        return new PhotoFetcher(parts.api(), steps, parts.photos(), tasks, this::picturesStayAway, meter);
    }

    private boolean picturesStayAway() {
        return !switchRead || !onlyRead || recordsOnly || !online;
    }

    /** Stops traffic at once. Work that waits stays in the queue for the next time. */
    @Override
    public void close() {
        online = false;
        parts.api().abort();
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    /** Begins a round if one is due. */
    void tick() {
        publish(status.moving(meter.now()));
        if (switchRead && online && !running && schedule.isDue(clock.instant())) {
            running = true;
            recordsWait = false;
            show(Connection.WORKING, status.problemCode());
            tasks.network(() -> engine.round(stopSign(), meter), this::ended, this::broke);
        }
    }

    private StopSign stopSign() {
        return new StopSign() {
            @Override
            public boolean stopped() {
                return !online;
            }

            @Override
            public boolean recordsWait() {
                return recordsWait;
            }

            @Override
            public boolean picturesHeld() {
                return recordsOnly;
            }
        };
    }

    private void ended(RoundOutcome outcome) {
        running = false;
        meter.ended();
        schedule.ended(outcome, clock.instant());
        switch (outcome) {
            case RoundOutcome.Done done -> {
                show(Connection.REACHED, done.unsendable() == 0 ? null : PHOTO_FAULT);
                forgetSettled();
                photosSteppedAside = recordsWait;
            }
            case RoundOutcome.Failed failed -> {
                SyncFault fault = failed.fault();
                if (fault instanceof SyncFault.Stopped && online) {
                    schedule.now();
                }
                show(connectionAfter(fault), fault instanceof SyncFault.Stopped ? null : fault.code());
            }
            case RoundOutcome.StoreFailed ignored -> show(Connection.REACHED, STORE_FAULT);
        }
        refresh();
    }

    /** A fault that nothing foresaw: shown, logged, and tried again at the slowest pace; the queue is untouched. */
    private void broke(Exception e) {
        LOG.error("a round broke", e);
        running = false;
        meter.ended();
        schedule.ended(new RoundOutcome.StoreFailed(StoreException.Reason.OTHER), clock.instant());
        show(Connection.UNREACHABLE, INNER_FAULT);
        refresh();
    }

    private static Connection connectionAfter(SyncFault fault) {
        return switch (fault) {
            case SyncFault.LoginNeeded ignored -> Connection.LOGIN_NEEDED;
            case SyncFault.NoAnswer ignored -> Connection.UNREACHABLE;
            case SyncFault.NetworkLogin ignored -> Connection.UNREACHABLE;
            case SyncFault.Unreadable ignored -> Connection.UNREACHABLE;
            case SyncFault.Stopped ignored -> Connection.OFF;
            case SyncFault.Busy ignored -> Connection.REACHED;
            case SyncFault.TooLarge ignored -> Connection.REACHED;
            case SyncFault.SequenceGap ignored -> Connection.REACHED;
            case SyncFault.StaleSession ignored -> Connection.REACHED;
            case SyncFault.Resync ignored -> Connection.REACHED;
            case SyncFault.TooOld ignored -> Connection.REACHED;
            case SyncFault.UploadOffset ignored -> Connection.REACHED;
            case SyncFault.NotThere ignored -> Connection.REACHED;
            case SyncFault.Refused ignored -> Connection.REACHED;
        };
    }

    /** On the store thread, after each commit. Many commits in a row cost one reading. */
    private void committed(LocalDatabase.Touched touched) {
        refresh();
    }

    private void refresh() {
        if (refreshing.compareAndSet(false, true)) {
            tasks.store(this::look, this::looked, e -> LOG.error("cannot read where sync stands", e));
        }
    }

    private record Seen(
            Counts counts,
            @Nullable Instant contact,
            @Nullable Long clockOffsetMs,
            boolean unsent) {}

    private Seen look() {
        refreshing.set(false);
        return parts.database()
                .read(tx -> new Seen(
                        parts.stores().subjects().counts(tx),
                        parts.stores().marks().lastContact(tx).orElse(null),
                        parts.stores().marks().clockOffset(tx).orElse(null),
                        parts.stores().sends().unnumbered(tx, parts.identity().user()) > 0));
    }

    private void looked(Seen seen) {
        // Also back to false: what the running round has pushed itself is no reason for its photos to step aside.
        recordsWait = seen.unsent();
        if (recordsWait) {
            schedule.nudge(clock.instant());
        }
        if (photosSteppedAside && !running) {
            // The records that they stepped aside for may have gone in that very round; then nothing else would call
            // the photos back.
            photosSteppedAside = false;
            if (seen.counts().photos() > 0) {
                schedule.nudge(clock.instant());
            }
        }
        publish(new SyncStatus(
                status.connection(),
                seen.counts().records(),
                seen.counts().photos(),
                seen.counts().attention(),
                seen.contact(),
                seen.clockOffsetMs(),
                status.problemCode(),
                recordsOnly,
                meter.now()));
    }

    private void forgetSettled() {
        tasks.store(
                () -> {
                    parts.database().forgetSettled(parts.stores().subjects());
                    return true;
                },
                ignored -> {},
                e -> LOG.error("the journal could not be shortened; nothing is lost", e));
    }

    private void show(Connection connection, @Nullable String problemCode) {
        publish(status.met(online ? connection : Connection.OFF, problemCode).moving(meter.now()));
    }

    private void publish(SyncStatus next) {
        if (!next.equals(status)) {
            status = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }
}
