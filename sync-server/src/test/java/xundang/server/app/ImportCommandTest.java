package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import xundang.model.sync.RecordType;
import xundang.server.ledger.LedgerRecord;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.TestServer;

class ImportCommandTest {
    @TempDir
    Path data;

    @TempDir
    Path desk;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theDemonstrationLedgerIsImportedOnceAndPrintedAsATable() {
        assertThat(run("--demo", "--with-samples")).isZero();
        assertThat(out.toString())
                .contains("ups.csv（UPS 主机清单）\t设备\t15\t0\t0\t0")
                .contains("ups.csv（UPS 主机清单）\t来源不一致\t9\t0\t0\t0")
                .contains("meeting-room-212.csv（会议室设备清单）\t设备\t98\t0\t0\t0")
                .contains("video-projects.csv（视频项目统计）\t项目\t6\t0\t0\t0")
                .contains("示例数据（示例摄像机）\t设备\t40\t0\t0\t0");

        assertThat(run("--demo", "--with-samples")).isZero();
        assertThat(out.toString()).contains("ups.csv（UPS 主机清单）\t设备\t0\t15\t0\t0");
    }

    @Test
    void aRunningServerDoesTheImportItself() throws IOException {
        Path file = Files.writeString(
                desk.resolve("mine.csv"),
                "package,project_name,metric_zh,metric,value,unit,deployed_in,"
                        + "source_file,source_line\n包件9,示例项目,点位,points,3,个,,a.txt,1\n");
        try (TestServer server = new TestServer(data, DatabaseKind.H2)) {
            assertThat(run(file.toString())).isZero();

            assertThat(out.toString()).contains("项目\t1\t0\t0\t0");
            var ledger = server.graph().ledger();
            List<LedgerRecord> projects =
                    server.graph().database().read(tx -> ledger.records().ofType(tx, RecordType.PROJECT));
            assertThat(projects).hasSize(1);
        }
    }

    @Test
    void aRefusedFileEndsWithAnErrorAndSaysWhere() throws IOException {
        Path file = Files.writeString(
                desk.resolve("bad.csv"),
                "package,project_name,metric_zh,metric,value,unit,deployed_in,"
                        + "source_file,source_line\n包件9,示例项目,点位,points,三,个,,a.txt,1\n");

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("第 2 行，“value”列：应为数字，现为“三”。").contains("台账没有改动");
    }

    @Test
    void nothingToImportIsAWrongCall() {
        assertThat(run()).isEqualTo(2);
        assertThat(run(desk.resolve("missing.csv").toString())).isEqualTo(2);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("import", "--data", data.toString()));
        all.addAll(List.of(args));
        return new CommandLine(new AdminMain())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
