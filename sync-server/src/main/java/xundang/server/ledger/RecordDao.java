package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.CloseableResultQuery;
import org.jooq.Param;
import org.jooq.impl.DSL;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.BulkInsert;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.LedgerRecordRecord;

/** Table {@code ledger_record}. */
public final class RecordDao {
    private static final int WORTH_A_LOOK = 8;
    /** Where the milliseconds stand in a UUIDv7. */
    private static final int TIME_SHIFT = 16;

    private static final TypeReference<LinkedHashMap<String, JsonNode>> FIELDS = new TypeReference<>() {};

    /** The record, tombstones included. */
    public Optional<LedgerRecord> find(Tx tx, RecordKey key) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.REC_TYPE.eq(key.type().name()))
                .and(LEDGER_RECORD.REC_ID.eq(key.id()))
                .fetchOptional(RecordDao::read);
    }

    /** As {@link #find(Tx, RecordKey)}; asks the tables only for what the transaction has not met yet. */
    Optional<LedgerRecord> find(Tx tx, RecordKey key, Batch batch) {
        return batch.knows(key) ? batch.known(key) : find(tx, key);
    }

    /**
     * Locks what exists of these, always in the same order, so that two writers cannot wait for each other. Returns all of them as they
     * are now, empty for those that do not exist.
     */
    Map<RecordKey, Optional<LedgerRecord>> lock(Tx tx, Collection<RecordKey> keys) {
        Map<RecordKey, Optional<LedgerRecord>> locked = new HashMap<>();
        Set<RecordKey> asked = new TreeSet<>(keys);
        for (RecordKey absent : surelyAbsent(tx, keys)) {
            locked.put(absent, Optional.empty());
            asked.remove(absent);
        }
        Param<String> type = DSL.param("type", LEDGER_RECORD.REC_TYPE);
        Param<UUID> id = DSL.param("id", LEDGER_RECORD.REC_ID);
        // One statement, prepared once: a list of ids would make H2 go through all records of the type.
        try (CloseableResultQuery<LedgerRecordRecord> one = tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.REC_TYPE.eq(type))
                .and(LEDGER_RECORD.REC_ID.eq(id))
                .forUpdate()
                .keepStatement(true)) {
            for (RecordKey key : asked) {
                locked.put(
                        key,
                        one.bind("type", key.type().name()).bind("id", key.id()).fetchOptional(RecordDao::read));
            }
        }
        return locked;
    }

    /**
     * Those of the keys of which one look into the index shows that there is no such record. New records have ids from about the same time,
     * so that few others, or none, lie between them; when there are many, nothing is said.
     */
    private static Set<RecordKey> surelyAbsent(Tx tx, Collection<RecordKey> keys) {
        Set<RecordKey> absent = new HashSet<>();
        Map<RecordType, List<RecordKey>> byType = keys.stream()
                // The databases compare ids as unsigned numbers, Java does not: of these the order is the same.
                .filter(key -> key.id().getMostSignificantBits() >= 0)
                .collect(Collectors.groupingBy(RecordKey::type));
        byType.forEach((type, some) -> {
            if (some.size() < WORTH_A_LOOK) {
                return;
            }
            LongSummaryStatistics times = some.stream()
                    .mapToLong(key -> key.id().getMostSignificantBits())
                    .summaryStatistics();
            Set<UUID> there = tx.dsl()
                    .select(LEDGER_RECORD.REC_ID)
                    .from(LEDGER_RECORD)
                    .where(LEDGER_RECORD.REC_TYPE.eq(type.name()))
                    .and(LEDGER_RECORD.REC_ID.between(new UUID(times.getMin(), 0), new UUID(times.getMax(), -1)))
                    .limit(some.size() + 1)
                    .fetchSet(LEDGER_RECORD.REC_ID);
            if (there.size() <= some.size()) {
                some.stream().filter(key -> !there.contains(key.id())).forEach(absent::add);
            }
        });
        return absent;
    }

    /** Records of one object: its inspections, photos, conflicts. */
    public List<LedgerRecord> ofAsset(Tx tx, UUID assetId) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.ASSET_ID.eq(assetId))
                .orderBy(LEDGER_RECORD.REC_TYPE, LEDGER_RECORD.REC_ID)
                .fetch(RecordDao::read);
    }

    /** Those of one type. */
    List<LedgerRecord> ofAsset(Tx tx, UUID assetId, RecordType type) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.ASSET_ID.eq(assetId))
                .and(LEDGER_RECORD.REC_TYPE.eq(type.name()))
                .orderBy(LEDGER_RECORD.REC_ID)
                .fetch(RecordDao::read);
    }

    /** As {@link #ofAsset(Tx, UUID)}, locked until the transaction ends. */
    List<LedgerRecord> lockOfAsset(Tx tx, UUID assetId) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.ASSET_ID.eq(assetId))
                .orderBy(LEDGER_RECORD.REC_TYPE, LEDGER_RECORD.REC_ID)
                .forUpdate()
                .fetch(RecordDao::read);
    }

    /** Living records of one type, in the order of their ids. */
    public List<LedgerRecord> ofType(Tx tx, RecordType type) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.REC_TYPE.eq(type.name()))
                .and(LEDGER_RECORD.DELETED.isFalse())
                .orderBy(LEDGER_RECORD.REC_ID)
                .fetch(RecordDao::read);
    }

    /**
     * Living records of one type whose ids were made between two moments, by the clock of whoever made them: a UUIDv7 begins with its time, so
     * that one look into the index finds them.
     */
    public List<LedgerRecord> madeBetween(Tx tx, RecordType type, Instant from, Instant to) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.REC_TYPE.eq(type.name()))
                .and(LEDGER_RECORD.REC_ID.between(
                        new UUID(from.toEpochMilli() << TIME_SHIFT, 0), new UUID(to.toEpochMilli() << TIME_SHIFT, -1)))
                .and(LEDGER_RECORD.DELETED.isFalse())
                .orderBy(LEDGER_RECORD.REC_ID)
                .fetch(RecordDao::read);
    }

    /** Writes new records. */
    void insert(Tx tx, List<NewRecord> records) {
        // Where the JSON is not known yet it is most of the work, and is made on all cores.
        BulkInsert.into(
                tx, LEDGER_RECORD, records.parallelStream().map(RecordDao::row).toList());
    }

    private static LedgerRecordRecord row(NewRecord added) {
        LedgerRecord record = added.record();
        String known = added.text();
        LedgerRecordRecord row = new LedgerRecordRecord();
        row.setRecType(record.key().type().name());
        row.setRecId(record.key().id());
        row.setScope(record.scope());
        row.setRev(record.rev());
        row.setDeleted(record.deleted());
        row.setAssetId(record.assetId());
        row.setFields(known == null ? JsonValues.text(record.fields()) : known);
        return row;
    }

    void update(Tx tx, LedgerRecord record) {
        tx.dsl()
                .update(LEDGER_RECORD)
                .set(LEDGER_RECORD.SCOPE, record.scope())
                .set(LEDGER_RECORD.REV, record.rev())
                .set(LEDGER_RECORD.DELETED, record.deleted())
                .set(LEDGER_RECORD.FIELDS, JsonValues.text(record.fields()))
                .where(LEDGER_RECORD.REC_TYPE.eq(record.key().type().name()))
                .and(LEDGER_RECORD.REC_ID.eq(record.key().id()))
                .execute();
    }

    /** Reads the stored JSON of a record's fields. */
    public static Map<String, JsonNode> fields(String json) {
        return ModelJson.mapper().readValue(json, FIELDS);
    }

    private static LedgerRecord read(LedgerRecordRecord row) {
        return new LedgerRecord(
                new RecordKey(new RecordType(row.getRecType()), row.getRecId()),
                row.getScope(),
                row.getRev(),
                row.getDeleted(),
                row.getAssetId(),
                fields(row.getFields()));
    }
}
