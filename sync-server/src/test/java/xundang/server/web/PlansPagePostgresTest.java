package xundang.server.web;

import xundang.server.testing.DatabaseKind;

/** The same on PostgreSQL: ids are compared as they are made. */
class PlansPagePostgresTest extends PlansPageTest {
    @Override
    DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }
}
