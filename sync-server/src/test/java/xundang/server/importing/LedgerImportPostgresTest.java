package xundang.server.importing;

import xundang.server.platform.db.DatabaseSettings;
import xundang.server.testing.DatabaseKind;

/** The same on PostgreSQL; each test has a database of its own. */
class LedgerImportPostgresTest extends LedgerImportTest {
    @Override
    DatabaseSettings settings() {
        return new DatabaseSettings.Postgres(DatabaseKind.POSTGRESQL.freshUrl().orElseThrow());
    }
}
