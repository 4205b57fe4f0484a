package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same fleets with the server on a real PostgreSQL; few in every build, more with {@code -Dsim.postgres.seeds=N}. */
class FleetOnPostgresTest {
    private static final int SEEDS = Integer.getInteger("sim.postgres.seeds", 5);

    @TempDir
    Path folder;

    @Test
    void everySeedKeepsEveryInvariantOnPostgresToo() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            Databases.Server storage = Databases.on(postgres.getPostgresDatabase(), false);
            try (AutoCloseableServer ignored = storage.database()::close) {
                Runs runs = new Runs(new Databases(), storage, folder);
                for (long seed = 1; seed <= SEEDS; seed++) {
                    long one = seed;
                    assertThatCode(() -> runs.run(one)).doesNotThrowAnyException();
                }
            }
        }
    }

    private interface AutoCloseableServer extends AutoCloseable {
        @Override
        void close();
    }
}
