package xundang.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.sync.RecordType;
import xundang.server.ledger.LedgerRecord;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.TestServer;

/** Rows that would replace each other, and rows that a later edition of a file leaves out. */
class ImportEditionsTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(folder, DatabaseKind.H2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoRowsOfOneSourceLineStopTheFileAndBothAreNamed() {
        String text = demo();
        String row = text.lines().skip(1).findFirst().orElseThrow();
        FileReport report = importText(text.stripTrailing() + "\n" + row + "\n");

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isGreaterThan(2);
            assertThat(problem.message()).contains("与第 2 行", "同一个来源文件的同一行");
        });
        assertThat(hosts()).isEmpty();
    }

    @Test
    void whatALaterEditionOfTheFileNoLongerNamesIsReportedAndStays() {
        importText(demo());
        String text = demo();
        String row = text.lines().skip(1).findFirst().orElseThrow();
        FileReport report = importText(text.replace(row + "\n", ""));

        assertThat(report.accepted()).isTrue();
        assertThat(report.gone())
                .containsExactly(
                        "ups/002_53368a6f628d802e.txt:7370/1 IMV 100KVA S6",
                        "ups/002_53368a6f628d802e.txt:7370/2 IMV 100KVA S6");
        assertThat(hosts()).hasSize(15);
        assertThat(importText(text).gone()).isEmpty();
    }

    private FileReport importText(String text) {
        return server.graph().imports().importFile("x.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<LedgerRecord> hosts() {
        return server.graph()
                .database()
                .read(tx -> server.graph().ledger().records().ofType(tx, RecordType.ASSET));
    }

    private static String demo() {
        try (InputStream in = ImportEditionsTest.class.getResourceAsStream("demo-ledger/ups.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
