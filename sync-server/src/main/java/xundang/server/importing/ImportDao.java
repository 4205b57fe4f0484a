package xundang.server.importing;

import static xundang.server.platform.db.generated.Tables.IMPORT_ITEM;
import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;
import static xundang.server.platform.db.generated.Tables.NUMBER_COUNTER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;
import xundang.server.ledger.RecordDao;
import xundang.server.platform.db.Tx;

/** Tables {@code import_item} and {@code number_counter}. */
final class ImportDao {
    /**
     * What a record was last imported as.
     *
     * @param sourceName the file it came from last
     */
    record Item(UUID recordId, Map<String, JsonNode> fields, String sourceName) {}

    /** Import keys of that type that came from that file last, in order, with the record's last imported name. */
    Map<String, String> keysOf(Tx tx, String sourceName, RecordType type) {
        Map<String, String> names = new LinkedHashMap<>();
        tx.dsl()
                .selectFrom(IMPORT_ITEM)
                .where(IMPORT_ITEM.SOURCE_NAME.eq(sourceName))
                .and(IMPORT_ITEM.REC_TYPE.eq(type.name()))
                .orderBy(IMPORT_ITEM.IMPORT_KEY)
                .forEach(row -> {
                    JsonNode name = RecordDao.fields(row.getFields()).get("name");
                    names.put(row.getImportKey(), name == null ? "" : name.asString(""));
                });
        return names;
    }

    Optional<Item> find(Tx tx, String importKey) {
        return tx.dsl()
                .selectFrom(IMPORT_ITEM)
                .where(IMPORT_ITEM.IMPORT_KEY.eq(importKey))
                .fetchOptional(row -> new Item(row.getRecId(), RecordDao.fields(row.getFields()), row.getSourceName()));
    }

    void insert(Tx tx, PlannedRecord planned, Item item) {
        tx.dsl()
                .insertInto(IMPORT_ITEM)
                .set(IMPORT_ITEM.IMPORT_KEY, planned.importKey())
                .set(IMPORT_ITEM.REC_TYPE, planned.type().name())
                .set(IMPORT_ITEM.REC_ID, item.recordId())
                .set(IMPORT_ITEM.FIELDS, json(item))
                .set(IMPORT_ITEM.SOURCE_NAME, item.sourceName())
                .execute();
    }

    void update(Tx tx, PlannedRecord planned, Item item) {
        tx.dsl()
                .update(IMPORT_ITEM)
                .set(IMPORT_ITEM.FIELDS, json(item))
                .set(IMPORT_ITEM.SOURCE_NAME, item.sourceName())
                .where(IMPORT_ITEM.IMPORT_KEY.eq(planned.importKey()))
                .execute();
    }

    /** The fields of all records of a type, deleted ones included: their numbers are used up too. */
    List<Map<String, JsonNode>> everUsed(Tx tx, RecordType type) {
        return tx.dsl()
                .select(LEDGER_RECORD.FIELDS)
                .from(LEDGER_RECORD)
                .where(LEDGER_RECORD.REC_TYPE.eq(type.name()))
                .fetch(row -> RecordDao.fields(row.value1()));
    }

    /** Highest number given out under a prefix, 0 if none; the counter stays locked until the transaction ends. */
    int lockCounter(Tx tx, String prefix) {
        return tx.dsl()
                .select(NUMBER_COUNTER.LAST_NUMBER)
                .from(NUMBER_COUNTER)
                .where(NUMBER_COUNTER.PREFIX.eq(prefix))
                .forUpdate()
                .fetchOptional(NUMBER_COUNTER.LAST_NUMBER)
                .orElse(0);
    }

    void saveCounter(Tx tx, String prefix, int last) {
        int updated = tx.dsl()
                .update(NUMBER_COUNTER)
                .set(NUMBER_COUNTER.LAST_NUMBER, last)
                .where(NUMBER_COUNTER.PREFIX.eq(prefix))
                .execute();
        if (updated == 0) {
            tx.dsl()
                    .insertInto(NUMBER_COUNTER)
                    .set(NUMBER_COUNTER.PREFIX, prefix)
                    .set(NUMBER_COUNTER.LAST_NUMBER, last)
                    .execute();
        }
    }

    private static String json(Item item) {
        return ModelJson.mapper().writeValueAsString(item.fields());
    }
}
