package xundang.desktop.asset.store;

import static org.jooq.impl.DSL.count;
import static xundang.desktop.platform.db.generated.Tables.ASSET;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import xundang.desktop.asset.AssetRow;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Ledger;
import xundang.desktop.asset.PlacedAsset;
import xundang.desktop.platform.db.BulkInsert;
import xundang.desktop.platform.db.Ids;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.AssetRecord;
import xundang.model.asset.AssetId;
import xundang.model.round.PlannedAsset;

/** The table {@code asset}: one row per asset that this laptop holds. */
public final class AssetStore {
    /** More than these are no longer told one by one. */
    private static final int MOST_TOUCHED = 20_000;

    /** Assets that changed; null for any. Begins with any: nothing was asked yet. */
    private @Nullable Set<AssetId> touched;

    private final AtomicLong writes = new AtomicLong();

    /**
     * Grows with every write, also with one that is taken back: what was worked out at the same count still holds. For the transaction that
     * works it out.
     */
    public long writes(Tx tx) {
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
        touched(List.of(id));
        tx.dsl().deleteFrom(ASSET).where(ASSET.ASSET_ID.eq(id)).execute();
    }

    /** Puts these rows in the place of whatever there was of these assets. One statement each way: pages of a first fetch come here. */
    public void replace(Tx tx, List<UUID> ids, List<AssetRow> rows) {
        writes.incrementAndGet();
        touched(ids);
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
        PlannedAsset planned = row.planned();
        record.setRoom(row.room());
        record.setGrade(planned.grade());
        record.setRoundPlace(planned.place());
        record.setServesFrom(planned.from());
        record.setServesUntil(planned.until());
        record.setHaystack(row.haystack());
        return record;
    }

    /** One row by id. */
    public Optional<AssetRow> find(Tx tx, AssetId id) {
        return tx.dsl().selectFrom(ASSET).where(ASSET.ASSET_ID.eq(id.value())).fetchOptional(AssetStore::row);
    }

    private static AssetRow row(AssetRecord row) {
        return new AssetRow(
                summary(row),
                row.getSerialNo(),
                row.getSiteId(),
                row.getWalkKey(),
                room(row),
                planned(row),
                row.getHaystack());
    }

    private void touched(List<UUID> ids) {
        if (touched != null) {
            ids.forEach(id -> touched.add(new AssetId(id)));
            touched = touched.size() > MOST_TOUCHED ? null : touched;
        }
    }

    /** Assets that changed since the last call, also where the change was undone; empty when it may be any. For the transaction that reads them. */
    public Optional<Set<AssetId>> takeTouched(Tx tx) {
        Optional<Set<AssetId>> taken = Optional.ofNullable(touched);
        touched = new HashSet<>();
        return taken;
    }

    /** All rows as rounds need them. */
    public List<PlacedAsset> placed(Tx tx) {
        return tx.dsl().selectFrom(ASSET).fetch(AssetStore::placed);
    }

    /** Those of these that are here. */
    public List<PlacedAsset> placed(Tx tx, Set<AssetId> ids) {
        return tx.dsl()
                .selectFrom(ASSET)
                .where(Ids.among(
                        ASSET.ASSET_ID, ids.stream().map(AssetId::value).toList()))
                .fetch(AssetStore::placed);
    }

    private static PlacedAsset placed(AssetRecord row) {
        return new PlacedAsset(summary(row), planned(row), room(row), row.getWalkKey());
    }

    /** Rows that an older version of this program wrote. */
    public List<AssetId> withoutRoom(Tx tx) {
        return tx.dsl()
                .select(ASSET.ASSET_ID)
                .from(ASSET)
                .where(ASSET.ROOM.isNull())
                .fetch(row -> new AssetId(row.value1()));
    }

    private static String room(AssetRecord row) {
        return row.getRoom() == null ? row.getPlace() : row.getRoom();
    }

    private static PlannedAsset planned(AssetRecord row) {
        return new PlannedAsset(
                new AssetId(row.getAssetId()),
                row.getCategory(),
                row.getGrade(),
                row.getSiteId() == null ? null : row.getSiteId().toString(),
                row.getRoundPlace(),
                row.getServesFrom(),
                row.getServesUntil());
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
