package xundang.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The two databases that the server runs on. PostgreSQL is started once and gives each test a database of its own. */
public enum DatabaseKind {
    H2 {
        @Override
        public Optional<String> freshUrl() {
            return Optional.empty();
        }
    },
    POSTGRESQL {
        @Override
        public Optional<String> freshUrl() {
            return Optional.of(Postgres.freshDatabase());
        }
    };

    /** Address of an empty database; none: an H2 file in the data folder. */
    public abstract Optional<String> freshUrl();

    private static final class Postgres {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String freshDatabase() {
            String name = "ledger" + COUNT.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
