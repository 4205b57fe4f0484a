package xundang.desktop.inspection.ui.jar;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.inspection.jar.FileTable;
import xundang.desktop.inspection.jar.ImportPlan;
import xundang.desktop.inspection.jar.ImportPlanner;
import xundang.desktop.inspection.jar.MappingGuess;
import xundang.desktop.inspection.jar.TesterFile;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.platform.errors.Faults;
import xundang.desktop.platform.errors.PersonError;
import xundang.desktop.platform.tasks.BackgroundTasks;

/** A tester's file on its way into the table. Nothing is taken over before {@link #take}. Interface's thread. */
public final class JarImportViewModel {
    /** How far it is. */
    public sealed interface State {
        /** No file. */
        record None() implements State {}

        /** Being read. */
        record Reading(String name) implements State {}

        /** Not read; the table is as it was. */
        record Refused(PersonError why) implements State {}

        /**
         * Read, and shown before anything of it is taken.
         *
         * @param remembered whether the columns are those of the last file with these headings, and not a guess
         */
        record Preview(FileTable table, ColumnMapping mapping, ImportPlan plan, boolean remembered) implements State {}
    }

    private static final State NONE = new State.None();

    private final JarTableViewModel jars;
    private final BackgroundTasks tasks;
    private final TesterMappings mappings;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(NONE);
    private AtomicBoolean givenUp = new AtomicBoolean();

    public JarImportViewModel(JarTableViewModel jars, BackgroundTasks tasks, TesterMappings mappings) {
        this.jars = jars;
        this.tasks = tasks;
        this.mappings = mappings;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads a file, away from the interface; what was being read before is given up. */
    public void open(Path file) {
        if (jars.needsCount() || !jars.commit()) {
            return;
        }
        givenUp.set(true);
        AtomicBoolean mine = new AtomicBoolean();
        givenUp = mine;
        state.set(new State.Reading(String.valueOf(file.getFileName())));
        tasks.files(
                () -> TesterFile.read(file, mine::get),
                read -> {
                    if (!mine.get()) {
                        arrived(read, mine);
                    }
                },
                fault -> {
                    if (!mine.get()) {
                        state.set(new State.Refused(Faults.onReading(fault)));
                    }
                });
    }

    private void arrived(TesterFile read, AtomicBoolean mine) {
        switch (read) {
            case TesterFile.GivenUp ignored -> state.set(NONE);
            case TesterFile.Refused refused ->
                state.set(new State.Refused(PersonError.of(
                        refused.why().code(),
                        "inspection.jar.refused." + refused.why(),
                        TesterFile.MOST_BYTES / 1024 / 1024,
                        TesterFile.MOST_ROWS)));
            case TesterFile.Read table -> recall(table.table(), mine);
        }
    }

    private void recall(FileTable table, AtomicBoolean mine) {
        ColumnMapping guess = MappingGuess.of(table);
        Optional<String> signature = MappingGuess.signature(table);
        tasks.store(
                () -> signature.flatMap(mappings::recall),
                last -> {
                    if (!mine.get()) {
                        // Where the readings begin is the file's own: a report may have a longer head than the last
                        // one.
                        preview(
                                table,
                                last.map(known -> known.withFirstRow(guess.firstRow()))
                                        .orElse(guess),
                                last.isPresent());
                    }
                },
                fault -> {
                    Faults.onReading(fault);
                    if (!mine.get()) {
                        preview(table, guess, false);
                    }
                });
    }

    private void preview(FileTable table, ColumnMapping mapping, boolean remembered) {
        state.set(new State.Preview(
                table,
                mapping,
                ImportPlanner.plan(jars.sheet(), table, mapping, jars.limits().cells()),
                remembered));
    }

    /** The person says which column is which. */
    public void map(ColumnMapping mapping) {
        if (state.get() instanceof State.Preview preview) {
            preview(preview.table(), mapping, false);
        }
    }

    /** Takes over what is good, as one step that can be undone, and remembers the columns. */
    public void take() {
        if (state.get() instanceof State.Preview preview) {
            state.set(NONE);
            jars.take(preview.plan());
            MappingGuess.signature(preview.table())
                    .ifPresent(signature -> tasks.store(
                            () -> {
                                mappings.remember(signature, preview.mapping());
                                return signature;
                            },
                            ignored -> {},
                            Faults::onReading));
        }
    }

    /** Gives the file up; nothing of it is taken. False if there is none. */
    public boolean cancel() {
        if (state.get() instanceof State.None) {
            return false;
        }
        givenUp.set(true);
        state.set(NONE);
        return true;
    }
}
