package xundang.desktop.inspection.ui.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.inspection.jar.ColumnMapping;
import xundang.desktop.inspection.jar.JarCell;
import xundang.desktop.inspection.jar.JarColumn;
import xundang.desktop.inspection.jar.TesterMappings;
import xundang.desktop.inspection.jar.TesterUnit;
import xundang.desktop.inspection.ui.jar.JarImportViewModel.State;
import xundang.desktop.platform.tasks.QueuedBackgroundTasks;
import xundang.desktop.testing.SampleJars;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.ReadingValue;

class JarImportViewModelTest {
    private static final String TABLE = "序号,电压,内阻(mΩ)\n1,2.25,0.50\n2,2.24,0.51\n";

    private final QueuedBackgroundTasks tasks = new QueuedBackgroundTasks();
    private final Map<String, ColumnMapping> remembered = new HashMap<>();
    private final List<ReadingValue.Jars> answers = new ArrayList<>();
    private final JarTableViewModel jars = new JarTableViewModel(
            SampleJars.limits(6), null, OhmicUnit.RESISTANCE, JarCell.FIRST, (answer, next) -> answers.add(answer));
    private final JarImportViewModel files = new JarImportViewModel(jars, tasks, new TesterMappings() {
        @Override
        public Optional<ColumnMapping> recall(String signature) {
            return Optional.ofNullable(remembered.get(signature));
        }

        @Override
        public void remember(String signature, ColumnMapping mapping) {
            remembered.put(signature, mapping);
        }
    });

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("tester.csv");
        Files.write(file, TABLE.getBytes(Charset.forName("GBK")));
    }

    private State.Preview preview() {
        files.open(file);
        tasks.runFiles();
        tasks.runStore();
        return (State.Preview) files.stateProperty().get();
    }

    @Test
    void aFileIsShownBeforeAnythingOfItIsTaken() {
        files.open(file);
        assertThat(files.stateProperty().get()).isEqualTo(new State.Reading("tester.csv"));
        tasks.runFiles();
        tasks.runStore();
        assertThat(files.stateProperty().get()).isInstanceOf(State.Preview.class);
        assertThat(answers).isEmpty();
    }

    @Test
    void takingItIsOneStepThatCanBeUndone() {
        preview();
        files.take();
        tasks.runStore();
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().jars()).hasSize(2);
        assertThat(files.stateProperty().get()).isInstanceOf(State.None.class);
        jars.undo();
        assertThat(answers.getLast()).isNull();
    }

    @Test
    void thePersonsColumnsCountAndAreRememberedForTheNextFileOfThisTester() {
        State.Preview guess = preview();
        files.map(guess.mapping().with(TesterUnit.MICROOHM).with(JarColumn.TEMPERATURE, null));
        assertThat(((State.Preview) files.stateProperty().get()).plan().problems()).hasSize(2);
        files.map(guess.mapping().with(TesterUnit.OHM).with(TesterUnit.MILLIOHM));
        files.take();
        tasks.runStore();
        assertThat(preview().remembered()).isTrue();
    }

    @Test
    void nothingIsTakenOfAFileThatIsGivenUp() {
        files.open(file);
        assertThat(files.cancel()).isTrue();
        tasks.runFiles();
        tasks.runStore();
        assertThat(files.stateProperty().get()).isInstanceOf(State.None.class);
        assertThat(files.cancel()).isFalse();
        assertThat(answers).isEmpty();
    }

    @Test
    void aRefusedFileIsSaidWithItsCodeAndTheTableStays() throws IOException {
        Files.write(file, new byte[] {0, 1, 2, 3});
        files.open(file);
        tasks.runFiles();
        State.Refused refused = (State.Refused) files.stateProperty().get();
        assertThat(refused.why().code()).isEqualTo("E-JAR-208");
        assertThat(answers).isEmpty();
    }

    @Test
    void whatIsWrongInTheCellStaysInSightAndNoFileIsOpened() {
        jars.textProperty().set("2.2V");
        files.open(file);
        assertThat(files.stateProperty().get()).isInstanceOf(State.None.class);
        assertThat(jars.textProperty().get()).isEqualTo("2.2V");
    }
}
