package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import xundang.model.account.Role;
import xundang.model.id.Uuid7Source;
import xundang.server.admin.AdminCommand;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.MovableClock;
import xundang.server.testing.TestServer;

/** Starting, stopping, and the administrator's commands. */
class StartTest {
    @TempDir
    Path folder;

    @Test
    void aRestartKeepsEverything() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            Laptop laptop = server.manager();
            laptop.push(laptop.createAsset(server.ids.next(), Map.of()));
            String before = laptop.page("", 10).cursor().token();
            server.restart();
            assertThat(laptop.page("", 10).cursor().token()).isEqualTo(before);
        }
    }

    @Test
    void aFolderThatIsInUseIsSaidToBeSo() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            assertThatThrownBy(() -> XundangServer.start(server.config(), server.clock, server.ids))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("正由另一个服务器进程使用");
        }
    }

    @Test
    void aMissingDatabaseFileIsNeverReplacedByAnEmptyOne() throws Exception {
        ServerConfig config;
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            config = server.config();
        }
        Files.delete(folder.resolve("ledger.mv.db"));
        assertThatThrownBy(() -> start(config))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("不见了");
        assertThat(folder.resolve("ledger.mv.db")).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidToBeSo() throws Exception {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> start(ServerConfig.of(file).withPort(0)))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("是一个文件");
    }

    @Test
    void aTakenPortIsSaidToBeSoAndTheFolderIsFreeAgain() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServerConfig config = ServerConfig.of(folder).withPort(taken.getLocalPort());
            assertThatThrownBy(() -> start(config))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("端口");
        }
        new TestServer(folder, DatabaseKind.H2).close();
    }

    @Test
    void theSetupCodeMakesExactlyOneAdministrator() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            String code = server.running().setupCode().orElseThrow();
            assertThat(first(server, "0000-0000-0000", "root1")).isFalse();
            assertThat(first(server, code, "root1")).isTrue();
            assertThat(first(server, code, "root2")).isFalse();
            assertThat(server.graph().accounts().find("root1").orElseThrow().role())
                    .isEqualTo(Role.ADMINISTRATOR);
            server.restart();
            assertThat(server.running().setupCode()).isEmpty();
        }
    }

    @Test
    void commandsWorkWhileTheServerRunsAndWhileItDoesNot() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            server.person("li", Role.INSPECTOR, "*");
            assertThat(admin("enrol-code", "li")).startsWith("0 ").containsPattern("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
        }
        assertThat(admin("enrol-code", "li")).startsWith("0 ");
        assertThat(admin("enrol-code", "nobody")).startsWith("1 ").contains("没有登录名");
        assertThat(admin("audit", "verify")).startsWith("0 ").contains("审计记录完整");
        assertThat(admin("device", "revoke", "01900000-0000-7000-8000-000000000000"))
                .startsWith("1 ");
    }

    @Test
    void aWeakPasswordAndATakenNameAreRefusedWithAReason() {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            assertThat(server.graph()
                            .admin()
                            .run(new AdminCommand.AddUser("li", "李", "inspector", "short", Set.of()))
                            .text())
                    .contains("密码须为");
            server.person("li", Role.INSPECTOR);
            assertThat(server.graph()
                            .admin()
                            .run(new AdminCommand.AddUser("li", "李", "inspector", TestServer.PASSWORD, Set.of()))
                            .text())
                    .contains("已有人使用");
            assertThat(server.graph()
                            .admin()
                            .run(new AdminCommand.AddUser("wang", "王", "boss", TestServer.PASSWORD, Set.of()))
                            .text())
                    .contains("没有“boss”这个角色");
        }
    }

    @Test
    void laterSettingsWinOverEarlierOnes() throws Exception {
        Path file = Files.writeString(
                folder.resolve("s.toml"), "# 配置\nport = 1\nhost = \"0.0.0.0\" # 全部\npoll_after_s = 5\n");
        ServerOptions options = new ServerOptions();
        options.config = file;
        ServerConfig config =
                options.resolve(Map.of("XUNDANG_PORT", "2", "XUNDANG_POLL_AFTER_S", "6"), Map.of("port", "3"));
        assertThat(config.port()).isEqualTo(3);
        assertThat(config.pollAfterS()).isEqualTo(6);
        assertThat(config.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("s.toml"), "port = 1\nprot = 2\n");
        ServerOptions options = new ServerOptions();
        options.config = file;
        assertThatThrownBy(() -> options.resolve(Map.of(), Map.of()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("第 2 行");
    }

    private boolean first(TestServer server, String code, String login) {
        return server.graph()
                .admin()
                .run(new AdminCommand.FirstUser(code, login, "管理者", TestServer.PASSWORD))
                .done();
    }

    private static void start(ServerConfig config) {
        MovableClock clock = new MovableClock();
        XundangServer.start(config, clock, new Uuid7Source(clock, new Random(1)))
                .close();
    }

    /** Exit code and everything printed. */
    private String admin(String... args) {
        StringWriter printed = new StringWriter();
        String[] all = Stream.concat(Arrays.stream(args), Stream.of("--data", folder.toString()))
                .toArray(String[]::new);
        int exit = new CommandLine(new AdminMain())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(all);
        return exit + " " + printed;
    }
}
