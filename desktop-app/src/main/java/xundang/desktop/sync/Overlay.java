package xundang.desktop.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;

/** What a person sees: the server's copy with own ops replayed on top of it, in their order. Pure. */
public final class Overlay {
    private static final Set<String> CREATING = Set.of("create", "attach");

    private Overlay() {}

    /**
     * The visible fields, or null when there is nothing to see: without a base a patch shows nothing, because a record that the server took
     * away must not come back as a fragment.
     */
    public static @Nullable Map<String, JsonNode> replay(@Nullable Map<String, JsonNode> base, List<Op> ops) {
        Map<String, JsonNode> seen = base == null ? null : new LinkedHashMap<>(base);
        for (Op op : ops) {
            String verb = verb(op);
            if (verb.equals("delete")) {
                seen = null;
            } else {
                if (seen == null && CREATING.contains(verb)) {
                    seen = new LinkedHashMap<>();
                }
                if (seen != null) {
                    put(seen, op.set());
                }
            }
        }
        return seen;
    }

    /** True if the op brings a record into being. */
    public static boolean creates(Op op) {
        return CREATING.contains(verb(op));
    }

    /** True if the op only changes fields, so that two of them may become one. */
    public static boolean patches(Op op) {
        return verb(op).equals("patch");
    }

    /**
     * One patch that does what the earlier and then the later one would do. It keeps what the earlier one's author had seen and takes the
     * later one's id: a copy of this laptop may send the earlier one as it was, and an id never stands for two contents.
     */
    public static Op merge(Op earlier, Op later) {
        Map<String, FieldChange> set = new LinkedHashMap<>(earlier.set());
        later.set()
                .forEach((field, change) ->
                        set.merge(field, change, (first, second) -> new FieldChange(first.from(), second.to())));
        return new Op(
                later.opId(),
                earlier.opSeq(),
                earlier.group(),
                earlier.kind(),
                earlier.v(),
                earlier.recType(),
                earlier.recId(),
                earlier.baseRev(),
                set,
                later.at(),
                later.clockOffsetMs(),
                earlier.userId());
    }

    private static void put(Map<String, JsonNode> seen, Map<String, FieldChange> set) {
        set.forEach((field, change) -> {
            JsonNode to = change.to();
            if (to == null || to.isNull()) {
                seen.remove(field);
            } else {
                seen.put(field, to);
            }
        });
    }

    private static String verb(Op op) {
        String kind = op.kind().name();
        return kind.substring(kind.indexOf('.') + 1);
    }
}
