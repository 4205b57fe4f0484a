package xundang.desktop.sync.ui;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import xundang.desktop.sync.LocalCopies;
import xundang.desktop.sync.LocalCopies.Clearable;
import xundang.desktop.sync.UnsentWork;
import xundang.desktop.sync.UnsentWork.ImportOutcome;
import xundang.desktop.sync.UnsentWork.Unsent;

/** 本机存储: what may be cleared from this laptop, and what exists on it alone. Interface's thread. */
public final class StorageViewModel {
    /** A package lies about on sticks and in mailboxes; a shorter passphrase would be guessed. */
    public static final int SHORTEST_PASSPHRASE = 10;

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
    }

    private final LocalCopies copies;
    private final UnsentWork unsent;
    private final BackgroundTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Done> done = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public StorageViewModel(LocalCopies copies, UnsentWork unsent, BackgroundTasks tasks) {
        this.copies = copies;
        this.unsent = unsent;
        this.tasks = tasks;
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

    /** Clears what may be cleared. */
    public void clear() {
        run(copies::clear, cleared -> done.set(new Done.Cleared(cleared)));
    }

    /** Writes the package. The passphrase is wiped. */
    public void export(String target, char[] passphrase) {
        Optional<Path> file = usable(target, passphrase);
        file.ifPresent(
                path -> run(() -> unsent.export(path, passphrase), what -> done.set(new Done.Exported(what, path))));
    }

    /** Takes a package in. The passphrase is wiped. */
    public void importFrom(String source, char[] passphrase) {
        Optional<Path> file = usable(source, passphrase);
        file.ifPresent(path -> run(() -> unsent.importFrom(path, passphrase), this::imported));
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

    private <T> void run(Callable<T> work, Consumer<T> onDone) {
        busy.set(true);
        error.set(null);
        done.set(null);
        tasks.store(
                work,
                result -> {
                    busy.set(false);
                    onDone.accept(result);
                    reload();
                },
                fault -> {
                    busy.set(false);
                    error.set(said(fault));
                });
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
