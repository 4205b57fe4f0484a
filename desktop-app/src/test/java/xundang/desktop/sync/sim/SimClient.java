package xundang.desktop.sync.sim;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.desktop.platform.db.LocalChange;
import xundang.desktop.platform.db.MemoryDatabase;
import xundang.desktop.platform.db.StoreException;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.platform.tasks.DirectBackgroundTasks;
import xundang.desktop.sync.EngineRound;
import xundang.desktop.sync.OutboxOp;
import xundang.desktop.sync.Records;
import xundang.desktop.sync.StoreSteps;
import xundang.desktop.sync.SyncEngine;
import xundang.desktop.sync.SyncIdentity;
import xundang.desktop.sync.store.SyncStores;
import xundang.desktop.testing.KeptPhotos;
import xundang.model.account.Role;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.Change;
import xundang.model.sync.Op;
import xundang.model.sync.PushRequest;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** A laptop: the real engine and stores on media that outlive it. */
final class SimClient implements SimNetwork.Watch {
    private static final String SAVE = "sim.save";
    private static final TypeReference<List<OutboxOp>> OPS = new TypeReference<>() {};

    final String name;
    final Role role;
    final SimTime.LaptopClock clock;
    final SimDisk disk = new SimDisk();
    final KeptPhotos photos = new KeptPhotos();
    final Databases.Laptop storage;
    final SimNetwork network;
    private final Fleet fleet;
    private final MemoryDatabase.Media media;
    private final Uuid7Source ids;
    private SimServer.Enrolment enrolment;
    private int version = 1;
    private MemoryDatabase database;
    private SyncStores stores;
    private SyncEngine engine;

    SimClient(Fleet fleet, String name, Role role, SimServer.Enrolment enrolment, Databases.Laptop storage) {
        this.fleet = fleet;
        this.name = name;
        this.role = role;
        this.enrolment = enrolment;
        this.storage = storage;
        clock = fleet.time.laptop();
        ids = new Uuid7Source(clock, fleet.dice.split().generator());
        media = new MemoryDatabase.Media(storage.connection());
        network = new SimNetwork(
                fleet.server, () -> this.enrolment.token(), fleet.dice.split(), fleet.trace, fleet.sabotage, this);
        open();
    }

    private void open() {
        database = new MemoryDatabase(media, disk);
        stores = SyncStores.over(database);
        database.register(
                SAVE,
                (tx, change) -> stores.outbox().append(tx, ModelJson.mapper().convertValue(change.body(), OPS)));
        database.recover();
        engine = new SyncEngine(
                network,
                new StoreSteps(database, new DirectBackgroundTasks()),
                stores,
                photos,
                new SyncIdentity(enrolment.device(), enrolment.user(), "sim " + version, version),
                clock);
    }

    SimServer.Enrolment enrolment() {
        return enrolment;
    }

    /** Another person takes this laptop, or the same one a new token. */
    void logIn(SimServer.Enrolment now) {
        enrolment = now;
        restart();
    }

    /** The next version of the program, with another set of known fields, takes up what this one left. */
    void upgrade() {
        version++;
        restart();
    }

    /** Another token of the same person. */
    void useToken(String token) {
        enrolment = new SimServer.Enrolment(enrolment.user(), enrolment.name(), enrolment.device(), token);
    }

    UUID nextId() {
        return ids.next();
    }

    /** How a save ended. */
    enum Saved {
        ACKNOWLEDGED,
        /** The disk is full; the person was told so. */
        REFUSED,
        /** The process died; nobody was told anything. */
        DIED
    }

    /** A person's change: one change of the journal, ops of one subject. */
    Saved save(UUID subject, List<OutboxOp> ops) {
        try {
            database.commit(new LocalChange(SAVE, subject, ModelJson.mapper().valueToTree(ops)));
        } catch (StoreException e) {
            fleet.trace.add("%s: save refused, %s", name, e.reason());
            return Saved.REFUSED;
        } catch (SimCrash e) {
            fleet.trace.add("%s: died saving, %s", name, e.getMessage());
            restart();
            return Saved.DIED;
        }
        fleet.trace.add("%s: saved %s", name, describe(ops));
        fleet.oracle.acknowledged(this, ops);
        return Saved.ACKNOWLEDGED;
    }

    private static String describe(List<OutboxOp> ops) {
        StringBuilder text = new StringBuilder();
        for (OutboxOp op : ops) {
            text.append(op.kind())
                    .append(' ')
                    .append(tail(op.key().id()))
                    .append(" op ")
                    .append(tail(op.opId()));
            if (op.kind().name().endsWith(".patch")) {
                text.append(' ').append(op.set());
            }
            text.append("; ");
        }
        return text.length() > 400 ? text.substring(0, 400) : text.toString();
    }

    static String tail(UUID id) {
        return id.toString().substring(28);
    }

    /** One round of sync, and what the program does after it. Null when the process died in it. */
    @Nullable
    EngineRound round() {
        fleet.trace.add("%s: round", name);
        try {
            EngineRound round = EngineRound.of(engine);
            if (round.done()) {
                database.forgetSettled(stores.subjects());
            }
            fleet.trace.add("%s: round ended, %s", name, round.fault());
            fleet.sabotage.afterRound(this);
            fleet.oracle.look(this);
            return round;
        } catch (SimCrash e) {
            fleet.trace.add("%s: died in a round, %s", name, e.getMessage());
            restart();
            return null;
        } catch (StoreException e) {
            fleet.trace.add("%s: store after a round, %s", name, e.reason());
            fleet.oracle.look(this);
            return null;
        }
    }

    /** The process begins anew on what is on the disk. */
    void restart() {
        disk.heal();
        open();
        fleet.oracle.look(this);
    }

    /** The database file is lost; the journal is there. */
    void loseDatabase() {
        storage.tables().reset();
        disk.heal();
        open();
        fleet.oracle.lostDatabase(this);
    }

    /** Everything on the disk. */
    record Image(Tables.Copy tables, MemoryDatabase.Image journal, KeptPhotos photos) {}

    Image image() {
        return new Image(storage.tables().copy(), media.image(), photos.image());
    }

    /** The disk is put back to what it was. */
    void restore(Image image) {
        storage.tables().restore(image.tables());
        media.restore(image.journal());
        photos.restore(image.photos());
        disk.heal();
        open();
    }

    <T> T read(Function<Tx, T> work) {
        return database.read(work);
    }

    SyncStores stores() {
        return stores;
    }

    MemoryDatabase database() {
        return database;
    }

    List<Records.Seen> visible(RecordType type) {
        return read(tx -> stores.records().all(tx, type));
    }

    Map<String, JsonNode> fields(RecordKey key) {
        return read(tx -> stores.records().fields(tx, key)).orElse(Map.of());
    }

    /** Ops that wait for an answer. */
    int waiting() {
        return read(tx -> stores.sends().open(tx));
    }

    /** Pictures whose record the server has and whose bytes it is not known to have. */
    int picturesWaiting() {
        return read(tx -> stores.uploads().ready(tx, 1000, List.of())).size();
    }

    @Override
    public void sent(PushRequest request) {
        for (Op op : request.ops()) {
            fleet.oracle.sent(this, op);
        }
    }

    @Override
    public void received(List<Change> changes) {
        fleet.oracle.received(this, changes);
    }

    @Override
    public String toString() {
        return name;
    }
}
