package xundang.server.platform.db;

import java.nio.file.Path;

/** Which database holds the ledger. */
public sealed interface DatabaseSettings {
    /**
     * An H2 file in the data folder: the default.
     *
     * @param mayCreate false once this folder has had a database: a missing file is then a fault, never a reason for an empty new one
     */
    record H2File(Path file, boolean mayCreate) implements DatabaseSettings {
        public H2File {
            if (file.toString().contains(";")) {
                throw new IllegalArgumentException("a semicolon in the path would be read as a database option");
            }
        }
    }

    /** A PostgreSQL server. The URL may hold user and password; it is never logged. */
    record Postgres(String url) implements DatabaseSettings {
        public Postgres {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("not a jdbc:postgresql: URL");
            }
        }

        @Override
        public String toString() {
            return "Postgres";
        }
    }
}
