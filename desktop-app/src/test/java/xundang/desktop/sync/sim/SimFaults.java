package xundang.desktop.sync.sim;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** Two sites with an object each, a manager and two inspectors, all up to date. Every test ends with a healed network and the whole oracle. */
abstract class SimFaults {
    @TempDir
    Path folder;

    Fleet fleet;
    UUID near;
    UUID far;
    UUID asset;
    UUID other;
    SimClient manager;
    SimClient inspector;
    SimClient second;

    @BeforeEach
    void begin() {
        begin(Sabotage.NONE);
    }

    void begin(Sabotage sabotage) {
        if (fleet != null) {
            fleet.close();
        }
        fleet = new Runs(folder).fleet(sabotage);
        near = fleet.site();
        far = fleet.site();
        asset = fleet.asset(near);
        other = fleet.asset(far);
        manager = fleet.joinManager();
        inspector = fleet.join(Role.INSPECTOR, Set.of(near.toString()));
        second = fleet.join(Role.INSPECTOR, Set.of(near.toString(), far.toString()));
        fleet.clients.forEach(SimClient::round);
    }

    @AfterEach
    void end() {
        fleet.close();
    }

    static Edits at(SimClient client) {
        return new Edits(client);
    }

    SimClient.Saved room(SimClient client, String value) {
        return at(client).patch(asset, Map.of("room", value));
    }

    /** What the ledger says of the object. */
    String ledger(String field) {
        return ledger(asset, field);
    }

    String ledger(UUID id, String field) {
        return new ServerLook(fleet.server)
                .records
                .get(new RecordKey(RecordType.ASSET, id))
                .text(field);
    }

    /** What a person at a laptop sees of the object; empty when it is not there. */
    String seen(SimClient client, String field) {
        JsonNode node = client.fields(new RecordKey(RecordType.ASSET, asset)).get(field);
        return node == null ? "" : node.asString();
    }

    long conflicts() {
        return new ServerLook(fleet.server)
                .records.keySet().stream()
                        .filter(key -> key.type().equals(RecordType.CONFLICT))
                        .count();
    }

    /** How many of the laptops' ops the server answered so. */
    long answered(OpStatus status) {
        return new ServerLook(fleet.server)
                .ops.values().stream()
                        .filter(answered -> !answered.system() && answered.status() == status)
                        .count();
    }

    /** How many ops stand so in a laptop's queue. */
    long queued(SimClient client, String state) {
        long count = client.storage
                .tables()
                .rows("select op_id from outbox where state = ?", state)
                .size();
        client.storage.tables().end();
        return count;
    }
}
