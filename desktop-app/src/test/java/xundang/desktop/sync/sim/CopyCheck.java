package xundang.desktop.sync.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.desktop.sync.Records;
import xundang.desktop.sync.sim.ServerLook.Rec;
import xundang.desktop.sync.sim.Violation.Invariant;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.server.ledger.Scopes;

/** C, I, H: every laptop holds what the server holds for it, no more, and shows it; every picture has arrived. */
final class CopyCheck {
    private static final TypeReference<Map<String, JsonNode>> FIELDS = new TypeReference<>() {};

    private final Fleet fleet;
    private final Promises promises;
    private final ServerLook server;

    CopyCheck(Fleet fleet, Promises promises, ServerLook server) {
        this.fleet = fleet;
        this.promises = promises;
        this.server = server;
    }

    void all() {
        scopes();
        fleet.clients.forEach(this::copy);
        fleet.clients.forEach(this::shown);
        pictures();
    }

    /** I: a record belongs to the site of its object. */
    private void scopes() {
        server.records.forEach((key, rec) -> {
            UUID asset = key.type().equals(RecordType.ASSET)
                    ? key.id()
                    : Optional.of(rec.text("asset_id"))
                            .filter(text -> !text.isEmpty())
                            .map(UUID::fromString)
                            .orElse(null);
            Rec owner = asset == null ? null : server.records.get(new RecordKey(RecordType.ASSET, asset));
            if (owner != null) {
                String site = owner.text("site_id").isEmpty() ? Scopes.NO_SITE : owner.text("site_id");
                Violation.unless(
                        rec.scope().equals(site),
                        Invariant.I,
                        () -> key + " is at site " + rec.scope() + ", not " + site);
            }
        });
    }

    private void copy(SimClient client) {
        Scopes scopes = fleet.server.scopesOf(client.enrolment().user());
        Map<RecordKey, Map<String, JsonNode>> held = new HashMap<>();
        for (List<Object> row :
                client.storage.tables().rows("select rec_type, rec_id, fields, scope, rev from rec_base")) {
            RecordKey key = new RecordKey(new RecordType((String) row.get(0)), (UUID) row.get(1));
            held.put(key, ModelJson.mapper().readValue((String) row.get(2), FIELDS));
            // What only this laptop has keeps the record that it is about until a package holds it.
            Violation.unless(
                    scopes.mayRead((String) row.get(3)) || refusedHere(client, key),
                    Invariant.I,
                    () -> client + " holds " + key + " of site " + row.get(3));
        }
        client.storage.tables().end();
        server.records.forEach((key, rec) -> {
            boolean due = !rec.deleted() && scopes.mayRead(rec.scope());
            Map<String, JsonNode> here = held.remove(key);
            Violation.unless(
                    due == (here != null) || (!due && refusedHere(client, key)),
                    Invariant.C,
                    () -> client + (due ? " lacks " : " still has ") + key);
            if (due) {
                Differences.none(rec.fields(), here, Invariant.C, () -> client + ", " + key);
            }
        });
        held.keySet().removeIf(key -> refusedHere(client, key));
        Violation.unless(held.isEmpty(), Invariant.C, () -> client + " has what nobody has: " + held.keySet());
    }

    /** What a person sees is the server's copy, and besides only what the server refused to create. */
    private void shown(SimClient client) {
        for (RecordType type :
                List.of(RecordType.ASSET, RecordType.INSPECTION, RecordType.PHOTO, RecordType.CONFLICT)) {
            for (Records.Seen seen : client.visible(type)) {
                RecordKey key = new RecordKey(type, seen.id());
                Rec rec = server.records.get(key);
                boolean own = rec == null || rec.deleted();
                if (own) {
                    Violation.unless(
                            refusedHere(client, key), Invariant.C, () -> client + " shows " + key + " that nobody has");
                } else if (fleet.server.scopesOf(client.enrolment().user()).mayRead(rec.scope())) {
                    Differences.none(rec.fields(), seen.fields(), Invariant.C, () -> client + " shows, " + key);
                }
            }
        }
    }

    private boolean refusedHere(SimClient client, RecordKey key) {
        return promises.outbox(client).entrySet().stream()
                .anyMatch(e -> !e.getValue().open()
                        && !e.getValue().state().equals("applied")
                        && promises.promised(e.getKey())
                                .filter(op -> op.key().equals(key))
                                .isPresent());
    }

    /** H: a laptop that believes a picture stored is right; pictures that some laptop has and the ledger names have arrived. */
    private void pictures() {
        for (SimClient client : fleet.clients) {
            for (List<Object> row :
                    client.storage.tables().rows("select sha256 from upload where state = 'stored' order by sha256")) {
                String sha256 = ((String) row.getFirst()).strip();
                Violation.unless(
                        fleet.storedBytes(sha256).isPresent(),
                        Invariant.H,
                        () -> client + " believes that the server has picture " + sha256);
            }
            client.storage.tables().end();
        }
        server.records.forEach((key, rec) -> {
            if (key.type().equals(RecordType.PHOTO)) {
                String sha256 = rec.text("sha256");
                boolean somewhere = fleet.clients.stream()
                        .anyMatch(client -> client.photos.has(sha256)
                                && promises.outbox(client).keySet().stream()
                                        .anyMatch(op -> promises.promised(op)
                                                .filter(it -> it.key().equals(key))
                                                .isPresent()));
                Violation.unless(
                        !somewhere || fleet.storedBytes(sha256).isPresent(),
                        Invariant.A,
                        () -> "picture " + sha256 + " of " + key + " never arrived");
            }
        });
    }
}
