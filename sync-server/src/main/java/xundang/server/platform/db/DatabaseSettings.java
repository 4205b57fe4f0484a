package xundang.server.platform.db;

import java.nio.file.Path;
import javax.sql.DataSource;

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

    /**
     * A database that somebody else opens and keeps: one in memory, or one with faults between the server and its disk.
     *
     * @param h2 which of the two dialects it speaks; it must have been opened with the same modes as {@link H2File}
     */
    record Given(DataSource source, boolean h2) implements DatabaseSettings {}
}
