package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import xundang.model.sync.Change;
import xundang.model.sync.OpResult;
import xundang.model.sync.OpStatus;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** A database file that is not what it was: cut short, or older. */
class DamagedDatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 4096, 8192, 16_384})
    void aFileThatWasCutShortIsNeverTakenForANewLedger(int length) throws Exception {
        Path file = folder.resolve("ledger.mv.db");
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            server.manager();
            server.close();
            byte[] cut = Arrays.copyOf(Files.readAllBytes(file), length);
            Files.write(file, cut);

            assertThatThrownBy(server::start)
                    .isInstanceOf(StartupException.class)
                    .hasMessageContainingAll("数据库文件损坏", "没有改动", "从备份恢复");
            assertThat(Files.readAllBytes(file)).isEqualTo(cut);
        }
    }

    @Test
    void anOlderDatabaseStartsOnlyAfterTheOperatorHasConfirmedIt() throws Exception {
        Path file = folder.resolve("ledger.mv.db");
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            Laptop laptop = server.manager();
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            server.close();
            byte[] backup = Files.readAllBytes(file);
            server.start();
            laptop.hello();
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            laptop.pull();
            server.close();
            Files.write(file, backup);

            assertThatThrownBy(server::start)
                    .isInstanceOf(StartupException.class)
                    .hasMessageContainingAll("上次到第 2 号变更", "只到第 1 号", "accept-restored");
            assertThat(acceptRestored()).contains("已确认");
            server.start();

            assertThat(laptop.get("/v1/sync/changes?cursor=" + laptop.cursor)
                            .expect(409)
                            .problemName())
                    .isEqualTo("resync");
            server.restart();
            assertThat(laptop.hello().lastOpSeqSeen()).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseOfAnotherHistoryDoesNotStartSilently(@TempDir Path other) throws Exception {
        try (TestServer elsewhere = new TestServer(other, DatabaseKind.H2)) {
            ServerGraph graph = elsewhere.graph();
            graph.database().inTransaction(tx -> {
                graph.ledger().beginHistory(tx, elsewhere.ids.next());
                return true;
            });
        }
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            server.close();
            Files.write(folder.resolve("ledger.mv.db"), Files.readAllBytes(other.resolve("ledger.mv.db")));
            Files.write(folder.resolve("pepper"), Files.readAllBytes(other.resolve("pepper")));

            assertThatThrownBy(server::start).hasMessageContaining("不是这个文件夹上次使用的那一个");
        }
    }

    @Test
    void anUpToDateDatabaseNeedsNoConfirmation() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            Laptop laptop = server.manager();
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            List<Change> before = laptop.pull();
            server.close();

            assertThat(acceptRestored()).contains("不需要确认");
            server.start();

            laptop.hello();
            assertThat(laptop.pull()).isEmpty();
            assertThat(before).hasSize(1);
            OpResult next =
                    laptop.push(laptop.createAsset(server.ids.next(), Map.of())).getFirst();
            assertThat(next.status()).isEqualTo(OpStatus.APPLIED);
        }
    }

    private String acceptRestored() {
        StringWriter printed = new StringWriter();
        new CommandLine(new AdminMain())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute("accept-restored", "--data", folder.toString());
        return printed.toString();
    }
}
