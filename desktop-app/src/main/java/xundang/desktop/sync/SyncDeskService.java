package xundang.desktop.sync;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalDatabase;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.store.DeskStore;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.id.IdSource;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** The sync centre's desk. Every decision is one journalled {@link DeskChange}; nothing is written on the side. */
public final class SyncDeskService implements SyncDesk, OpenConflicts {
    private static final String RESOLUTION = "resolution";

    /** Who sits at the desk. */
    public record Person(UserId user, Role role) {}

    private final LocalDatabase database;
    private final SyncStores stores;
    private final Person person;
    private final Clock clock;
    private final IdSource ids;
    private final RecordTitles titles;
    private final ConflictReader conflicts;

    /**
     * @param photos which pictures belong to a record
     * @param clock the laptop's clock and zone; never used for ordering
     */
    public SyncDeskService(
            LocalDatabase database, SyncStores stores, RecordPhotos photos, Person person, Clock clock, IdSource ids) {
        this.database = database;
        this.stores = stores;
        this.person = person;
        this.clock = clock;
        this.ids = ids;
        titles = new RecordTitles(stores.records());
        conflicts = new ConflictReader(stores, titles, photos, person);
    }

    @Override
    public List<Refused> refused() {
        return database.read(tx -> stores.desk().refused(tx).stream()
                .map(line -> refused(tx, line))
                .toList());
    }

    private Refused refused(Tx tx, DeskStore.RefusedOp line) {
        OutboxOp op = line.op();
        @Nullable Problem problem = line.problem();
        return new Refused(
                op.opId(),
                op.kind(),
                op.key(),
                titles.title(tx, op.key()),
                titles.category(tx, op.key()),
                op.set(),
                line.together(),
                op.at(),
                op.userId().equals(person.user()),
                line.held(),
                problem);
    }

    @Override
    public List<ConflictCard> conflicts() {
        return database.read(conflicts::all);
    }

    @Override
    public ConflictPhotos photos(UUID conflict) {
        return database.read(tx -> conflicts.photos(tx, conflict));
    }

    @Override
    public List<ConflictCard> openAbout(Tx tx, UUID asset) {
        return conflicts.openAbout(tx, asset);
    }

    @Override
    public List<Receipt> receipts(int limit) {
        return database.read(tx -> stores.desk().receipts(tx, limit).stream()
                .map(line -> new Receipt(
                        line.subject(),
                        titles.title(tx, line.about()),
                        line.records(),
                        line.photos(),
                        line.photosHeld(),
                        line.confirmedAt()))
                .toList());
    }

    @Override
    public UUID sendAgain(UUID refusedOp, Map<String, @Nullable JsonNode> set) {
        DeskChange.SendAgain change = database.read(tx -> again(tx, refusedOp, set));
        database.commit(change.of(change.ops().getFirst().subject()));
        return change.ops().get(change.refused().indexOf(refusedOp)).opId();
    }

    private DeskChange.SendAgain again(Tx tx, UUID refusedOp, Map<String, @Nullable JsonNode> set) {
        List<DeskStore.RefusedOp> unit = stores.desk().unit(tx, refusedOp);
        if (unit.isEmpty() || unit.stream().anyMatch(DeskStore.RefusedOp::held)) {
            throw new IllegalStateException("op " + refusedOp + " cannot be sent again");
        }
        @Nullable UUID group = unit.size() == 1 ? null : ids.next();
        OffsetDateTime at = now();
        long offset = stores.marks().millis(tx);
        List<OutboxOp> ops = new ArrayList<>();
        for (DeskStore.RefusedOp line : unit) {
            OutboxOp old = line.op();
            if (!old.userId().equals(person.user())) {
                throw new IllegalStateException("op " + refusedOp + " belongs to another person");
            }
            ops.add(new OutboxOp(
                    ids.next(),
                    group,
                    old.kind(),
                    old.v(),
                    old.key(),
                    old.scope(),
                    stores.records().rev(tx, old.key()),
                    changes(stores.desk().present(tx, old), old.opId().equals(refusedOp) ? set : wanted(old)),
                    at,
                    offset,
                    old.subject(),
                    person.user()));
        }
        return new DeskChange.SendAgain(
                unit.stream().map(line -> line.op().opId()).toList(), List.copyOf(ops));
    }

    private static Map<String, @Nullable JsonNode> wanted(OutboxOp op) {
        Map<String, @Nullable JsonNode> wanted = new LinkedHashMap<>();
        op.set().forEach((field, change) -> wanted.put(field, change.to()));
        return wanted;
    }

    private static Map<String, FieldChange> changes(
            Map<String, JsonNode> present, Map<String, @Nullable JsonNode> wanted) {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        wanted.forEach((field, value) -> set.put(field, new FieldChange(present.get(field), value)));
        return set;
    }

    @Override
    public void setAside(UUID refusedOp) {
        List<DeskStore.RefusedOp> unit = database.read(tx -> stores.desk().unit(tx, refusedOp));
        if (!unit.isEmpty()) {
            database.commit(new DeskChange.SetAside(
                            unit.stream().map(line -> line.op().opId()).toList())
                    .of(unit.getFirst().op().subject()));
        }
    }

    @Override
    public void settle(UUID conflict, @Nullable JsonNode value) {
        database.commit(database.read(tx -> {
                    ConflictCard card = conflicts
                            .find(tx, conflict)
                            .orElseThrow(() -> new IllegalStateException("conflict " + conflict + " is not here"));
                    boolean allowed = FieldMeaning.same(value, card.server()) ? card.mayGiveWay() : card.mayDecide();
                    if (!allowed) {
                        throw new IllegalStateException("conflict " + conflict + " cannot be settled so");
                    }
                    return new DeskChange.Settle(resolve(tx, conflict, value));
                })
                .of(conflict));
    }

    private OutboxOp resolve(Tx tx, UUID conflict, @Nullable JsonNode value) {
        RecordKey key = new RecordKey(RecordType.CONFLICT, conflict);
        return new OutboxOp(
                ids.next(),
                null,
                OpKind.CONFLICT_RESOLVE,
                1,
                key,
                null,
                stores.records().rev(tx, key),
                Map.of(RESOLUTION, new FieldChange(null, value)),
                now(),
                stores.marks().millis(tx),
                conflict,
                person.user());
    }

    /** Milliseconds: what the database and the JSON both keep. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
