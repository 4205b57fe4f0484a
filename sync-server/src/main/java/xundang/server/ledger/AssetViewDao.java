package xundang.server.ledger;

import static xundang.server.platform.db.generated.Tables.ASSET_VIEW;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.Tx;
import xundang.server.platform.db.generated.tables.records.AssetViewRecord;

/** Table {@code asset_view}: the living objects, for queries. Follows the records. */
public final class AssetViewDao implements RecordListener {
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

    Optional<UUID> otherWithNumber(Tx tx, UUID assetId, String number) {
        return other(tx, assetId, ASSET_VIEW.ASSET_NO.eq(number));
    }

    Optional<UUID> otherWithSerial(Tx tx, UUID assetId, String serial) {
        return other(tx, assetId, ASSET_VIEW.SERIAL_NO.eq(serial));
    }

    private static Optional<UUID> other(Tx tx, UUID assetId, Condition same) {
        return tx.dsl()
                .select(ASSET_VIEW.ASSET_ID)
                .from(ASSET_VIEW)
                .where(same)
                .and(ASSET_VIEW.ASSET_ID.ne(assetId))
                .orderBy(ASSET_VIEW.ASSET_ID)
                .limit(1)
                .fetchOptional(ASSET_VIEW.ASSET_ID);
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
