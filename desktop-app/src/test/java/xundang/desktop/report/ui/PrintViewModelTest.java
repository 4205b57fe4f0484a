package xundang.desktop.report.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.testing.Desk;

class PrintViewModelTest {
    @TempDir
    Path folder;

    private final Desk desk = new Desk();
    private final PrintViewModel model =
            new PrintViewModel(desk.reports, desk.tasks, List.of(desk.submitted.filled.id()));

    @Test
    void theFileIsWrittenWhereItWasAskedFor() {
        Path file = folder.resolve("a.pdf");
        model.save(file.toString(), false);
        assertThat(desk.reports.written).containsExactly(file);
        assertThat(model.outcomeProperty().get()).isInstanceOf(PrintViewModel.Outcome.Done.class);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aFileOfThatNameIsReplacedOnlyWhenAskedForTwice() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        model.save(file.toString(), false);
        assertThat(desk.reports.written).isEmpty();
        assertThat(model.errorProperty().get().code()).isEqualTo("E-REPORT-102");
        model.save(file.toString(), false);
        assertThat(desk.reports.written).containsExactly(file);
    }

    @Test
    void aFolderOrNothingIsNoFile() {
        model.save(folder.toString(), false);
        assertThat(model.errorProperty().get().code()).isEqualTo("E-REPORT-101");
        model.save("  ", false);
        assertThat(model.errorProperty().get().code()).isEqualTo("E-REPORT-101");
    }

    @Test
    void eachFaultOfTheDiskHasItsOwnWords() {
        assertThat(code(new NoSuchFileException("x"))).isEqualTo("E-REPORT-103");
        assertThat(code(new AccessDeniedException("x"))).isEqualTo("E-REPORT-104");
        assertThat(code(new IOException("in use"))).isEqualTo("E-REPORT-106");
    }

    private String code(IOException fault) {
        desk.reports.fault = fault;
        model.save(folder.resolve("b.pdf").toString(), false);
        assertThat(model.outcomeProperty().get()).isNull();
        return model.errorProperty().get().code();
    }
}
