package xundang.desktop.sync.store;

import static xundang.desktop.platform.db.generated.Tables.OUTBOX;
import static xundang.desktop.platform.db.generated.Tables.REC_BASE;
import static xundang.desktop.platform.db.generated.Tables.REC_LOCAL;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.db.generated.tables.records.RecBaseRecord;
import xundang.desktop.platform.db.generated.tables.records.RecLocalRecord;
import xundang.desktop.sync.Overlay;
import xundang.desktop.sync.RecordListener;
import xundang.desktop.sync.Records;
import xundang.model.sync.Op;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/**
 * The visible records: {@code rec_base} holds the server's copy, {@code rec_local} the same with own ops on top, only where there are any.
 * Every change of what is visible reaches the listener of the record's type in the same transaction.
 */
public final class RecordStore implements Records {
    /** The two kinds of {@link #ON_TOP}; an index answers for each by itself. */
    static final List<Condition> ON_TOP_PARTS = List.of(OUTBOX.STATE.in(OpState.OPEN), OUTBOX.AWAIT_REV.isNotNull());

    /** Own ops that still stand on top of the base: not answered, or answered but not yet contained in it. */
    static final Condition ON_TOP = DSL.or(ON_TOP_PARTS);

    private static final String NO_SCOPE = "*";

    private final Map<RecordType, RecordListener> listeners = new HashMap<>();

    /** Wiring only, before the database is recovered; one listener per type. */
    public void register(RecordListener listener) {
        if (listeners.putIfAbsent(listener.type(), listener) != null) {
            throw new IllegalStateException("second listener for " + listener.type());
        }
    }

    @Override
    public Optional<Map<String, JsonNode>> fields(Tx tx, RecordKey key) {
        return Optional.ofNullable(visible(tx, key).fields());
    }

    @Override
    public long rev(Tx tx, RecordKey key) {
        return base(tx, key).map(RecBaseRecord::getRev).orElse(0L);
    }

    @Override
    public List<Seen> all(Tx tx, RecordType type) {
        Map<UUID, Seen> seen = new TreeMap<>(Comparator.comparing(UUID::toString));
        tx.dsl()
                .selectFrom(REC_BASE)
                .where(REC_BASE.REC_TYPE.eq(type.name()))
                .forEach(row -> show(seen, row.getRecId(), row.getScope(), row.getFields()));
        tx.dsl()
                .selectFrom(REC_LOCAL)
                .where(REC_LOCAL.REC_TYPE.eq(type.name()))
                .forEach(row -> show(seen, row.getRecId(), row.getScope(), row.getFields()));
        return List.copyOf(seen.values());
    }

    private static void show(Map<UUID, Seen> seen, UUID id, String scope, String text) {
        Map<String, JsonNode> fields = Json.fields(text);
        if (fields == null) {
            seen.remove(id);
        } else {
            seen.put(id, new Seen(id, scope, fields));
        }
    }

    /** What is visible of a record and where it belongs. */
    record Visible(String scope, @Nullable Map<String, JsonNode> fields) {}

    Visible visible(Tx tx, RecordKey key) {
        RecLocalRecord local = tx.dsl()
                .selectFrom(REC_LOCAL)
                .where(REC_LOCAL.REC_TYPE.eq(key.type().name()), REC_LOCAL.REC_ID.eq(key.id()))
                .fetchOne();
        if (local != null) {
            return new Visible(local.getScope(), Json.fields(local.getFields()));
        }
        return base(tx, key)
                .map(row -> new Visible(row.getScope(), Json.fields(row.getFields())))
                .orElse(new Visible(NO_SCOPE, null));
    }

    Optional<RecBaseRecord> base(Tx tx, RecordKey key) {
        return tx.dsl()
                .selectFrom(REC_BASE)
                .where(REC_BASE.REC_TYPE.eq(key.type().name()), REC_BASE.REC_ID.eq(key.id()))
                .fetchOptional();
    }

    /** Replays own ops on the base after either of them changed, and tells the listener if a person would see a difference. */
    void replay(Tx tx, RecordKey key, Visible before) {
        writeLocal(tx, key);
        Visible after = visible(tx, key);
        if (!Objects.equals(before.fields(), after.fields()) || !before.scope().equals(after.scope())) {
            tell(tx, key, after.fields() == null ? new Visible(before.scope(), null) : after);
        }
    }

    /** Tells the listener of the record's type, if a feature registered one; records of other types are kept all the same. */
    void tell(Tx tx, RecordKey key, Visible now) {
        RecordListener listener = listeners.get(key.type());
        if (listener != null) {
            listener.changed(tx, key.id(), now.scope(), now.fields());
        }
    }

    /** As {@link #tell(Tx, RecordKey, Visible)}, for many records of one type, each at most once. */
    void tell(Tx tx, RecordType type, List<RecordListener.Changed> now) {
        RecordListener listener = listeners.get(type);
        if (listener != null) {
            listener.changed(tx, now);
        }
    }

    private void writeLocal(Tx tx, RecordKey key) {
        var rows = tx.dsl()
                .select(OUTBOX.BODY, OUTBOX.SCOPE)
                .from(OUTBOX)
                .where(OUTBOX.REC_TYPE.eq(key.type().name()), OUTBOX.REC_ID.eq(key.id()), ON_TOP)
                .orderBy(OUTBOX.LOCAL_ID)
                .fetch();
        tx.dsl()
                .deleteFrom(REC_LOCAL)
                .where(REC_LOCAL.REC_TYPE.eq(key.type().name()), REC_LOCAL.REC_ID.eq(key.id()))
                .execute();
        if (rows.isEmpty()) {
            return;
        }
        Optional<RecBaseRecord> base = base(tx, key);
        List<Op> ops = rows.map(row -> Json.op(row.value1()));
        Map<String, JsonNode> seen =
                Overlay.replay(base.map(row -> Json.fields(row.getFields())).orElse(null), ops);
        String scope = base.map(RecBaseRecord::getScope)
                .orElseGet(() -> rows.stream()
                        .map(row -> row.value2())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(NO_SCOPE));
        tx.dsl()
                .insertInto(REC_LOCAL, REC_LOCAL.REC_TYPE, REC_LOCAL.REC_ID, REC_LOCAL.SCOPE, REC_LOCAL.FIELDS)
                .values(key.type().name(), key.id(), scope, Json.text(seen))
                .execute();
    }
}
