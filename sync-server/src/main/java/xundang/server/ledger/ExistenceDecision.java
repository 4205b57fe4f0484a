package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.server.ledger.ConflictSettlement.Case;
import xundang.server.ledger.ConflictSettlement.Decision;
import xundang.server.platform.db.Tx;

/**
 * Settles conflicts of kind {@code delete}: {@code true} means that the record shall be gone, {@code false} that it shall live, the held
 * patch itself that it shall live with that patch.
 */
final class ExistenceDecision {
    private static final TypeReference<LinkedHashMap<String, FieldChange>> PATCH = new TypeReference<>() {};

    private final RecordWriter writer;
    private final ConflictRecords conflicts;
    private final PatchApplier patches;
    private final Whereabouts whereabouts;
    private final FieldOrigins origins;

    ExistenceDecision(
            RecordWriter writer,
            ConflictRecords conflicts,
            PatchApplier patches,
            Whereabouts whereabouts,
            FieldOrigins origins) {
        this.writer = writer;
        this.conflicts = conflicts;
        this.patches = patches;
        this.whereabouts = whereabouts;
        this.origins = origins;
    }

    Decision decide(Tx tx, Case open, Batch batch) {
        JsonNode chosen = open.chosen();
        JsonNode held = open.body().client();
        boolean hasPatch = held != null && held.isObject();
        if (hasPatch && JsonValues.same(chosen, held)) {
            return live(tx, open, held, batch);
        }
        if (chosen == null || !chosen.isBoolean()) {
            throw OpRefusal.invalid("处理结果须为“删除”或“保留”。");
        }
        if (chosen.booleanValue()) {
            return end(tx, open, batch);
        }
        return open.about().deleted() ? live(tx, open, hasPatch ? held : null, batch) : new Decision.Done(List.of());
    }

    /** What has been changed again since the conflict was shown is not deleted unseen. */
    private Decision end(Tx tx, Case open, Batch batch) {
        LedgerRecord about = open.about();
        if (about.deleted()) {
            return new Decision.Done(List.of());
        }
        if (about.rev() != open.body().serverRev()) {
            return new Decision.Again(conflicts.refresh(
                    tx, open.conflict(), about, BooleanNode.FALSE, origins.ofRecord(tx, about.key()), batch));
        }
        writer.update(tx, about, about.tombstone(), batch);
        return new Decision.Done(List.of());
    }

    private Decision live(Tx tx, Case open, @Nullable JsonNode patch, Batch batch) {
        List<UUID> opened = new ArrayList<>();
        LedgerRecord about = open.about().deleted() ? revive(tx, open, opened, batch) : open.about();
        if (patch != null) {
            Map<String, FieldChange> set = ModelJson.mapper().convertValue(patch, PATCH);
            opened.addAll(patches.merge(tx, open.op(), set, open.author(), about, batch)
                    .conflictIds());
        }
        return new Decision.Done(opened);
    }

    private LedgerRecord revive(Tx tx, Case open, List<UUID> opened, Batch batch) {
        LedgerRecord gone = open.about();
        Whereabouts.Place place =
                whereabouts.of(tx, gone.key().type(), gone.assetId(), gone.fields(), open.author(), batch);
        place.gone().ifPresent(reason -> {
            throw OpRefusal.unresolved(reason);
        });
        LedgerRecord living = gone.changedTo(place.scope(), gone.fields());
        writer.update(tx, gone, living, batch);
        opened.addAll(patches.duplicates()
                .check(tx, living, Set.copyOf(DuplicateNumbers.FIELDS), open.op(), open.author(), batch));
        return living;
    }
}
