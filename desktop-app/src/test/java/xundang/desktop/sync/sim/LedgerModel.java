package xundang.desktop.sync.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/**
 * What the ledger must hold after a list of ops, written from the protocol (section 2.4) and not from the server's code. Refused and held
 * ops have no effect; all others are applied in the order in which the server took them.
 */
final class LedgerModel {
    /** Fields that only make sense together. */
    private static final List<List<String>> GROUPS =
            List.of(List.of("lon", "lat", "coord_system"), List.of("site_id", "site"));

    private static final Effect ANYTHING = new Effect(Set.of(OpStatus.values()), List.of());

    private final Map<RecordKey, Entry> entries = new LinkedHashMap<>();

    /** A record; {@code fields} is what it holds or last held. */
    static final class Entry {
        final Map<String, JsonNode> fields = new LinkedHashMap<>();
        boolean deleted;
        long rev;
        /** A person has settled a conflict about it; what follows from a decision is not modelled here. */
        boolean decided;
    }

    /** A value that somebody else's change kept from being applied. */
    record Clash(
            UUID op,
            RecordKey record,
            String field,
            @Nullable JsonNode client) {}

    /** What an op does. */
    record Effect(Set<OpStatus> allowed, List<Clash> clashes) {}

    Map<RecordKey, Entry> entries() {
        return entries;
    }

    /**
     * Applies an op that the server neither refused nor held.
     *
     * @param conflict fields of the conflict that the op resolves, as the server keeps them; null for other ops
     * @param ruled whether the server put the op aside because the merged record would break a rule of the trade
     */
    Effect apply(Op op, @Nullable Map<String, JsonNode> conflict, boolean ruled) {
        String kind = op.kind().name();
        Entry entry = entries.get(op.key());
        if (entry != null && (entry.decided || ruled)) {
            entry.decided = true;
            return ANYTHING;
        }
        return switch (kind.substring(kind.indexOf('.') + 1)) {
            case "create", "attach" -> entry == null ? create(op) : again(op, entry);
            case "patch" -> patch(op, entry);
            case "delete" -> delete(op, entry);
            case "resolve" -> resolve(conflict);
            default -> new Effect(Set.of(), List.of());
        };
    }

    private Effect create(Op op) {
        Entry entry = new Entry();
        op.set().forEach((field, change) -> put(entry, field, change.to()));
        entry.rev = 1;
        entries.put(op.key(), entry);
        return new Effect(Set.of(OpStatus.APPLIED), List.of());
    }

    private Effect again(Op op, Entry entry) {
        boolean same = !entry.deleted
                && op.set().entrySet().stream()
                        .allMatch(e ->
                                same(entry.fields.get(e.getKey()), e.getValue().to()));
        return same ? new Effect(Set.of(OpStatus.NOOP), List.of()) : patch(op, entry);
    }

    private static Effect patch(Op op, @Nullable Entry entry) {
        if (entry == null) {
            return new Effect(Set.of(), List.of());
        }
        if (entry.deleted) {
            return new Effect(Set.of(OpStatus.CONFLICT), List.of(new Clash(op.opId(), op.key(), "*", null)));
        }
        List<Clash> clashes = new ArrayList<>();
        Map<String, @Nullable JsonNode> applied = new LinkedHashMap<>();
        for (List<String> group : groups(op)) {
            if (group.stream().anyMatch(field -> clashes(entry, op.set(), field))) {
                JsonNode client =
                        group.size() == 1 ? op.set().get(group.getFirst()).to() : null;
                clashes.add(new Clash(op.opId(), op.key(), String.join("+", group), client));
            } else {
                group.stream()
                        .filter(op.set()::containsKey)
                        .filter(field -> !same(
                                entry.fields.get(field), op.set().get(field).to()))
                        .forEach(field -> applied.put(field, op.set().get(field).to()));
            }
        }
        applied.forEach((field, value) -> put(entry, field, value));
        entry.rev += applied.isEmpty() ? 0 : 1;
        if (!clashes.isEmpty()) {
            return new Effect(Set.of(OpStatus.CONFLICT), clashes);
        }
        return new Effect(
                applied.isEmpty() ? Set.of(OpStatus.NOOP) : Set.of(OpStatus.APPLIED, OpStatus.MERGED), clashes);
    }

    private static Set<List<String>> groups(Op op) {
        Set<List<String>> groups = new LinkedHashSet<>();
        for (String field : op.set().keySet()) {
            groups.add(GROUPS.stream()
                    .filter(group -> op.recType().equals(RecordType.ASSET) && group.contains(field))
                    .findFirst()
                    .orElse(List.of(field)));
        }
        return groups;
    }

    private static boolean clashes(Entry entry, Map<String, FieldChange> set, String field) {
        FieldChange change = set.get(field);
        JsonNode now = entry.fields.get(field);
        return change != null && !same(now, change.to()) && !same(now, change.from());
    }

    private static Effect delete(Op op, @Nullable Entry entry) {
        if (entry == null) {
            return new Effect(Set.of(), List.of());
        }
        if (entry.deleted) {
            return new Effect(Set.of(OpStatus.NOOP), List.of());
        }
        boolean changed = op.set().isEmpty()
                ? entry.rev != op.baseRev()
                : op.set().entrySet().stream()
                        .anyMatch(e ->
                                !same(entry.fields.get(e.getKey()), e.getValue().from()));
        if (changed) {
            return new Effect(Set.of(OpStatus.CONFLICT), List.of(new Clash(op.opId(), op.key(), "*", null)));
        }
        entry.deleted = true;
        entry.rev++;
        return new Effect(Set.of(OpStatus.APPLIED), List.of());
    }

    /** A decision: from here on the record that it is about is the server's business. */
    private Effect resolve(@Nullable Map<String, JsonNode> conflict) {
        if (conflict != null) {
            RecordKey about = new RecordKey(
                    new RecordType(conflict.get("rec_type").asString()),
                    UUID.fromString(conflict.get("rec_id").asString()));
            Entry entry = entries.get(about);
            if (entry != null) {
                entry.decided = true;
            }
        }
        return ANYTHING;
    }

    private static void put(Entry entry, String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            entry.fields.remove(field);
        } else {
            entry.fields.put(field, value);
        }
    }

    /** Two values, absent and null being the same. The values of a run are plain enough for this. */
    static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        boolean noOne = one == null || one.isNull();
        boolean noOther = other == null || other.isNull();
        return (noOne || noOther) ? (noOne && noOther) : one.equals(other);
    }
}
