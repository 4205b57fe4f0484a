package xundang.desktop.asset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.platform.db.Tx;
import xundang.desktop.sync.Records;
import xundang.model.asset.AssetId;
import xundang.model.asset.LifecycleState;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;
import xundang.model.template.Attributes;

/**
 * What other objects say about one: a UPS host's battery strings and jars, the equipment of a machine room, a camera's pole. Only those that
 * stand at their place count, and generated samples only for a generated object. Store thread only.
 */
final class RelatedAttributes {
    private static final Set<String> HERE = LifecycleState.codesAtTheirPlace();
    private static final String PARENT = "parent_no";
    private static final Attributes NOTHING = name -> Optional.empty();

    /** Attributes of a room's equipment that the room's forms use; others of the same name would be somebody else's. */
    private static final Map<String, Set<String>> OF_ROOM = Map.of(
            "ups_host", Set.of("redundancy", "parallel_n", "load_limit_pct"),
            "generator", Set.of("fuel_min_pct", "start_batt_v"),
            "fire_system", Set.of("cylinder_count", "design_pressure", "pilot_design_pressure"));

    /** What a room surely has, once such an object stands in it; that it stands in none does not say that there is none. */
    private static final Map<String, String> PRESENCE =
            Map.of("has_generator", "generator", "has_crac", "crac", "has_fire_system", "fire_system");

    private final AssetStore store;
    private final Records records;
    private Jars jars = new Jars(-1, Map.of());

    /** Battery jars by the number of their string, as they were when the store had been written to so often. */
    private record Jars(long writes, Map<String, List<AssetFields>> byString) {}

    RelatedAttributes(AssetStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    Attributes of(Tx tx, AssetFields object) {
        return switch (object.orEmpty("category")) {
            case "ups_host" -> batteries(tx, object);
            case "machine_room" -> room(tx, object);
            case "camera" -> pole(tx, object);
            default -> NOTHING;
        };
    }

    private Attributes batteries(Tx tx, AssetFields host) {
        String number = host.orEmpty("asset_no");
        List<AssetFields> strings = store.ofCategory(tx, "battery_string", HERE).stream()
                .filter(string -> isSample(host) || !string.sample())
                .map(string -> fields(tx, string.id()))
                .flatMap(Optional::stream)
                .filter(string ->
                        string.attribute("ups_no").filter(number::equals).isPresent())
                .toList();
        Map<String, List<AssetFields>> jars = strings.isEmpty() ? Map.of() : jars(tx);
        return new AgreedAttributes(
                strings,
                Set.of(),
                JarBaselines.of(strings.stream()
                        .flatMap(string -> jars.getOrDefault(string.orEmpty("asset_no"), List.of()).stream())
                        .toList()));
    }

    /** Thousands of jars are read once, not with every answer of a form. */
    private Map<String, List<AssetFields>> jars(Tx tx) {
        long writes = store.writes(tx);
        if (jars.writes() != writes) {
            jars = new Jars(
                    writes,
                    store.ofCategory(tx, "battery_jar", HERE).stream()
                            .map(jar -> fields(tx, jar.id()))
                            .flatMap(Optional::stream)
                            .filter(jar -> jar.text(PARENT).isPresent())
                            .collect(Collectors.groupingBy(jar -> jar.orEmpty(PARENT))));
        }
        return jars.byString();
    }

    private Attributes room(Tx tx, AssetFields room) {
        Map<String, String> present = new HashMap<>();
        PRESENCE.forEach((attribute, category) -> {
            if (!equipment(tx, room, category).isEmpty()) {
                present.put(attribute, "true");
            }
        });
        Attributes all = name -> Optional.ofNullable(present.get(name));
        for (Map.Entry<String, Set<String>> said : OF_ROOM.entrySet()) {
            all = all.orElse(new AgreedAttributes(equipment(tx, room, said.getKey()), said.getValue(), Map.of()));
        }
        return all;
    }

    /** What names the room as its parent, or stands at the same place. */
    private List<AssetFields> equipment(Tx tx, AssetFields room, String category) {
        Optional<UUID> site = room.siteId();
        if (site.isEmpty()) {
            return List.of();
        }
        String number = room.orEmpty("asset_no");
        return store.ofCategoryAt(tx, category, site.get(), HERE).stream()
                .filter(row -> isSample(room) || !row.summary().sample())
                .map(row -> fields(tx, row.summary().id()))
                .flatMap(Optional::stream)
                .filter(object -> object.orEmpty(PARENT).equals(number) || isInside(object, room))
                .toList();
    }

    private static boolean isInside(AssetFields object, AssetFields room) {
        return room.text("room").isPresent()
                && Stream.of("building", "floor", "room")
                        .allMatch(field -> object.orEmpty(field).equals(room.orEmpty(field)));
    }

    private Attributes pole(Tx tx, AssetFields camera) {
        List<AssetFields> poles = Stream.of(camera.attribute("pole_no"), camera.text(PARENT))
                .flatMap(Optional::stream)
                .limit(1)
                .flatMap(number -> store.byNumber(tx, number).stream())
                .filter(pole -> pole.category().equals("pole") && (isSample(camera) || !pole.sample()))
                .map(pole -> fields(tx, pole.id()))
                .flatMap(Optional::stream)
                .toList();
        return new AgreedAttributes(poles, Set.of("ground_ohm_limit"), Map.of());
    }

    private Optional<AssetFields> fields(Tx tx, AssetId id) {
        return records.fields(tx, new RecordKey(RecordType.ASSET, id.value())).map(AssetFields::new);
    }

    private static boolean isSample(AssetFields object) {
        return object.orEmpty("sample").equals("true");
    }
}
