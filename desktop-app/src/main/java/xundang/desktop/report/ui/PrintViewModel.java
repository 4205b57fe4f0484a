package xundang.desktop.report.ui;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;
import xundang.desktop.report.Printed;
import xundang.desktop.report.Reports;
import xundang.desktop.sync.FileWatch;
import xundang.model.inspection.InspectionId;

/** Asks where a print goes, writes it away from the interface, says what became of it. Interface's thread. */
public final class PrintViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(PrintViewModel.class);

    /** Below this, a write that failed failed for want of room. */
    private static final long LITTLE = 1024L * 1024;

    /** How a print ended. */
    public sealed interface Outcome {
        record Done(Printed what) implements Outcome {}

        record Cancelled() implements Outcome {}
    }

    /** How far a print is. */
    public record Step(long done, long total) {}

    private static final class Watch implements FileWatch {
        private volatile Step step = new Step(0, 0);
        private volatile boolean cancelled;

        @Override
        public void at(long done, long total) {
            step = new Step(done, total);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private final Reports reports;
    private final BackgroundTasks tasks;
    private final List<InspectionId> which;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable PersonError> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private @Nullable Path mayReplace;
    private @Nullable Watch watch;

    public PrintViewModel(Reports reports, BackgroundTasks tasks, List<InspectionId> which) {
        this.reports = reports;
        this.tasks = tasks;
        this.which = List.copyOf(which);
    }

    /** Works out a name. */
    public void load() {
        tasks.store(() -> reports.name(which), name::set, fault -> error.set(said(fault, null)));
    }

    /** How many are printed. */
    public int count() {
        return which.size();
    }

    /** A file name without folder; empty until it is worked out. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable PersonError> errorProperty() {
        return error.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** How far it is; empty while nothing is printed. */
    public Optional<Step> step() {
        return Optional.ofNullable(watch).map(now -> now.step);
    }

    /** Writes the file. A file of that name is replaced only when it is asked for a second time, or was chosen in a dialog that asked. */
    public void save(String file, boolean replace) {
        error.set(null);
        outcome.set(null);
        Optional<Path> path = path(file);
        if (path.isEmpty() || busy.get()) {
            error.set(path.isEmpty() ? PersonError.of("E-REPORT-101", "report.error.noFile") : null);
            return;
        }
        Path target = path.get();
        if (Files.exists(target) && !replace && !target.equals(mayReplace)) {
            mayReplace = target;
            error.set(PersonError.of("E-REPORT-102", "report.error.exists"));
            return;
        }
        Watch watching = new Watch();
        watch = watching;
        busy.set(true);
        tasks.files(
                () -> reports.print(which, target, watching),
                printed -> ended(new Outcome.Done(printed)),
                fault -> failed(fault, target));
    }

    private static Optional<Path> path(String text) {
        try {
            String typed = text.strip();
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            Path path = Path.of(typed).toAbsolutePath();
            return Files.isDirectory(path) || path.getFileName() == null ? Optional.empty() : Optional.of(path);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    /** Ends it; nothing is written then. */
    public void cancel() {
        if (watch != null) {
            watch.cancelled = true;
        }
    }

    private void ended(Outcome how) {
        watch = null;
        busy.set(false);
        mayReplace = null;
        outcome.set(how);
    }

    private void failed(Exception fault, Path target) {
        watch = null;
        busy.set(false);
        if (fault instanceof CancellationException) {
            outcome.set(new Outcome.Cancelled());
        } else {
            error.set(said(fault, target));
        }
    }

    private static PersonError said(Exception fault, @Nullable Path target) {
        return switch (fault) {
            case NoSuchElementException ignored -> PersonError.of("E-REPORT-107", "report.error.gone");
            case NoSuchFileException ignored -> PersonError.of("E-REPORT-103", "report.error.noFolder");
            case AccessDeniedException ignored -> PersonError.of("E-REPORT-104", "report.error.noRight");
            case IOException io ->
                isFull(target)
                        ? logged("E-REPORT-105", "report.error.full", io)
                        : logged("E-REPORT-106", "report.error.open", io);
            default -> Faults.toPerson(fault);
        };
    }

    private static PersonError logged(String code, String key, IOException fault) {
        LOG.warn("{} a print could not be written: {}", code, fault.getClass().getSimpleName());
        return PersonError.of(code, key);
    }

    private static boolean isFull(@Nullable Path target) {
        Path folder = target == null ? null : target.getParent();
        try {
            return folder != null && Files.getFileStore(folder).getUsableSpace() < LITTLE;
        } catch (IOException unknown) {
            return false;
        }
    }
}
