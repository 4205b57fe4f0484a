package xundang.desktop.sync.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.desktop.sync.Records;
import xundang.model.account.Role;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;
import xundang.server.platform.db.DatabaseException;

/** What happens to a fleet, drawn from its dice: work of every kind, and every disaster that can be staged. */
final class Life {
    private static final List<String> FIELDS = List.of("name", "brand", "room", "keeper", "lon", "lat", "coord_system");

    private final Fleet fleet;
    private final Dice dice;
    private final List<UUID> assets = new ArrayList<>();
    private final List<byte[]> pictures = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private final Map<SimClient, SimClient.Image> images = new LinkedHashMap<>();
    private Tables.@Nullable Copy backup;
    private int values;

    /** Something that can happen, and how often. */
    private record Work(int weight, Runnable run) {}

    Life(Fleet fleet) {
        this.fleet = fleet;
        this.dice = fleet.dice.split();
        often(30, this::patch);
        often(8, this::inspect);
        often(4, this::create);
        often(3, this::delete);
        often(5, this::resolve);
        often(4, this::odd);
        often(45, this::sync);
        often(6, this::crashInNextStep);
        often(2, this::diskOfLaptop);
        often(3, this::clock);
        often(2, this::loseDatabase);
        often(6, this::weather);
        often(6, this::echoes);
        often(4, this::serverCrash);
        often(2, this::diskOfServer);
        often(5, this::importing);
        often(3, this::entitlement);
        often(3, this::backup);
        often(1, this::restoreServer);
        often(1, this::newEpoch);
        often(2, this::image);
        often(1, this::restoreImage);
        often(1, this::copy);
        often(6, () -> fleet.oracle.audit(dice.between(1, 9)));
        often(2, this::daysPass);
    }

    private void often(int weight, Runnable run) {
        works.add(new Work(weight, run));
    }

    /** Makes the fleet: mostly small, sometimes large, because faults need few laptops and many steps. */
    void begin() {
        for (int i = dice.between(1, 3); i > 0; i--) {
            fleet.site();
        }
        for (int i = dice.between(2, 6); i > 0; i--) {
            assets.add(fleet.asset(dice.pick(fleet.sites)));
        }
        for (int i = 0; i < 4; i++) {
            pictures.add(dice.bytes(dice.chance(0.05) ? 300_000 : dice.between(1, 3000)));
        }
        int laptops = dice.chance(0.05) ? dice.between(10, 20) : dice.between(3, 6);
        for (int i = 0; i < laptops; i++) {
            SimClient client =
                    i == 0 || dice.chance(0.3) ? fleet.joinManager() : fleet.join(Role.INSPECTOR, someSites());
            client.clock.wrongBy(Duration.ofMinutes(dice.longBetween(-525_600, 525_600)));
            client.network.weather(Weather.of(dice.chance(0.3) ? 0 : dice.between(0, 10) / 10.0));
        }
    }

    private Set<String> someSites() {
        if (dice.chance(0.2)) {
            return Set.of("*");
        }
        Set<String> some = new TreeSet<>();
        for (UUID site : fleet.sites) {
            if (dice.chance(0.6)) {
                some.add(site.toString());
            }
        }
        return some;
    }

    void step() {
        int total = works.stream().mapToInt(Work::weight).sum();
        int drawn = dice.below(total);
        for (Work work : works) {
            drawn -= work.weight();
            if (drawn < 0) {
                fleet.time.advance(Duration.ofSeconds(dice.between(1, 600)));
                work.run().run();
                return;
            }
        }
    }

    private SimClient someone() {
        return dice.pick(fleet.clients);
    }

    private @Nullable UUID someAsset(SimClient client) {
        List<Records.Seen> seen = client.visible(RecordType.ASSET);
        return seen.isEmpty() ? null : dice.pick(seen).id();
    }

    private void patch() {
        SimClient client = someone();
        UUID asset = someAsset(client);
        if (asset == null) {
            return;
        }
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            wanted.put(dice.pick(FIELDS), dice.chance(0.1) ? null : "v" + (dice.chance(0.2) ? 0 : ++values));
        }
        if (wanted.containsKey("name")) {
            wanted.put("name", "UPS" + ++values);
        }
        if (dice.chance(0.05)) {
            wanted.put("site_id", dice.pick(fleet.sites).toString());
        }
        new Edits(client).patch(asset, wanted);
    }

    private void inspect() {
        SimClient client = someone();
        UUID asset = someAsset(client);
        if (asset == null || client.role != Role.INSPECTOR) {
            return;
        }
        List<byte[]> some = new ArrayList<>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            some.add(dice.pick(pictures));
        }
        new Edits(client).inspect(asset, some, dice.chance(0.15) ? "image/bmp" : null);
    }

    private void create() {
        SimClient client = someone();
        String number = dice.chance(0.2) ? "UPS-000001" : fleet.number();
        UUID id = client.nextId();
        new Edits(client)
                .create(id, dice.chance(0.2) ? null : dice.pick(fleet.sites).toString(), number);
    }

    private void delete() {
        SimClient client = someone();
        UUID asset = someAsset(client);
        if (asset != null) {
            new Edits(client).delete(asset);
        }
    }

    private void resolve() {
        SimClient client = someone();
        List<Records.Seen> open = client.visible(RecordType.CONFLICT).stream()
                .filter(seen -> seen.fields().get("state").asString().equals("open"))
                .toList();
        if (!open.isEmpty()) {
            Records.Seen conflict = dice.pick(open);
            JsonNode value = conflict.fields().get(dice.chance(0.5) ? "client" : "server");
            new Edits(client).resolve(conflict.id(), value != null && value.isString() ? value : Edits.text("UPSx"));
        }
    }

    /** Ops that no honest program makes, or that this server cannot understand yet. */
    private void odd() {
        SimClient client = someone();
        UUID known = someAsset(client);
        UUID asset = known == null ? client.nextId() : known;
        Map<String, FieldChange> set = Map.of("room", Edits.to("r"));
        switch (dice.below(6)) {
            case 0 -> new Edits(client).odd("asset.teleport", 1, asset, set);
            case 1 -> new Edits(client).odd("asset.patch", 9, asset, set);
            case 2 -> new Edits(client).odd("asset.patch", 1, client.nextId(), set);
            case 3 -> new Edits(client).odd("asset.create", 1, client.nextId(), set);
            case 4 -> new Edits(client).odd("asset.patch", 1, asset, Map.of("NotAField", Edits.to("x")));
            default -> new Edits(client).odd("asset.patch", 1, asset, Map.of("room", Edits.to("长".repeat(200_000))));
        }
    }

    private void sync() {
        someone().round();
    }

    private void crashInNextStep() {
        someone().disk.crashAtStep(dice.between(1, 12));
    }

    private void diskOfLaptop() {
        someone().disk.full(dice.chance(0.5));
    }

    private void clock() {
        someone().clock.wrongBy(Duration.ofMinutes(dice.longBetween(-525_600, 525_600)));
    }

    private void loseDatabase() {
        SimClient client = someone();
        fleet.trace.add("%s loses its database", client);
        client.loseDatabase();
    }

    private void weather() {
        someone().network.weather(Weather.of(dice.chance(0.4) ? 0 : dice.between(0, 10) / 10.0));
    }

    private void echoes() {
        someone().network.deliverEchoes();
    }

    private void serverCrash() {
        if (dice.chance(0.5)) {
            fleet.server.restart();
        } else {
            fleet.server.disk.crashAtCommit(dice.between(1, 4), dice.chance(0.5));
        }
    }

    private void diskOfServer() {
        fleet.server.disk.full(dice.chance(0.5));
    }

    private void importing() {
        try {
            if (dice.chance(0.3)) {
                assets.add(fleet.asset(dice.pick(fleet.sites)));
            } else {
                String field = dice.chance(0.5) ? Differences.UNKNOWN + "future" : "brand";
                fleet.importing(
                        OpKind.ASSET_PATCH,
                        RecordType.ASSET,
                        dice.pick(assets),
                        Map.of(field, Edits.to("导入" + ++values)));
            }
        } catch (DatabaseException e) {
            fleet.trace.add("import failed, %s", e.reason());
        } catch (SimCrash e) {
            fleet.trace.add("import: %s", e.getMessage());
            fleet.server.restart();
        }
    }

    private void entitlement() {
        SimClient client = someone();
        if (client.role == Role.INSPECTOR) {
            Set<String> scopes = new LinkedHashSet<>(someSites());
            fleet.trace.add("%s may now see %s", client, scopes);
            fleet.server.entitle(client.enrolment().user(), scopes);
        }
    }

    private void backup() {
        fleet.trace.add("server: backup");
        backup = fleet.server.tables.copy();
    }

    private void restoreServer() {
        if (backup != null) {
            fleet.trace.add("server: restored from the backup");
            fleet.server.tables.restore(backup);
            fleet.server.restart();
            fleet.oracle.disaster();
        }
    }

    private void newEpoch() {
        fleet.trace.add("server: new epoch");
        fleet.server.tables.change("update sync_head set epoch = ?", fleet.server.nextId());
    }

    private void image() {
        SimClient client = someone();
        fleet.trace.add("%s: image taken", client);
        images.put(client, client.image());
    }

    private void restoreImage() {
        SimClient client = someone();
        SimClient.Image image = images.get(client);
        if (image != null) {
            fleet.trace.add("%s: image restored", client);
            client.restore(image);
            fleet.oracle.restored(client);
        }
    }

    private void copy() {
        if (fleet.clients.size() < 20) {
            SimClient original = someone();
            fleet.trace.add("%s: copied", original);
            fleet.copyOf(original);
        }
    }

    private void daysPass() {
        fleet.time.advance(Duration.ofDays(dice.between(1, 9)));
        fleet.server.removeExpiredUploads();
    }
}
