package xundang.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.desktop.sync.TestLedger.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xundang.desktop.platform.db.Tx;
import xundang.model.json.ModelJson;
import xundang.model.sync.Limits;
import xundang.model.sync.Op;

/** Servers and laptops that come back from the past. */
class RecoverySyncTest {
    private static final StopSign GO = RecordsSyncTest.sign(false);

    @TempDir
    Path temp;

    private final ScriptedServer server = new ScriptedServer();
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(temp.resolve("ledger"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void done() {
        done(ledger);
    }

    private void done(TestLedger laptop) {
        assertThat(laptop.engine(server).round(GO)).isInstanceOf(RoundOutcome.Done.class);
    }

    private void queued(TestLedger laptop, long record) {
        laptop.queue(laptop.op("inspection.create", record, set("verdict", null, "normal")));
    }

    @Test
    void aServerRestoredAndGrownPastTheOldHeadGetsBackWhatItLostAndThisLaptopMade() {
        LongStream.rangeClosed(1, 3).forEach(record -> queued(ledger, record));
        done();
        server.restoreWithout("inspection", 2);
        server.restoreWithout("inspection", 3);
        LongStream.rangeClosed(11, 20).forEach(asset -> server.put("asset", asset, "name", "新增", 1));
        assertThat(server.lastOpSeqSeen).as("its numbers give nothing away").isEqualTo(3);
        done();
        assertThat(server.applied).hasSize(3);
        assertThat(ledger.seen("inspection", 2)).contains(Map.of("verdict", "normal"));
        assertThat(ledger.seen("inspection", 3)).contains(Map.of("verdict", "normal"));
        assertThat(ledger.seen("asset", 20)).isPresent();
        assertThat(ledger.stateOf(3)).isEqualTo(RecordSyncState.HELD_BY_SERVER);
    }

    @Test
    void aServerWithAnotherEpochIsOfferedEverythingAndAppliesNothingTwice() {
        LongStream.rangeClosed(1, 3).forEach(record -> queued(ledger, record));
        done();
        server.epoch = new UUID(2, 2);
        done();
        assertThat(server.pushes.getLast().ops()).hasSize(3);
        assertThat(server.applied.values()).containsOnly(1);
        done();
        assertThat(server.pushes).as("offered once per epoch").hasSize(2);
    }

    @Test
    void afterARestoreTheServerIsAskedAboutEveryPictureAgain() {
        ledger.queue(ledger.photo(1, new byte[] {1, 2, 3}));
        queued(ledger, 2);
        done();
        server.lastOpSeqSeen = 1;
        server.stored.clear();
        done();
        assertThat(server.stored)
                .as("its op was in the backup, its bytes were not")
                .hasSize(1);
    }

    @Test
    void aChangeOfSitesIsNoReasonToOfferEverything() {
        queued(ledger, 1);
        done();
        server.scopes = List.of("*", TestLedger.SITE, new UUID(9, 9).toString());
        done();
        assertThat(server.pushes).hasSize(1);
        assertThat(ledger.seen("inspection", 1)).isPresent();
    }

    @Test
    void theBackupMarkIsWhatTheServerSaidAndNoMore() {
        server.backedUpOpSeq = 7;
        done();
        assertThat(ledger.<Long>read(tx -> ledger.stores.marks().backedUpOpSeq(tx, TestLedger.ZHANG)))
                .isEqualTo(7);
        server.epoch = new UUID(2, 2);
        server.backedUpOpSeq = 3;
        done();
        assertThat(ledger.<Long>read(tx -> ledger.stores.marks().backedUpOpSeq(tx, TestLedger.ZHANG)))
                .isEqualTo(3);
    }

    @Test
    void twoCopiesOfOneLaptopBothWorkAndNothingIsLostOrDoubled() throws IOException {
        queued(ledger, 1);
        done();
        ledger.queue(ledger.op("asset.patch", 50, set("room", "B1", "B2")));
        try (TestLedger copy = copyOf(ledger)) {
            ledger.queue(ledger.op("asset.patch", 50, set("keeper", "甲", "乙")));
            copy.queue(copy.op("asset.patch", 50, set("u", "1", "2")));
            for (long i = 0; i < 6; i++) {
                queued(ledger, 100 + i);
                queued(copy, 200 + i);
                done(i % 2 == 0 ? ledger : copy);
                done(i % 2 == 0 ? copy : ledger);
            }
            done(ledger);
            done(copy);
            assertThat(server.applied.values()).containsOnly(1);
            for (long i = 0; i < 6; i++) {
                assertThat(server.living("inspection", 100 + i)).isPresent();
                assertThat(server.living("inspection", 200 + i)).isPresent();
                assertThat(copy.seen("inspection", 100 + i)).isPresent();
                assertThat(ledger.seen("inspection", 200 + i)).isPresent();
            }
            assertThat(server.living("asset", 50)).contains(Map.of("room", "B2", "keeper", "乙", "u", "2"));
            assertThat(ledger.<Integer>read(tx -> ledger.stores.sends().open(tx)))
                    .isZero();
            assertThat(copy.<Integer>read(tx -> copy.stores.sends().open(tx))).isZero();
        }
    }

    @Test
    void aCopyWhoseServerIsRestoredStillGetsItsOwnOpsBack() throws IOException {
        queued(ledger, 1);
        done();
        try (TestLedger copy = copyOf(ledger)) {
            queued(ledger, 2);
            done(ledger);
            queued(copy, 3);
            done(copy);
            server.restoreWithout("inspection", 2);
            server.restoreWithout("inspection", 3);
            server.lastOpSeqSeen = 1;
            done(copy);
            done(ledger);
            assertThat(server.living("inspection", 2)).isPresent();
            assertThat(server.living("inspection", 3)).isPresent();
        }
    }

    @Test
    void aLaptopRestoredFromItsImageGoesOnBehindItsOwnNumbers() throws IOException {
        queued(ledger, 1);
        done();
        Path image = temp.resolve("image");
        copy(ledger.folder.root(), image);
        queued(ledger, 2);
        done();
        ledger.close();
        ledger = new TestLedger(image);
        ledger.opIds++;
        queued(ledger, 3);
        done();
        assertThat(server.pushes.getLast().ops()).extracting(Op::opSeq).containsExactly(3L);
        assertThat(ledger.seen("inspection", 2)).as("came back with the feed").isPresent();
        assertThat(server.applied.values()).containsOnly(1).hasSize(3);
    }

    @Test
    void aHalfSentOutboxGoesOnUnchangedAfterAnUpgradeOfTheProgram() throws IOException {
        LongStream.rangeClosed(1, 4).forEach(record -> queued(ledger, record));
        server.limits = new Limits(2, 512 * 1024, 2000);
        server.onPush = () -> server.failBefore("push", new SyncFault.NoAnswer(false));
        ledger.engine(server).round(GO);
        String body = "{\"opId\":\"01900000-0001-7000-0000-0000000000aa\",\"opSeq\":0,\"kind\":\"asset.patch\",\"v\":1,"
                + "\"recType\":\"asset\",\"recId\":\"01900000-0002-7000-0000-000000000009\",\"baseRev\":0,"
                + "\"set\":{\"attr.load_pct\":{\"from\":null,\"to\":1.50}},\"at\":\"2026-11-20T08:01:02+01:00\","
                + "\"clockOffsetMs\":-3600000,\"userId\":\"" + TestLedger.ZHANG + "\"}";
        ledger.database.inTransaction(tx -> asTheFirstVersionLeftIt(tx, body));
        ledger.reopen();
        server.onPush = () -> {};
        done();
        assertThat(ledger.<Integer>read(tx -> ledger.stores.sends().open(tx))).isZero();
        assertThat(server.applied.values()).containsOnly(1).hasSize(5);
        Op sent = server.pushes.stream()
                .flatMap(push -> push.ops().stream())
                .filter(op -> op.opId().getLeastSignificantBits() == 0xaa)
                .findFirst()
                .orElseThrow();
        assertThat(ModelJson.mapper().writeValueAsString(sent))
                .isEqualTo(body.replace("\"opSeq\":0", "\"opSeq\":" + sent.opSeq()));
    }

    private static boolean asTheFirstVersionLeftIt(Tx tx, String body) {
        tx.dsl()
                .query(
                        "insert into outbox (op_id, rec_type, rec_id, subject, user_id, body, state, made_at) values"
                                + " (?, 'asset', ?, ?, ?, ?, 'frozen', current_timestamp)",
                        UUID.fromString("01900000-0001-7000-0000-0000000000aa"),
                        TestLedger.id(9),
                        TestLedger.id(9),
                        TestLedger.ZHANG.value(),
                        body)
                .execute();
        for (String table : List.of(
                "scope_held",
                "scope_lost",
                "picture_purge",
                "exported",
                "discarded",
                "desk_decision",
                "conflict",
                "round_mark",
                "round_share",
                "inspection_addendum")) {
            tx.dsl().query("drop table " + table).execute();
        }
        tx.dsl().query("drop index inspection_form").execute();
        for (String column : List.of("plan_id", "slot", "clock_offset_ms")) {
            tx.dsl().query("alter table inspection drop column " + column).execute();
        }
        for (String column : List.of("room", "grade", "round_place", "serves_from", "serves_until")) {
            tx.dsl().query("alter table asset drop column " + column).execute();
        }
        tx.dsl().query("alter table outbox drop column answered_at").execute();
        tx.dsl().query("alter table upload drop column stored_at").execute();
        tx.dsl()
                .query("delete from \"flyway_schema_history\" where \"version\" > '1'")
                .execute();
        return true;
    }

    /** Both are alive afterwards; op ids are drawn by chance in life, so the copy gets another range here. */
    private TestLedger copyOf(TestLedger laptop) throws IOException {
        laptop.database.close();
        Path target = temp.resolve("copy");
        copy(laptop.folder.root(), target);
        laptop.reopen();
        TestLedger copy = new TestLedger(target);
        copy.opIds = laptop.opIds + 1;
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
