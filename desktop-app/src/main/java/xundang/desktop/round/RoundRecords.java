package xundang.desktop.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.round.store.RoundStore;
import xundang.desktop.sync.RecordListener;
import xundang.model.json.ModelJson;
import xundang.model.round.OccurrenceMark;
import xundang.model.round.RoundShare;
import xundang.model.sync.RecordType;

/** Hears of the records of rounds, keeps rows where there are many, and notes that something changed. Store thread only. */
final class RoundRecords {
    private static final Logger LOG = LoggerFactory.getLogger(RoundRecords.class);

    private final RoundStore store;
    private boolean plansChanged = true;
    private boolean factsChanged = true;

    RoundRecords(RoundStore store) {
        this.store = store;
    }

    /** One listener for each type of record. */
    List<RecordListener> listeners() {
        return List.of(
                listener(RecordType.PLAN, (tx, id, fields) -> plansChanged = true),
                listener(RecordType.CALENDAR, (tx, id, fields) -> plansChanged = true),
                listener(RecordType.ROUND_MARK, this::mark),
                listener(RecordType.ROUND_SHARE, this::share));
    }

    /** What is done with a changed record. */
    @FunctionalInterface
    private interface Change {
        void apply(Tx tx, UUID id, @Nullable Map<String, JsonNode> fields);
    }

    private static RecordListener listener(RecordType type, Change change) {
        return new RecordListener() {
            @Override
            public RecordType type() {
                return type;
            }

            @Override
            public void changed(Tx tx, UUID id, String scope, @Nullable Map<String, JsonNode> fields) {
                change.apply(tx, id, fields);
            }
        };
    }

    private void mark(Tx tx, UUID id, @Nullable Map<String, JsonNode> fields) {
        factsChanged = true;
        Optional<OccurrenceMark> mark = read(id, fields, OccurrenceMark.class);
        if (mark.isPresent()) {
            store.put(tx, id, mark.get());
        } else {
            store.removeMark(tx, id);
        }
    }

    private void share(Tx tx, UUID id, @Nullable Map<String, JsonNode> fields) {
        factsChanged = true;
        Optional<RoundShare> share = read(id, fields, RoundShare.class);
        if (share.isPresent()) {
            store.put(tx, id, share.get());
        } else {
            store.removeShare(tx, id);
        }
    }

    /** Empty for a record that is gone, or that a newer program wrote in a shape that this one cannot show. */
    static <T> Optional<T> read(UUID id, @Nullable Map<String, JsonNode> fields, Class<T> shape) {
        if (fields == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ModelJson.mapper().convertValue(fields, shape));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("{} {} cannot be shown", shape.getSimpleName(), id);
            return Optional.empty();
        }
    }

    /** Whether plans or calendars changed since the last call, also where the change was undone. */
    boolean takePlansChanged() {
        boolean changed = plansChanged;
        plansChanged = false;
        return changed;
    }

    /** Whether marks or shares did. */
    boolean takeFactsChanged() {
        boolean changed = factsChanged;
        factsChanged = false;
        return changed;
    }
}
