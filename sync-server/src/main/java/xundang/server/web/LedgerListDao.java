package xundang.server.web;

import static xundang.server.platform.db.generated.Tables.ASSET_VIEW;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import xundang.server.ledger.Scopes;
import xundang.server.platform.db.Tx;

/** Table {@code asset_view}, as the list page needs it. */
final class LedgerListDao {
    /** One object of the list. */
    record Row(UUID id, String assetNo, String category, String name, String site, String state, boolean sample) {}

    /** How many objects there are; {@code real} never includes demonstration data. */
    record Counts(int real, int samples) {}

    Counts counts(Tx tx, Scopes scopes) {
        return new Counts(
                tx.dsl().fetchCount(ASSET_VIEW, visible(scopes).and(ASSET_VIEW.SAMPLE.isFalse())),
                tx.dsl().fetchCount(ASSET_VIEW, visible(scopes).and(ASSET_VIEW.SAMPLE.isTrue())));
    }

    /** Objects that contain all words of the query, real ones first, by number. */
    List<Row> search(Tx tx, Scopes scopes, String query, int limit) {
        Condition condition = visible(scopes);
        for (String word : query.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            condition = condition.and(ASSET_VIEW.HAYSTACK.contains(word));
        }
        return tx.dsl()
                .selectFrom(ASSET_VIEW)
                .where(condition)
                .orderBy(ASSET_VIEW.SAMPLE, ASSET_VIEW.ASSET_NO, ASSET_VIEW.ASSET_ID)
                .limit(limit)
                .fetch(row -> new Row(
                        row.getAssetId(),
                        row.getAssetNo(),
                        row.getCategory(),
                        row.getName(),
                        row.getSiteName(),
                        row.getState(),
                        row.getSample()));
    }

    private static Condition visible(Scopes scopes) {
        return scopes.all()
                ? DSL.noCondition()
                : ASSET_VIEW.SCOPE.eq(Scopes.NO_SITE).or(ASSET_VIEW.SCOPE.in(scopes.sites()));
    }
}
