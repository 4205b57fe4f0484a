package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import xundang.model.sync.Change;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.Paths;
import xundang.server.admin.AdminCommand;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** A backup is whole, says so to the laptops, and comes back; what was done since comes back from them. */
class BackupTest {
    @TempDir
    Path folder;

    private String run(String... args) {
        StringWriter printed = new StringWriter();
        int exit = new CommandLine(new AdminMain())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(args);
        return exit + " " + printed;
    }

    /** Stops the server, loses its data and puts the backup back, and beside it the pepper, which is kept elsewhere. */
    private String restore(TestServer server, Path backup) throws Exception {
        server.close();
        Path data = folder.resolve("data");
        Path lost = folder.resolve("lost");
        Files.move(data, lost);
        String said = run("restore", backup.toString(), "--data", data.toString());
        Files.copy(lost.resolve("pepper"), data.resolve("pepper"));
        server.start();
        return said;
    }

    @Test
    void aRestoredServerAsksForWhatItLostAndGetsItOnce() throws Exception {
        Path backup = folder.resolve("backup");
        try (TestServer server = new TestServer(folder.resolve("data"), DatabaseKind.H2)) {
            Laptop laptop = server.manager();
            Op kept = laptop.createAsset(server.ids.next(), Map.of());
            laptop.push(kept);
            assertThat(laptop.hello().backedUpOpSeq()).isZero();
            assertThat(run(
                            "backup",
                            backup.toString(),
                            "--data",
                            folder.resolve("data").toString()))
                    .startsWith("0 ")
                    .contains("备份完成");
            assertThat(laptop.hello().backedUpOpSeq()).isEqualTo(1);
            Op lost = laptop.createAsset(server.ids.next(), Map.of());
            laptop.push(lost);
            String cursor = laptop.page("", 10).cursor().token();
            assertThat(restore(server, backup)).startsWith("0 ");
            assertThat(laptop.hello().lastOpSeqSeen()).isEqualTo(1);
            assertThat(laptop.get(Paths.CHANGES + "?cursor=" + cursor)
                            .expect(409)
                            .problemName())
                    .isEqualTo("resync");
            assertThat(laptop.push(kept, lost).getLast().status()).isEqualTo(OpStatus.APPLIED);
            laptop.cursor = "";
            assertThat(laptop.pull()).extracting(Change::id).containsExactly(kept.recId(), lost.recId());
        }
    }

    @Test
    void aRestoredServerThatHasGrownPastTheOldPositionIsStillNoticed() throws Exception {
        Path backup = folder.resolve("backup");
        try (TestServer server = new TestServer(folder.resolve("data"), DatabaseKind.H2)) {
            Laptop laptop = server.manager();
            Laptop other = server.laptop("manager");
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            run("backup", backup.toString(), "--data", folder.resolve("data").toString());
            Op lost = laptop.createAsset(server.ids.next(), Map.of());
            laptop.push(lost);
            String cursor = laptop.page("", 10).cursor().token();
            restore(server, backup);
            other.hello();
            for (int i = 0; i < 3; i++) {
                other.push(other.createAsset(server.ids.next(), Map.of()));
            }
            assertThat(laptop.get(Paths.CHANGES + "?cursor=" + cursor)
                            .expect(409)
                            .problemName())
                    .isEqualTo("resync");
            laptop.hello();
            laptop.push(lost);
            assertThat(laptop.snapshot("", 100).records()).hasSize(5);
        }
    }

    @Test
    void aBackupThatWasTamperedWithIsNotRestored() throws Exception {
        Path backup = folder.resolve("backup");
        Path data = folder.resolve("data");
        try (TestServer server = new TestServer(data, DatabaseKind.H2)) {
            server.manager();
            run("backup", backup.toString(), "--data", data.toString());
        }
        assertThat(run("restore", backup.toString(), "--data", data.toString()))
                .startsWith("1 ")
                .contains("不是空的");
        byte[] bytes = Files.readAllBytes(backup.resolve("ledger.mv.db"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup.resolve("ledger.mv.db"), bytes);
        Path fresh = folder.resolve("fresh");
        assertThat(run("restore", backup.toString(), "--data", fresh.toString()))
                .startsWith("1 ")
                .contains("与清单不符");
        assertThat(fresh.resolve("ledger.mv.db")).doesNotExist();
        Files.delete(backup.resolve("manifest.json"));
        assertThat(run("restore", backup.toString(), "--data", fresh.toString()))
                .startsWith("1 ")
                .contains("没有完整的备份");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aBackupByOtherMeansCountsWhatWasThereWhenItBegan(DatabaseKind kind) {
        try (TestServer server = new TestServer(folder.resolve("data"), kind)) {
            Laptop laptop = server.manager();
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            assertThat(server.graph()
                            .admin()
                            .run(new AdminCommand.MarkBackup(false))
                            .done())
                    .isTrue();
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            assertThat(laptop.hello().backedUpOpSeq()).isZero();
            server.graph().admin().run(new AdminCommand.MarkBackup(true));
            assertThat(laptop.hello().backedUpOpSeq()).isEqualTo(1);
        }
    }

    @Test
    void onPostgresTheWayIsNamed() {
        try (TestServer server = new TestServer(folder.resolve("data"), DatabaseKind.POSTGRESQL)) {
            var reply = server.graph()
                    .admin()
                    .run(new AdminCommand.Backup(folder.resolve("b").toString()));
            assertThat(reply.done()).isFalse();
            assertThat(reply.text()).contains("pg_dump");
            assertThat(List.of(folder.resolve("b"))).noneMatch(Files::exists);
        }
    }
}
