package xundang.desktop.inspection.store;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static xundang.desktop.platform.db.generated.Tables.INSPECTION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record13;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import xundang.desktop.platform.db.Tx;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.json.ModelJson;
import xundang.model.round.Answer;

/** Submitted inspections as rounds count them. Only reads. */
public final class AnswerStore {
    private static final String SUBMITTED = "submitted";
    private static final String NOTHING_OBSERVED = "{}";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** A laptop's clock may be a day off; what is a little too old does no harm. */
    private static final int SLACK_DAYS = 1;

    /** Inspections with these forms, each begun at or after its form's moment; a few older ones may be among them. */
    public List<Answer> since(Tx tx, Map<String, Instant> since) {
        Condition wanted = since.entrySet().stream()
                .map(form ->
                        INSPECTION.TEMPLATE_ID.eq(form.getKey()).and(INSPECTION.STARTED_AT.ge(slack(form.getValue()))))
                .reduce(DSL.falseCondition(), Condition::or);
        return fetch(tx, wanted);
    }

    /** Inspections of one object begun at or after that moment; a few older ones may be among them. */
    public List<Answer> of(Tx tx, AssetId asset, Instant since) {
        return fetch(tx, INSPECTION.ASSET_ID.eq(asset.value()).and(INSPECTION.STARTED_AT.ge(slack(since))));
    }

    private static OffsetDateTime slack(Instant since) {
        return since.atOffset(ZoneOffset.UTC).minusDays(SLACK_DAYS);
    }

    private static List<Answer> fetch(Tx tx, Condition wanted) {
        return tx.dsl()
                .select(
                        INSPECTION.INSPECTION_ID,
                        INSPECTION.ASSET_ID,
                        INSPECTION.TEMPLATE_ID,
                        INSPECTION.PLAN_ID,
                        INSPECTION.SLOT,
                        INSPECTION.PLANNED_FOR,
                        INSPECTION.STARTED_AT,
                        INSPECTION.SUBMITTED_AT,
                        INSPECTION.CLOCK_OFFSET_MS,
                        INSPECTION.INSPECTOR_ID,
                        INSPECTION.INSPECTOR_NAME,
                        INSPECTION.OBSERVED,
                        INSPECTION.OWN)
                .from(INSPECTION)
                .where(INSPECTION.STATE.eq(SUBMITTED), wanted)
                .fetch(AnswerStore::answer);
    }

    private static Answer answer(
            Record13<
                            UUID,
                            UUID,
                            String,
                            UUID,
                            String,
                            String,
                            OffsetDateTime,
                            OffsetDateTime,
                            Long,
                            UUID,
                            String,
                            String,
                            Boolean>
                    row) {
        return new Answer(
                row.value1(),
                new AssetId(row.value2()),
                row.value3(),
                slot(row.value4(), row.value5()),
                row.value6(),
                Answer.corrected(row.value7(), row.value9()),
                Answer.corrected(row.value8(), row.value9()),
                new UserId(row.value10()),
                row.value11(),
                row.value12().equals(NOTHING_OBSERVED)
                        ? Map.of()
                        : ModelJson.mapper().readValue(row.value12(), TEXTS));
    }

    static @Nullable PlannedSlot slot(@Nullable UUID plan, @Nullable String slot) {
        return plan == null || slot == null ? null : new PlannedSlot(new PlanId(plan), slot);
    }

    /** When each object was first inspected, by the laptops' own clocks. */
    public Map<AssetId, Instant> firstBegun(Tx tx) {
        return tx
                .dsl()
                .select(INSPECTION.ASSET_ID, min(INSPECTION.STARTED_AT))
                .from(INSPECTION)
                .where(INSPECTION.STATE.eq(SUBMITTED))
                .groupBy(INSPECTION.ASSET_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> new AssetId(row.value1()), row -> row.value2().toInstant()));
    }

    /** When this laptop, by its own clock, last submitted something while its clock error was known as this. */
    public Optional<Instant> newestSubmittedHere(Tx tx, long clockOffsetMs) {
        return Optional.ofNullable(tx.dsl()
                        .select(max(INSPECTION.SUBMITTED_AT))
                        .from(INSPECTION)
                        .where(INSPECTION.OWN.isTrue(), INSPECTION.CLOCK_OFFSET_MS.eq(clockOffsetMs))
                        .fetchSingle()
                        .value1())
                .map(OffsetDateTime::toInstant);
    }
}
