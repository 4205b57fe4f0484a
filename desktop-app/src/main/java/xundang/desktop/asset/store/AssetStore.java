package xundang.desktop.asset.store;

import static org.jooq.impl.DSL.count;
import static xundang.desktop.platform.db.generated.Tables.ASSET;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import xundang.desktop.asset.AssetRow;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Ledger;
import xundang.desktop.platform.db.BulkInsert;
import xundang.desktop.platform.db.Ids;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.AssetRecord;
import xundang.model.asset.AssetId;

/** The table {@code asset}: one row per asset that this laptop holds. */
public final class AssetStore {
    private final AtomicLong writes = new AtomicLong();

    /** Grows with every write, also with one that is taken back: what was worked out at the same count still holds. */
    public long writes() {
        return writes.get();
    }

    /** Writes the row, whether or not there was one. */
    public void put(Tx tx, AssetRow row) {
        remove(tx, row.summary().id().value());
        tx.dsl().insertInto(ASSET).set(record(row)).execute();
    }

    /** The asset left this laptop. */
    public void remove(Tx tx, UUID id) {
        writes.incrementAndGet();
        tx.dsl().deleteFrom(ASSET).where(ASSET.ASSET_ID.eq(id)).execute();
    }

    /** Puts these rows in the place of whatever there was of these assets. One statement each way: pages of a first fetch come here. */
    public void replace(Tx tx, List<UUID> ids, List<AssetRow> rows) {
        writes.incrementAndGet();
        if (!Ids.untouched(tx, ASSET, DSL.noCondition(), ASSET.ASSET_ID, ids)) {
            tx.dsl().deleteFrom(ASSET).where(Ids.among(ASSET.ASSET_ID, ids)).execute();
        }
        BulkInsert.into(tx, ASSET, rows.stream().map(AssetStore::record).toList());
    }

    private static AssetRecord record(AssetRow row) {
        AssetSummary summary = row.summary();
        AssetRecord record = new AssetRecord();
        record.setAssetId(summary.id().value());
        record.setAssetNo(summary.assetNo());
        record.setCategory(summary.category());
        record.setName(summary.name());
        record.setBrand(summary.brand());
        record.setModel(summary.model());
        record.setSerialNo(row.serialNo());
        record.setSiteId(row.siteId());
        record.setPlace(summary.place());
        record.setWalkKey(row.walkKey());
        record.setState(summary.state());
        record.setSample(summary.sample());
        record.setHaystack(row.haystack());
        return record;
    }

    /** One row by id. */
    public Optional<AssetRow> find(Tx tx, AssetId id) {
        return tx.dsl().selectFrom(ASSET).where(ASSET.ASSET_ID.eq(id.value())).fetchOptional(AssetStore::row);
    }

    private static AssetRow row(AssetRecord row) {
        return new AssetRow(summary(row), row.getSerialNo(), row.getSiteId(), row.getWalkKey(), row.getHaystack());
    }

    /** Rows with exactly that number; usually one, but nothing on a laptop can guarantee it. */
    public List<AssetSummary> byNumber(Tx tx, String assetNo) {
        return tx.dsl()
                .selectFrom(ASSET)
                .where(ASSET.ASSET_NO.eq(assetNo))
                .orderBy(ASSET.WALK_KEY, ASSET.ASSET_ID)
                .fetch(AssetStore::summary);
    }

    /** Rows that contain every word, real assets before samples, by number. */
    public List<AssetSummary> search(Tx tx, List<String> words, int limit) {
        Condition all =
                words.stream().map(word -> ASSET.HAYSTACK.contains(word)).reduce(DSL.noCondition(), Condition::and);
        return tx.dsl()
                .selectFrom(ASSET)
                .where(all)
                .orderBy(ASSET.SAMPLE, ASSET.ASSET_NO, ASSET.ASSET_ID)
                .limit(limit)
                .fetch(AssetStore::summary);
    }

    /**
     * Rows of a category in walking order.
     *
     * @param states codes of the wanted life-cycle states; none means any
     */
    public List<AssetSummary> ofCategory(Tx tx, String category, Set<String> states) {
        return tx.dsl()
                .selectFrom(ASSET)
                .where(ASSET.CATEGORY.eq(category))
                .and(states.isEmpty() ? DSL.noCondition() : ASSET.STATE.in(states))
                .orderBy(ASSET.WALK_KEY, ASSET.ASSET_NO, ASSET.ASSET_ID)
                .fetch(AssetStore::summary);
    }

    /**
     * Rows of a category at a site, in walking order.
     *
     * @param states codes of the wanted life-cycle states
     */
    public List<AssetRow> ofCategoryAt(Tx tx, String category, UUID site, Set<String> states) {
        return tx.dsl()
                .selectFrom(ASSET)
                .where(ASSET.CATEGORY.eq(category), ASSET.SITE_ID.eq(site), ASSET.STATE.in(states))
                .orderBy(ASSET.WALK_KEY, ASSET.ASSET_NO, ASSET.ASSET_ID)
                .fetch(AssetStore::row);
    }

    /** Real assets and samples, counted apart. */
    public Ledger.Counts counts(Tx tx) {
        Map<Boolean, Integer> counted = tx.dsl()
                .select(ASSET.SAMPLE, count())
                .from(ASSET)
                .groupBy(ASSET.SAMPLE)
                .fetchMap(ASSET.SAMPLE, count());
        return new Ledger.Counts(counted.getOrDefault(false, 0), counted.getOrDefault(true, 0));
    }

    private static AssetSummary summary(AssetRecord row) {
        return new AssetSummary(
                new AssetId(row.getAssetId()),
                row.getAssetNo(),
                row.getCategory(),
                row.getName(),
                row.getBrand(),
                row.getModel(),
                row.getPlace(),
                row.getState(),
                row.getSample());
    }
}
