package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.LedgerRecordRecord;

/** Table {@code ledger_record}. */
public final class RecordDao {
    private static final TypeReference<LinkedHashMap<String, JsonNode>> FIELDS = new TypeReference<>() {};

    /** The record, tombstones included. */
    public Optional<LedgerRecord> find(Tx tx, RecordKey key) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.REC_TYPE.eq(key.type().name()))
                .and(LEDGER_RECORD.REC_ID.eq(key.id()))
                .fetchOptional(RecordDao::read);
    }

    /** Locks what exists of these, always in the same order, so that two writers cannot wait for each other. */
    void lock(Tx tx, Collection<RecordKey> keys) {
        for (RecordKey key : new TreeSet<>(keys)) {
            tx.dsl()
                    .select(LEDGER_RECORD.REV)
                    .from(LEDGER_RECORD)
                    .where(LEDGER_RECORD.REC_TYPE.eq(key.type().name()))
                    .and(LEDGER_RECORD.REC_ID.eq(key.id()))
                    .forUpdate()
                    .fetch();
        }
    }

    /** Records of one object: its inspections, photos, conflicts. */
    public List<LedgerRecord> ofAsset(Tx tx, UUID assetId) {
        return tx.dsl()
                .selectFrom(LEDGER_RECORD)
                .where(LEDGER_RECORD.ASSET_ID.eq(assetId))
                .orderBy(LEDGER_RECORD.REC_TYPE, LEDGER_RECORD.REC_ID)
                .fetch(RecordDao::read);
    }

    /** As {@link #ofAsset}, locked until the transaction ends. */
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

    void insert(Tx tx, LedgerRecord record) {
        tx.dsl()
                .insertInto(LEDGER_RECORD)
                .set(LEDGER_RECORD.REC_TYPE, record.key().type().name())
                .set(LEDGER_RECORD.REC_ID, record.key().id())
                .set(LEDGER_RECORD.SCOPE, record.scope())
                .set(LEDGER_RECORD.REV, record.rev())
                .set(LEDGER_RECORD.DELETED, record.deleted())
                .set(LEDGER_RECORD.ASSET_ID, record.assetId())
                .set(LEDGER_RECORD.FIELDS, JsonValues.text(record.fields()))
                .execute();
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
