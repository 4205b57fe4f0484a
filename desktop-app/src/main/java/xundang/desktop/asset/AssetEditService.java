package xundang.desktop.asset;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.session.Session;
import xundang.desktop.sync.ClockOffset;
import xundang.desktop.sync.Outbox;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.Records;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.asset.AttributeProblem;
import xundang.model.id.IdSource;
import xundang.model.sync.FieldChange;
import xundang.model.sync.FieldGroups;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Changes objects. Every change is one journalled {@link AssetEdit}; nothing is written on the side. */
public final class AssetEditService implements AssetEditing {
    private static final Set<Role> FIELD_ROLES = Set.of(Role.INSPECTOR, Role.ASSET_MANAGER);
    private static final String NAME = "name";

    private final LocalDatabase database;
    private final Records records;
    private final Session session;
    private final ClockOffset clockOffset;
    private final Clock clock;
    private final IdSource ids;

    /** @param clock the laptop's clock and zone; never used for ordering */
    public AssetEditService(
            LocalDatabase database,
            Records records,
            Session session,
            ClockOffset clockOffset,
            Clock clock,
            IdSource ids) {
        this.database = database;
        this.records = records;
        this.session = session;
        this.clockOffset = clockOffset;
        this.clock = clock;
        this.ids = ids;
    }

    /** Registers what replays the changes; before {@link LocalDatabase#recover}. */
    public static void register(LocalDatabase database, Outbox outbox) {
        AssetEdit.register(database, outbox);
    }

    @Override
    public boolean mayEdit() {
        return FIELD_ROLES.contains(session.role());
    }

    /** Either why not, or what to commit. */
    private record Plan(
            @Nullable EditOutcome refusal, @Nullable AssetEdit edit) {
        static Plan not(EditOutcome refusal) {
            return new Plan(refusal, null);
        }
    }

    @Override
    public EditOutcome change(AssetId asset, String field, @Nullable JsonNode value) {
        Plan plan = database.read(tx -> plan(tx, asset, field, value));
        if (plan.edit() != null) {
            database.commit(plan.edit().of(asset.value()));
        }
        return plan.refusal() == null ? new EditOutcome.Changed() : plan.refusal();
    }

    private Plan plan(Tx tx, AssetId asset, String field, @Nullable JsonNode value) {
        RecordKey key = new RecordKey(RecordType.ASSET, asset.value());
        Optional<Map<String, JsonNode>> record = records.fields(tx, key);
        if (record.isEmpty()) {
            return Plan.not(new EditOutcome.Gone());
        }
        FieldMeaning meaning = FieldMeaning.of(new AssetFields(record.get()).orEmpty("category"), field);
        if (!mayEdit() || meaning.def() == null || !EditableFields.contains(meaning)) {
            return Plan.not(new EditOutcome.NotAllowed());
        }
        if (value == null && field.equals(NAME)) {
            return Plan.not(new EditOutcome.Required());
        }
        Optional<AttributeProblem> problem =
                value == null ? Optional.empty() : meaning.def().check(value);
        if (problem.isPresent()) {
            return Plan.not(new EditOutcome.Wrong(problem.get()));
        }
        JsonNode present = record.get().get(field);
        if (FieldMeaning.same(present, value)) {
            return Plan.not(new EditOutcome.Same());
        }
        Map<String, FieldChange> set = new LinkedHashMap<>();
        for (String together : FieldGroups.groupOf(RecordType.ASSET, field)) {
            JsonNode seen = record.get().get(together);
            set.put(together, new FieldChange(seen, seen));
        }
        set.put(field, new FieldChange(present, value));
        markAsChanged(record.get(), field, set);
        return new Plan(null, new AssetEdit(op(tx, key, set)));
    }

    /** The source of an imported value says nothing about a changed one. Everybody sets the same mark, so marks never clash. */
    private static void markAsChanged(Map<String, JsonNode> record, String field, Map<String, FieldChange> set) {
        String mark = AssetFields.changedMark(field);
        JsonNode before = record.get(mark);
        JsonNode yes = JsonNodeFactory.instance.booleanNode(true);
        if (!yes.equals(before)) {
            set.put(mark, new FieldChange(before, yes));
        }
    }

    private OutboxOp op(Tx tx, RecordKey key, Map<String, FieldChange> set) {
        UUID subject = key.id();
        return new OutboxOp(
                ids.next(),
                null,
                OpKind.ASSET_PATCH,
                1,
                key,
                null,
                records.rev(tx, key),
                set,
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS),
                clockOffset.millis(tx),
                subject,
                session.user());
    }
}
