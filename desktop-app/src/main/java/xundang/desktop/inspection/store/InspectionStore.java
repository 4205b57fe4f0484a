package xundang.desktop.inspection.store;

import static xundang.desktop.platform.db.generated.Tables.INSPECTION;
import static xundang.desktop.platform.db.generated.Tables.META;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import xundang.desktop.inspection.InspectionChange;
import xundang.desktop.inspection.InspectionRow;
import xundang.desktop.inspection.KnownAsset;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.InspectionRecord;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.json.ModelJson;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

/** The table {@code inspection}, and which draft is active. */
public final class InspectionStore {
    private static final String DRAFT = "draft";
    private static final String SUBMITTED = "submitted";
    private static final String ACTIVE = "inspection.active";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Objects whose inspections changed; null for any. Begins with any: nothing was asked yet. */
    private @Nullable Set<AssetId> touched;

    /** A new draft. One that is there already, because its change is applied again, stays as it is. */
    public void begin(Tx tx, InspectionId id, InspectionChange.Begin begin) {
        if (find(tx, id).isPresent()) {
            return;
        }
        InspectionRecord row = new InspectionRecord();
        row.setInspectionId(id.value());
        row.setAssetId(begin.asset().value());
        row.setTemplateId(begin.templateId());
        row.setTemplateVersion(begin.templateVersion());
        row.setPlannedFor(begin.plannedFor());
        plan(row, begin.occurrence());
        touched(begin.asset());
        row.setState(DRAFT);
        row.setStartedAt(begin.at());
        row.setInspectorId(begin.inspector().value());
        row.setInspectorName(begin.inspectorName());
        row.setActiveSlot(begin.active().toString());
        row.setObserved("{}");
        row.setOwn(true);
        row.setKnown(begin.known() == null ? null : ModelJson.mapper().writeValueAsString(begin.known()));
        tx.dsl().insertInto(INSPECTION).set(row).execute();
    }

    /** What the newest draft of an asset keeps of it. */
    public Optional<KnownAsset> known(Tx tx, AssetId asset) {
        return tx.dsl()
                .select(INSPECTION.KNOWN)
                .from(INSPECTION)
                .where(INSPECTION.ASSET_ID.eq(asset.value()), INSPECTION.STATE.eq(DRAFT), INSPECTION.KNOWN.isNotNull())
                .orderBy(INSPECTION.STARTED_AT.desc())
                .limit(1)
                .fetchOptional(INSPECTION.KNOWN)
                .map(json -> ModelJson.mapper().readValue(json, KnownAsset.class));
    }

    /** Notes an observed attribute of a draft, or forgets it. */
    public void observe(Tx tx, InspectionId id, String attribute, @Nullable String value) {
        Map<String, String> observed =
                new HashMap<>(find(tx, id).map(InspectionRow::observed).orElse(Map.of()));
        if (value == null) {
            observed.remove(attribute);
        } else {
            observed.put(attribute, value);
        }
        tx.dsl()
                .update(INSPECTION)
                .set(INSPECTION.OBSERVED, ModelJson.mapper().writeValueAsString(observed))
                .where(isDraft(id))
                .execute();
    }

    /** A draft goes on with another version of its template. */
    public void upgrade(Tx tx, InspectionId id, int version) {
        tx.dsl()
                .update(INSPECTION)
                .set(INSPECTION.TEMPLATE_VERSION, version)
                .where(isDraft(id))
                .execute();
    }

    /** Moves the cursor of a draft. */
    public void moveTo(Tx tx, InspectionId id, SlotId slot) {
        tx.dsl()
                .update(INSPECTION)
                .set(INSPECTION.ACTIVE_SLOT, slot.toString())
                .where(isDraft(id))
                .execute();
    }

    /** A submitted inspection, own or pulled. What was begun here stays marked as own. */
    public void putSubmitted(Tx tx, InspectionId id, InspectionBody body) {
        boolean own = find(tx, id).map(InspectionRow::own).orElse(false);
        InspectionRecord row = new InspectionRecord();
        row.setInspectionId(id.value());
        row.setAssetId(body.assetId().value());
        row.setTemplateId(body.templateId());
        row.setTemplateVersion(body.templateVersion());
        row.setPlannedFor(body.plannedFor());
        plan(row, body.occurrence());
        row.setClockOffsetMs(body.clockOffsetMs());
        touched(body.assetId());
        row.setState(SUBMITTED);
        row.setStartedAt(body.startedAt());
        row.setSubmittedAt(body.submittedAt());
        row.setInspectorId(body.inspectorId().value());
        row.setInspectorName(body.inspectorName());
        row.setActiveSlot(null);
        row.setObserved(ModelJson.mapper().writeValueAsString(body.observed()));
        row.setVerdict(code(body.verdict()));
        row.setOwn(own);
        tx.dsl().insertInto(INSPECTION).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    /** The record left this laptop. What was done here stays: it is this laptop's own evidence. */
    public void removeForeign(Tx tx, InspectionId id) {
        touched = null;
        tx.dsl()
                .deleteFrom(INSPECTION)
                .where(INSPECTION.INSPECTION_ID.eq(id.value()), INSPECTION.OWN.isFalse())
                .execute();
    }

    /** Removes a draft or record with its readings, own evidence too: this laptop may not hold it any more. */
    public void remove(Tx tx, InspectionId id) {
        touched = null;
        tx.dsl()
                .deleteFrom(INSPECTION)
                .where(INSPECTION.INSPECTION_ID.eq(id.value()))
                .execute();
    }

    /** The draft that the person is in. */
    public Optional<InspectionId> active(Tx tx) {
        return tx.dsl()
                .selectFrom(META)
                .where(META.NAME.eq(ACTIVE))
                .fetchOptional(row -> InspectionId.parse(row.getVal()));
    }

    /** The person went into a draft. */
    public void activate(Tx tx, InspectionId id) {
        deactivate(tx);
        tx.dsl()
                .insertInto(META, META.NAME, META.VAL)
                .values(ACTIVE, id.toString())
                .execute();
    }

    /** The person is in no draft any more. */
    public void deactivate(Tx tx) {
        tx.dsl().deleteFrom(META).where(META.NAME.eq(ACTIVE)).execute();
    }

    /** One inspection. */
    public Optional<InspectionRow> find(Tx tx, InspectionId id) {
        return tx.dsl()
                .selectFrom(INSPECTION)
                .where(INSPECTION.INSPECTION_ID.eq(id.value()))
                .fetchOptional(InspectionStore::row);
    }

    /**
     * The person's open draft of that form for that asset.
     *
     * @param occurrence what it answers; absent for the newest, whatever it answers
     */
    public Optional<InspectionRow> openDraft(
            Tx tx, AssetId asset, String templateId, @Nullable PlannedSlot occurrence, UserId inspector) {
        return drafts(tx, inspector).stream()
                .filter(row -> row.asset().equals(asset) && row.templateId().equals(templateId))
                .filter(row -> occurrence == null || occurrence.equals(row.occurrence()))
                .findFirst();
    }

    /** Objects whose inspections changed since the last call, also where the change was undone; empty when it may be any. For the transaction that reads them. */
    public Optional<Set<AssetId>> takeTouched(Tx tx) {
        Optional<Set<AssetId>> taken = Optional.ofNullable(touched);
        touched = new HashSet<>();
        return taken;
    }

    private void touched(AssetId asset) {
        if (touched != null) {
            touched.add(asset);
        }
    }

    private static void plan(InspectionRecord row, @Nullable PlannedSlot occurrence) {
        row.setPlanId(occurrence == null ? null : occurrence.planId().value());
        row.setSlot(occurrence == null ? null : occurrence.slot());
    }

    /** Everybody's drafts. */
    public List<InspectionRow> drafts(Tx tx) {
        return tx.dsl().selectFrom(INSPECTION).where(INSPECTION.STATE.eq(DRAFT)).fetch(InspectionStore::row);
    }

    /** The person's drafts, newest first. */
    public List<InspectionRow> drafts(Tx tx, UserId inspector) {
        return tx.dsl()
                .selectFrom(INSPECTION)
                .where(INSPECTION.STATE.eq(DRAFT), INSPECTION.INSPECTOR_ID.eq(inspector.value()))
                .orderBy(INSPECTION.STARTED_AT.desc(), INSPECTION.INSPECTION_ID.desc())
                .fetch(InspectionStore::row);
    }

    /** Submitted inspections of an asset, newest first. */
    public List<InspectionRow> submitted(Tx tx, AssetId asset, int limit) {
        return submitted(tx, INSPECTION.ASSET_ID.eq(asset.value()), limit);
    }

    /** Submitted inspections of an asset with one form, newest first. */
    public List<InspectionRow> submitted(Tx tx, AssetId asset, String templateId, int limit) {
        return submitted(tx, INSPECTION.ASSET_ID.eq(asset.value()).and(INSPECTION.TEMPLATE_ID.eq(templateId)), limit);
    }

    private static List<InspectionRow> submitted(Tx tx, Condition condition, int limit) {
        return tx.dsl()
                .selectFrom(INSPECTION)
                .where(INSPECTION.STATE.eq(SUBMITTED), condition)
                .orderBy(INSPECTION.SUBMITTED_AT.desc(), INSPECTION.INSPECTION_ID.desc())
                .limit(limit)
                .fetch(InspectionStore::row);
    }

    private static Condition isDraft(InspectionId id) {
        return INSPECTION.INSPECTION_ID.eq(id.value()).and(INSPECTION.STATE.eq(DRAFT));
    }

    private static InspectionRow row(InspectionRecord row) {
        return new InspectionRow(
                new InspectionId(row.getInspectionId()),
                new AssetId(row.getAssetId()),
                row.getTemplateId(),
                row.getTemplateVersion(),
                row.getPlannedFor(),
                AnswerStore.slot(row.getPlanId(), row.getSlot()),
                row.getStartedAt(),
                row.getSubmittedAt(),
                new UserId(row.getInspectorId()),
                row.getInspectorName(),
                row.getActiveSlot() == null ? null : SlotId.parse(row.getActiveSlot()),
                ModelJson.mapper().readValue(row.getObserved(), TEXTS),
                row.getVerdict() == null ? null : verdict(row.getVerdict()),
                row.getOwn());
    }

    static String code(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    static Verdict verdict(String code) {
        return Verdict.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
