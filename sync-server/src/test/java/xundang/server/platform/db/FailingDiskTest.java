package xundang.server.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.server.platform.db.DatabaseException.Reason;

/** A disk that does not confirm a commit. */
class FailingDiskTest {
    @TempDir
    Path folder;

    private final AtomicBoolean failing = new AtomicBoolean();

    @Test
    void aCommitThatTheDiskDoesNotConfirmIsCalledUncertainNotLost() {
        try (ServerDatabase database = open(true)) {
            failing.set(true);
            assertThatThrownBy(() -> write(database, "a"))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.UNCERTAIN));
            assertThat(names(database)).isEqualTo(1);
        }
    }

    @Test
    void afterAnUnconfirmedCommitNothingIsWrittenUntilTheNextStart() {
        try (ServerDatabase database = open(true)) {
            failing.set(true);
            assertThatThrownBy(() -> write(database, "a")).isInstanceOf(DatabaseException.class);
            failing.set(false);
            assertThatThrownBy(() -> write(database, "b"))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            fault -> assertThat(fault.reason()).isEqualTo(Reason.UNCERTAIN));
        }
        try (ServerDatabase again = open(true)) {
            write(again, "c");
            assertThat(names(again)).isEqualTo(2);
        }
    }

    private ServerDatabase open(boolean mayCreate) {
        return ServerDatabase.open(new DatabaseSettings.H2File(folder.resolve("ledger"), mayCreate), connection -> {
            if (failing.get()) {
                throw new SQLException("disk error", "58030");
            }
        });
    }

    private static void write(ServerDatabase database, String name) {
        database.inTransaction(tx -> tx.dsl()
                .insertInto(DSL.table("ledger_info"))
                .columns(DSL.field("name", String.class), DSL.field("val", String.class))
                .values(name, "x")
                .execute());
    }

    private static int names(ServerDatabase database) {
        return database.read(tx -> tx.dsl().fetchCount(DSL.table("ledger_info")));
    }
}
