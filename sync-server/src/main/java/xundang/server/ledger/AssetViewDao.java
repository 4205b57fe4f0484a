package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.ASSET_VIEW;
import static xundang.server.platform.db.generated.Tables.NUMBER_LOCK;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Field;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.AssetViewRecord;

/** Table {@code asset_view}: the living objects, for queries. Follows the records. */
public final class AssetViewDao implements RecordListener {
    /** As many rows as table {@code number_lock} has. */
    private static final int NUMBER_LOCKS = 16;

    private static final List<String> SEARCHED = List.of(
            "asset_no",
            "name",
            "brand",
            "model",
            "serial_no",
            "site",
            "building",
            "floor",
            "room",
            "user_unit",
            "project");

    /** One row. */
    public record Row(
            UUID assetId,
            String scope,
            String assetNo,
            String category,
            String name,
            String siteName,
            String state,
            boolean sample) {}

    @Override
    public void changed(Tx tx, LedgerRecord now) {
        if (!now.key().type().equals(RecordType.ASSET)) {
            return;
        }
        if (now.deleted()) {
            tx.dsl()
                    .deleteFrom(ASSET_VIEW)
                    .where(ASSET_VIEW.ASSET_ID.eq(now.key().id()))
                    .execute();
            return;
        }
        AssetViewRecord row = new AssetViewRecord();
        row.setAssetId(now.key().id());
        row.setScope(now.scope());
        row.setAssetNo(text(now, "asset_no", 100));
        row.setCategory(text(now, "category", 60));
        row.setName(text(now, "name", 300));
        row.setSerialNo(text(now, "serial_no", 200));
        row.setTagId(text(now, "tag_id", 100));
        row.setSiteName(text(now, "site", 300));
        row.setState(text(now, "state", 40));
        JsonNode sample = now.fields().get("sample");
        row.setSample(sample != null && sample.isBoolean() && sample.booleanValue());
        row.setHaystack(cut(
                SEARCHED.stream()
                        .map(field -> now.text(field).orElse("").toLowerCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")),
                2000));
        int updated = tx.dsl()
                .update(ASSET_VIEW)
                .set(row)
                .where(ASSET_VIEW.ASSET_ID.eq(now.key().id()))
                .execute();
        if (updated == 0) {
            tx.dsl().insertInto(ASSET_VIEW).set(row).execute();
        }
    }

    /** The row of one object, if it lives. */
    public Optional<Row> find(Tx tx, UUID assetId) {
        return tx.dsl()
                .selectFrom(ASSET_VIEW)
                .where(ASSET_VIEW.ASSET_ID.eq(assetId))
                .fetchOptional(AssetViewDao::read);
    }

    /** Living objects with that number. */
    public List<Row> withNumber(Tx tx, String assetNo) {
        return tx.dsl()
                .selectFrom(ASSET_VIEW)
                .where(ASSET_VIEW.ASSET_NO.eq(assetNo))
                .orderBy(ASSET_VIEW.ASSET_ID)
                .fetch(AssetViewDao::read);
    }

    /** Another living object that carries the number in that field. */
    Optional<UUID> other(Tx tx, UUID assetId, String field, String number) {
        Field<String> column = switch (field) {
            case "asset_no" -> ASSET_VIEW.ASSET_NO;
            case "serial_no" -> ASSET_VIEW.SERIAL_NO;
            case "tag_id" -> ASSET_VIEW.TAG_ID;
            default -> throw new IllegalArgumentException("not a number of an object: " + field);
        };
        return tx.dsl()
                .select(ASSET_VIEW.ASSET_ID)
                .from(ASSET_VIEW)
                .where(column.eq(number))
                .and(ASSET_VIEW.ASSET_ID.ne(assetId))
                .orderBy(ASSET_VIEW.ASSET_ID)
                .limit(1)
                .fetchOptional(ASSET_VIEW.ASSET_ID);
    }

    /** The lock that guards a number. */
    static int bucket(String number) {
        return Math.floorMod(number.hashCode(), NUMBER_LOCKS);
    }

    /** Waits for who is giving one of these numbers; until the transaction ends nobody else gives one. */
    void lockNumbers(Tx tx, Collection<Integer> buckets) {
        for (int bucket : new TreeSet<>(buckets)) {
            tx.dsl()
                    .selectFrom(NUMBER_LOCK)
                    .where(NUMBER_LOCK.BUCKET.eq(bucket))
                    .forUpdate()
                    .fetchSingle();
        }
    }

    private static Row read(AssetViewRecord row) {
        return new Row(
                row.getAssetId(),
                row.getScope(),
                row.getAssetNo(),
                row.getCategory(),
                row.getName(),
                row.getSiteName(),
                row.getState(),
                row.getSample());
    }

    private static String text(LedgerRecord record, String field, int max) {
        return cut(record.text(field).orElse("").strip(), max);
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
