package xundang.server.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import xundang.server.platform.db.DatabaseSettings;
import xundang.server.platform.db.ServerDatabase;

/**
 * The two databases that the server runs on. PostgreSQL is started once and gives each test a database of its own, a copy of
 * one that the migrations were run on.
 */
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

    /** Address of a database without rows; none: an H2 file in the data folder. */
    public abstract Optional<String> freshUrl();

    private static final class Postgres {
        private static final AtomicInteger COUNT = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();
        private static final String MIGRATED = migrated();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String migrated() {
            String name = "migrated";
            execute("create database " + name);
            ServerDatabase.open(new DatabaseSettings.Postgres(url(name))).close();
            return name;
        }

        private static String freshDatabase() {
            String name = "ledger" + COUNT.incrementAndGet();
            execute("create database " + name + " template " + MIGRATED);
            return url(name);
        }

        private static String url(String database) {
            return SERVER.getJdbcUrl("postgres", database);
        }

        private static void execute(String sql) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
