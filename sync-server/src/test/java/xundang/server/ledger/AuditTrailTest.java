package xundang.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

/** The chain of the audit shows what was done to it. */
class AuditTrailTest {
    @TempDir
    Path folder;

    @Test
    void anUntouchedChainIsWhole() {
        try (TestServer server = filled()) {
            AuditTrail.Verification result = verify(server);
            assertThat(result.brokenAt()).isEmpty();
            assertThat(result.lines()).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit where seq = 3",
                "delete from audit where seq = (select max(seq) from audit)",
                "update audit set outcome = 'noop' where seq = 2",
                "update audit set account_id = null where seq = 2",
                "update audit set made_at = made_at - interval '1' second where seq = 2",
                "update audit set seq = case seq when 2 then 3 else 2 end where seq in (2, 3)"
            })
    void aDeletionEditOrSwapIsFound(String sql) throws Exception {
        try (TestServer server = filled()) {
            server.close();
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:h2:file:" + folder.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                            "sa",
                            "");
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(sql)).isPositive();
            }
            server.start();
            assertThat(verify(server).brokenAt()).isPresent();
        }
    }

    private TestServer filled() {
        TestServer server = new TestServer(folder, DatabaseKind.H2);
        Laptop laptop = server.manager();
        laptop.push(laptop.createAsset(server.ids.next(), Map.of()), laptop.createAsset(server.ids.next(), Map.of()));
        return server;
    }

    private static AuditTrail.Verification verify(TestServer server) {
        return server.graph()
                .database()
                .read(tx -> server.graph().ledger().audit().verify(tx));
    }
}
