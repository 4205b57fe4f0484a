package xundang.desktop.sync.ui;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.sync.FileWatch;
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.LocalCopies.Clearable;
import xundang.desktop.sync.UnsentWork;
import xundang.desktop.sync.UnsentWork.ImportOutcome;
import xundang.desktop.sync.UnsentWork.Unsent;

/** 本机存储: what may be cleared from this laptop, and what exists on it alone. Interface's thread. */
public final class StorageViewModel {
    /** A package lies about on sticks and in mailboxes; a shorter passphrase would be guessed. */
    public static final int SHORTEST_PASSPHRASE = 10;

    /** Work that is done sooner shows no bar. */
    private static final Duration SILENT = Duration.ofSeconds(1);

    /** Before this much has passed, a time left would be a guess. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(StorageViewModel.class);

    /** What is on this laptop. */
    public record Standing(Clearable clearable, Unsent unsent) {}

    /** What was just done, for the line under the buttons. */
    public sealed interface Done {
        /** Pictures were cleared. */
        record Cleared(Clearable what) implements Done {}

        /** A package was written. */
        record Exported(Unsent what, Path file) implements Done {}

        /** A package was taken in. */
        record TakenIn(Unsent what) implements Done {}

        /** The person wanted it no more; nothing was written or taken in. */
        record Cancelled() implements Done {}
    }

    /** Work on a file that is under way; written by the thread that does it. */
    private static final class Moving implements FileWatch {
        private final Instant since;
        private volatile long done;
        private volatile long total;
        private volatile boolean cancelled;
        private volatile boolean finishing;

        Moving(Instant since) {
            this.since = since;
        }

        @Override
        public void at(long doneNow, long totalNow) {
            total = totalNow;
            done = doneNow;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void finishing() {
            finishing = true;
        }
    }

    /**
     * How far work on a file is.
     *
     * @param left by the mean rate so far; absent until that says something
     * @param mayCancel false once it is carried to its end in any case
     */
    public record Progress(long done, long total, @Nullable Duration left, boolean mayCancel) {}

    private final LocalCopies copies;
    private final UnsentWork unsent;
    private final BackgroundTasks tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Moving moving;

    public StorageViewModel(LocalCopies copies, UnsentWork unsent, BackgroundTasks tasks, InstantSource clock) {
        this.copies = copies;
        this.unsent = unsent;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Looks again. */
    public void reload() {
        tasks.store(this::look, standing::set, fault -> error.set(Faults.onReading(fault)));
    }

    private Standing look() {
        return new Standing(copies.clearable(), unsent.unsent());
    }

    /** What is on this laptop; null until it was looked at. */
    public ReadOnlyObjectProperty<@Nullable Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What was done last; null before. */
    public ReadOnlyObjectProperty<@Nullable Done> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** True while a package is being written or read, or pictures are being cleared. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How far the work on a file is; empty until it has lasted {@link #SILENT}, because short work needs no bar. */
    public Optional<Progress> progress() {
        Moving now = moving;
        if (now == null) {
            return Optional.empty();
        }
        Duration lasted = Duration.between(now.since, clock.instant());
        if (lasted.compareTo(SILENT) < 0) {
            return Optional.empty();
        }
        long through = now.done;
        long all = Math.max(now.total, through);
        Duration left = through == 0 || lasted.compareTo(WARM_UP) < 0
                ? null
                : Duration.ofMillis((long) ((double) lasted.toMillis() / through * (all - through)));
        return Optional.of(new Progress(through, all, left, !now.finishing && !now.cancelled));
    }

    /** Ends the work on a file as soon as it may be ended. */
    public void cancel() {
        if (moving != null) {
            moving.cancelled = true;
        }
    }

    /** Clears what may be cleared. */
    public void clear() {
        begin();
        tasks.store(copies::clear, cleared -> end(() -> done.set(new Done.Cleared(cleared))), this::failed);
    }

    /** Writes the package. The passphrase is wiped. */
    public void export(String target, char[] passphrase) {
        Optional<Path> file = usable(target, passphrase);
        file.ifPresent(path ->
                file(watch -> unsent.export(path, passphrase, watch), what -> done.set(new Done.Exported(what, path))));
    }

    /** Takes a package in. The passphrase is wiped. */
    public void importFrom(String source, char[] passphrase) {
        Optional<Path> file = usable(source, passphrase);
        file.ifPresent(path -> file(watch -> unsent.importFrom(path, passphrase, watch), this::imported));
    }

    private void imported(ImportOutcome outcome) {
        switch (outcome) {
            case ImportOutcome.TakenIn taken -> done.set(new Done.TakenIn(taken.what()));
            case ImportOutcome.NotOpened ignored ->
                error.set(PersonError.of("E-SYNC-411", "sync.error.packageNotOpened"));
            case ImportOutcome.NotReadable ignored ->
                error.set(PersonError.of("E-SYNC-412", "sync.error.packageNotReadable"));
            case ImportOutcome.NotYours ignored ->
                error.set(PersonError.of("E-SYNC-413", "sync.error.packageNotYours"));
        }
    }

    /** The file, if file and passphrase will do; otherwise says why not and wipes the passphrase. */
    private Optional<Path> usable(String file, char[] passphrase) {
        Optional<Path> path = path(file);
        if (path.isEmpty()) {
            error.set(PersonError.of("E-SYNC-414", "sync.error.noFile"));
        } else if (passphrase.length < SHORTEST_PASSPHRASE) {
            error.set(PersonError.of("E-SYNC-415", "sync.error.shortPassphrase", SHORTEST_PASSPHRASE));
            path = Optional.empty();
        }
        if (path.isEmpty()) {
            Arrays.fill(passphrase, '\0');
        }
        return path;
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** Work on a file, away from the store's thread: a slow stick must not keep a save waiting. */
    @FunctionalInterface
    private interface FileWork<T> {
        T run(FileWatch watch) throws IOException;
    }

    private <T> void file(FileWork<T> work, Consumer<T> onDone) {
        begin();
        Moving watch = new Moving(clock.instant());
        moving = watch;
        tasks.files(() -> work.run(watch), result -> end(() -> onDone.accept(result)), this::failed);
    }

    private void begin() {
        busy.set(true);
        error.set(null);
        done.set(null);
    }

    private void end(Runnable say) {
        moving = null;
        busy.set(false);
        say.run();
        reload();
    }

    private void failed(Exception fault) {
        moving = null;
        busy.set(false);
        if (fault instanceof CancellationException) {
            done.set(new Done.Cancelled());
        } else {
            error.set(said(fault));
        }
    }

    private static PersonError said(Exception fault) {
        if (fault instanceof FileAlreadyExistsException) {
            return PersonError.of("E-SYNC-416", "sync.error.fileExists");
        }
        if (fault instanceof IOException) {
            LOG.warn("E-SYNC-417 a package could not be written or read", fault);
            return PersonError.of("E-SYNC-417", "sync.error.fileFault");
        }
        return Faults.toPerson(fault);
    }
}
