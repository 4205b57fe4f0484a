package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.sim.Violation.Invariant.A;
import static xundang.desktop.sync.sim.Violation.Invariant.E;
import static xundang.desktop.sync.sim.Violation.Invariant.G;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import xundang.desktop.platform.db.PowerCut;
import xundang.model.sync.OpStatus;
import xundang.server.platform.db.DatabaseSettings;
import xundang.server.platform.db.ServerDatabase;

/** Faults around the server's transactions: commits in another order, one that stays open, a power cut, a whole town that comes back. */
class WritersFaultTest extends SimFaults {
    private static final int LAPTOPS = Integer.getInteger("sim.laptops", 60);
    private static final int LAPTOPS_OF_A_SITE = 25;

    @Test
    @Keeps(fault = 7, value = E)
    void fault07_twoWritersThatCommitInTheReverseOrderHideNothingFromAReaderBetween() throws Exception {
        CountDownLatch firstHasWritten = new CountDownLatch(1);
        CountDownLatch readerHasRead = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> fleet.server.importingSlowly(
                        Edits.created(java.util.Map.of("code", "SLOW", "name", "机房慢")),
                        firstHasWritten,
                        readerHasRead));
        assertThat(firstHasWritten.await(10, TimeUnit.SECONDS)).isTrue();
        Thread second = Thread.ofVirtual().start(() -> fleet.site());
        // The one that began last may or may not be through by now; the reader takes what there is.
        fleet.oracle.audit(100);
        readerHasRead.countDown();
        first.join();
        second.join();
        fleet.settle();
    }

    @Test
    @Keeps(
            fault = 8,
            value = {E, G})
    void fault08_aTransactionThatStaysOpenHoldsUpOnlyWhatItHasLocked() throws SQLException {
        try (Connection forgotten = fleet.server.disk.getConnection()) {
            forgotten.setAutoCommit(false);
            try (PreparedStatement lock =
                    forgotten.prepareStatement("select * from device where device_id = ? for update")) {
                lock.setObject(1, inspector.enrolment().device().value());
                lock.executeQuery();
            }
            fleet.time.advance(java.time.Duration.ofHours(1));
            room(inspector, "waits");
            assertThat(inspector.round().fault()).isEqualTo("E-SYNC-103");
            at(second).patch(other, java.util.Map.of("room", "goes on"));
            assertThat(second.round().done()).isTrue();
            assertThat(ledger(other, "room")).isEqualTo("goes on");
            forgotten.rollback();
        }
        fleet.settle();
        assertThat(ledger("room")).isEqualTo("waits");
    }

    @Test
    @Keeps(fault = 3, value = A)
    void fault03_aPowerCutJustAfterTheAnswerTakesNothingThatWasAnswered() throws Exception {
        PowerCut.install();
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        try (ServerDatabase database = server(PowerCut.SCHEME, before)) {
            database.inTransaction(tx -> tx.dsl().execute("insert into ledger_info (name, val) values ('a', 'kept')"));
            PowerCut.image(before, after);
        }
        try (ServerDatabase database = server("", after)) {
            String kept = database.read(tx -> tx.dsl()
                    .fetchOne("select val from ledger_info where name = 'a'")
                    .get(0, String.class));
            assertThat(kept).isEqualTo("kept");
        }
    }

    /** The server's database in a folder, on the disk of that scheme. */
    private static ServerDatabase server(String scheme, Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + scheme + folder.resolve("ledger")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;REUSE_SPACE=FALSE");
        source.setUser("sa");
        source.setPassword("");
        return ServerDatabase.open(new DatabaseSettings.Given(source, true));
    }

    /**
     * Some dozens, or {@code -Dsim.laptops=N}; 5,000 against a real server process are a benchmark ({@code ./xundang bench fleet}). Each laptop
     * keeps what all of its site did, in a database in memory; so they are spread over sites, or memory would grow with the square of N.
     */
    @Test
    @Keeps(
            fault = 25,
            value = {G, A})
    void fault25_allLaptopsThatComeBackAtOnceAfterAnOutageAreServed() {
        UUID site = near;
        UUID inspected = asset;
        for (int i = 0; i < LAPTOPS; i++) {
            if (i > 0 && i % LAPTOPS_OF_A_SITE == 0) {
                site = fleet.site();
                inspected = fleet.asset(site);
            }
            SimClient laptop = fleet.join(xundang.model.account.Role.INSPECTOR, java.util.Set.of(site.toString()));
            laptop.round();
            at(laptop).inspect(inspected, List.of());
        }
        fleet.settle();
        assertThat(answered(OpStatus.APPLIED)).isEqualTo(LAPTOPS);
    }
}
