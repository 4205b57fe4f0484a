package xundang.server.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.ConflictBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.FieldGroups;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.server.platform.db.Tx;

/**
 * Merges a patch into its record. What was wrong when its author made it is refused; what only became impossible by what others did since
 * stands as a conflict: {@code edit} when they chose another value, {@code rule} when a rule of the ledger is in the way.
 */
final class PatchApplier {
    private final RecordWriter writer;
    private final RecordRules rules;
    private final Whereabouts whereabouts;
    private final ConflictRecords conflicts;
    private final DuplicateNumbers duplicates;
    private final FieldOrigins origins;

    PatchApplier(
            RecordWriter writer,
            RecordRules rules,
            Whereabouts whereabouts,
            ConflictRecords conflicts,
            DuplicateNumbers duplicates,
            FieldOrigins origins) {
        this.writer = writer;
        this.rules = rules;
        this.whereabouts = whereabouts;
        this.conflicts = conflicts;
        this.duplicates = duplicates;
        this.origins = origins;
    }

    /** A group of fields that a rule keeps at the ledger's value. */
    private record Broken(List<String> group, String reason) {}

    ConflictRecords conflicts() {
        return conflicts;
    }

    DuplicateNumbers duplicates() {
        return duplicates;
    }

    FieldOrigins origins() {
        return origins;
    }

    OpApplier.Outcome apply(Tx tx, Op op, Author author, LedgerRecord now, Batch batch) {
        if (RecordRules.appendOnly(op.recType())) {
            throw OpRefusal.notAllowed();
        }
        rules.checkOwn(op.recType(), op.set());
        StateSteps.checkAlone(op, author);
        if (now.deleted()) {
            return keepBesideTombstone(tx, op, author, now, batch);
        }
        return merge(tx, op, op.set(), author, now, batch);
    }

    private OpApplier.Outcome keepBesideTombstone(Tx tx, Op op, Author author, LedgerRecord now, Batch batch) {
        JsonNode wanted = ModelJson.mapper().valueToTree(op.set());
        var values = new ConflictRecords.Values(
                ConflictRecords.Kind.DELETE, ConflictBody.WHOLE_RECORD, null, BooleanNode.TRUE, wanted, null);
        UUID conflict = conflicts.open(tx, now, op, author, values, origins.ofRecord(tx, now.key()), batch);
        return new OpApplier.Outcome(OpStatus.CONFLICT, now.rev(), List.of(conflict));
    }

    /** Merges {@code set}, which may be the op's own or a patch that a conflict had kept. */
    OpApplier.Outcome merge(Tx tx, Op op, Map<String, FieldChange> set, Author author, LedgerRecord now, Batch batch) {
        List<List<String>> groups = FieldGroups.of(now.key().type());
        ThreeWayMerge merge = ThreeWayMerge.of(now.fields(), set, groups);
        List<Broken> broken = new ArrayList<>();
        String scope = now.scope();
        if (merge.changed()) {
            Whereabouts.Place place =
                    whereabouts.of(tx, now.key().type(), now.assetId(), merge.fields(), author, batch);
            boolean moved = !place.scope().equals(now.scope());
            if (moved && place.gone().isPresent()) {
                broken.add(new Broken(
                        FieldGroups.groupOf(groups, "site_id"), place.gone().get()));
                merge = ThreeWayMerge.of(now.fields(), without(set, broken), groups);
            } else {
                scope = place.scope();
            }
            Optional<String> whole = brokenWhole(now, merge, author);
            if (whole.isPresent()) {
                List<String> rest = List.copyOf(without(set, broken).keySet());
                broken.add(new Broken(rest, whole.get()));
                merge = ThreeWayMerge.of(now.fields(), Map.of(), groups);
                scope = now.scope();
            }
        }
        LedgerRecord after = now;
        List<UUID> opened = new ArrayList<>();
        if (merge.changed()) {
            after = now.changedTo(scope, merge.fields());
            writer.update(tx, now, after, batch);
            opened.addAll(duplicates.check(tx, after, without(set, broken).keySet(), op, author, batch));
        }
        for (Broken group : broken) {
            opened.add(open(tx, after, op, set, author, group.group(), group.reason(), batch));
        }
        for (ThreeWayMerge.Clash clash : merge.clashes()) {
            String reason = obstacle(clash.group(), now, set).orElse(null);
            opened.add(open(tx, after, op, set, author, clash.group(), reason, batch));
        }
        return new OpApplier.Outcome(statusOf(op, now, merge.changed(), opened), after.rev(), opened);
    }

    /** The patch is well formed, so a complaint about the merged record is about what it became together with what others did. */
    private Optional<String> brokenWhole(LedgerRecord now, ThreeWayMerge merge, Author author) {
        try {
            if (merge.changed()) {
                rules.checkRecord(now.key().type(), now.key().id(), merge.fields(), author);
            }
            return Optional.empty();
        } catch (OpRefusal refusal) {
            return Optional.of(refusal.reason());
        }
    }

    private static Optional<String> obstacle(List<String> group, LedgerRecord now, Map<String, FieldChange> set) {
        FieldChange change = set.get(StateSteps.FIELD);
        return group.contains(StateSteps.FIELD) && change != null
                ? StateSteps.obstacle(now.fields().get(StateSteps.FIELD), change.to())
                : Optional.empty();
    }

    private static Map<String, FieldChange> without(Map<String, FieldChange> set, List<Broken> broken) {
        Map<String, FieldChange> rest = new LinkedHashMap<>(set);
        broken.forEach(group -> rest.keySet().removeAll(group.group()));
        return rest;
    }

    private UUID open(
            Tx tx,
            LedgerRecord about,
            Op op,
            Map<String, FieldChange> set,
            Author author,
            List<String> group,
            @Nullable String reason,
            Batch batch) {
        Map<String, JsonNode> base = new LinkedHashMap<>();
        Map<String, JsonNode> client = new LinkedHashMap<>();
        Map<String, @Nullable JsonNode> present = new LinkedHashMap<>();
        for (String field : group) {
            FieldChange change = set.get(field);
            JsonNode ledger = about.fields().get(field);
            ThreeWayMerge.put(base, field, change == null ? ledger : change.from());
            ThreeWayMerge.put(client, field, change == null ? ledger : change.to());
            if (change != null) {
                present.put(field, ledger);
            }
        }
        var values = new ConflictRecords.Values(
                reason == null ? ConflictRecords.Kind.EDIT : ConflictRecords.Kind.RULE,
                GroupValue.name(group),
                GroupValue.of(group, base),
                GroupValue.of(group, about.fields()),
                GroupValue.of(group, client),
                reason);
        return conflicts.open(
                tx, about, op, author, values, origins.ofFields(tx, about.key(), present, group.size() > 1), batch);
    }

    private static OpStatus statusOf(Op op, LedgerRecord before, boolean changed, List<UUID> opened) {
        if (!opened.isEmpty()) {
            return OpStatus.CONFLICT;
        }
        if (!changed) {
            return OpStatus.NOOP;
        }
        return before.rev() == op.baseRev() ? OpStatus.APPLIED : OpStatus.MERGED;
    }
}
