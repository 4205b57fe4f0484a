package xundang.server.ledger;

import xundang.server.testing.DatabaseKind;

/** The same on PostgreSQL. */
class RoundRecordsPostgresTest extends RoundRecordsTest {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
