package xundang.desktop.platform.db;

import static xundang.desktop.platform.db.generated.Tables.REC_LOCAL;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.files.DataFolder;

/** A ledger of numbered notes: the smallest feature that can stand on the local database. */
final class Notes {
    static final String TYPE = "test.note";
    static final String MARKER = "明文标记PLAINTEXTMARKER";
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T01:00:00Z"));

    private Notes() {}

    static DataKey key() {
        byte[] bytes = new byte[DataKey.LENGTH];
        Arrays.fill(bytes, (byte) 7);
        return new DataKey(bytes, new SecureRandom());
    }

    static LedgerFiles files(DataFolder folder) {
        return new LedgerFiles(folder, key(), CLOCK, "file:", JournalFiles.ChannelOpener.PLAIN);
    }

    static H2LocalDatabase open(DataFolder folder) {
        return open(files(folder));
    }

    static H2LocalDatabase open(LedgerFiles files) {
        return switch (H2LocalDatabase.open(files)) {
            case H2LocalDatabase.Opening.Opened opened -> {
                H2LocalDatabase database = opened.database();
                database.register(TYPE, Notes::apply);
                database.recover();
                yield database;
            }
            case H2LocalDatabase.Opening.Newer newer -> throw new AssertionError("newer");
        };
    }

    static UUID subject(long number) {
        return new UUID(1, number);
    }

    static LocalChange note(long number) {
        return new LocalChange(
                TYPE,
                subject(number),
                JsonNodeFactory.instance.objectNode().put("number", number).put("text", MARKER + number));
    }

    /** Refuses negative numbers, as a real applier refuses what breaks a constraint: after having written something. */
    private static void apply(Tx tx, LocalChange change) {
        long number = change.body().get("number").asLong();
        tx.dsl()
                .insertInto(REC_LOCAL, REC_LOCAL.REC_TYPE, REC_LOCAL.REC_ID, REC_LOCAL.FIELDS)
                .values("note", new UUID(0, Math.abs(number)), change.body().toString())
                .execute();
        if (number < 0) {
            throw new IllegalArgumentException("refused");
        }
    }

    static List<Long> numbers(LocalDatabase database) {
        return database.read(tx -> tx.dsl()
                .select(REC_LOCAL.REC_ID)
                .from(REC_LOCAL)
                .orderBy(REC_LOCAL.REC_ID)
                .fetch(r -> r.value1().getLeastSignificantBits()));
    }
}
