package xundang.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.account.Role;
import xundang.server.auth.LoginOutcome;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.TestServer;

/** The secret beside the database without which no password fits. */
class PepperTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeOnceAndOnlyTheServersAccountCanReadIt() throws Exception {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            server.person("li", Role.INSPECTOR);
            String pepper = Files.readString(folder.resolve("pepper"));
            assertThat(pepper).hasSizeGreaterThanOrEqualTo(43);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pepper"))))
                        .isEqualTo("rw-------");
            }
            server.restart();
            assertThat(Files.readString(folder.resolve("pepper"))).isEqualTo(pepper);
            assertThat(server.graph().accounts().login("li", TestServer.PASSWORD))
                    .isInstanceOf(LoginOutcome.Proved.class);
        }
    }

    @Test
    void aMissingOneIsNeverReplaced() throws Exception {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            server.close();
            Files.delete(folder.resolve("pepper"));
            assertThatThrownBy(server::start)
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("pepper 文件不见了");
            assertThat(folder.resolve("pepper")).doesNotExist();
        }
    }

    @Test
    void aForeignOneIsSaidToBeSo() throws Exception {
        try (TestServer server = new TestServer(folder, DatabaseKind.H2)) {
            server.close();
            Files.writeString(folder.resolve("pepper"), "x".repeat(43));
            assertThatThrownBy(server::start)
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("不是这个数据库的");
        }
    }
}
