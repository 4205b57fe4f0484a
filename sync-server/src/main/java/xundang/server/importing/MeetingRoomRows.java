package xundang.server.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.CategorySchema;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;

/**
 * Rows of the meeting-room list (会议室设备清单); domain specification, section 8. What each row is stands in the table
 * {@code meeting-room-categories.json}: an object of its own becomes one record per unit, material one lot, and a row that names several
 * things with one quantity stays one record.
 */
final class MeetingRoomRows {
    private static final String SITE = "天山路1800号1号楼";
    private static final String SITE_LINES = ":7646-7648";
    private static final String ROOM = "212";
    /** The heading of part 1 names the room. */
    private static final String PART_WITH_ROOM = "1";

    private static final String PART_WITH_ROOM_LINE = ":7658";
    /** The other parts stand in a list that is headed "212 等会议室"; their rows name no room. */
    private static final String ROOM_INFERRED = "（房间按清单范围推定）";
    /** Part 6 is headed "其它独立" and part 7 names no room. */
    private static final Set<String> PARTS_WITHOUT_ROOM = Set.of("6", "7");

    private static final String IN_SERVICE_NOTE = "来源将该设备列入维护范围，故登记为在用；现场状态待核实。";
    private static final Map<String, Rule> RULES = rules();

    private final PlannedSites sites = new PlannedSites();

    /** How a row becomes records. */
    private enum Split {
        /** One record per unit. */
        @JsonProperty("units")
        UNITS,
        /** One record with the row's quantity, because the row does not say how the quantity divides. */
        @JsonProperty("one")
        ONE,
        /** One lot of material. */
        @JsonProperty("lot")
        LOT
    }

    /** What a name of the list is; {@code why} explains a category that fits only roughly. */
    private record Rule(
            String name,
            String category,
            Split split,
            @Nullable String why) {}

    List<PlannedRecord> plan(CsvTable table) {
        List<PlannedRecord> assets = new ArrayList<>();
        table.rows().forEach(row -> planRow(row, assets));
        List<PlannedRecord> all = new ArrayList<>(sites.all());
        all.addAll(assets);
        return all;
    }

    private void planRow(CsvRow row, List<PlannedRecord> assets) {
        String name = row.required("name");
        Rule rule = RULES.get(name);
        if (rule == null) {
            row.problem("name", "没有“" + name + "”的归类规则，请先在归类表中补上。");
            return;
        }
        Optional<Integer> quantity = row.quantity("quantity");
        if (rule.split() == Split.UNITS && quantity.isEmpty()) {
            row.problem("quantity", "按台建档的设备必须有数量。");
            return;
        }
        String source = row.required("source_file") + ":" + row.required("source_line");
        String site = sites.keyOf(SITE, row.text("source_file") + SITE_LINES);
        int records = rule.split() == Split.UNITS ? quantity.orElseThrow() : 1;
        String prefix = CategoryCatalog.bundled()
                .find(rule.category())
                .map(CategorySchema::prefix)
                .orElseThrow();
        for (int unit = 1; unit <= records; unit++) {
            String key = "meeting/" + source + "/" + unit;
            RecordFields fields = fields(row, rule, source).text("import_key", key);
            if (rule.split() == Split.UNITS) {
                fields.number("quantity", 1)
                        .text("unit", "台")
                        .number("unit_index", unit)
                        .number("unit_count", records);
            } else {
                fields.number("quantity", quantity.map(BigDecimal::valueOf));
            }
            assets.add(new PlannedRecord(
                    row.line(),
                    RecordType.ASSET,
                    key,
                    new PlannedRecord.Numbering("asset_no", prefix),
                    sourced(fields, row, source),
                    Map.of("site_id", site)));
        }
    }

    private static RecordFields fields(CsvRow row, Rule rule, String source) {
        RecordFields fields = new RecordFields()
                .text("category", rule.category())
                .text("name", row.text("name"))
                .text("brand", row.text("brand"))
                .text("model", row.text("model"))
                .text("list_part", row.text("part_name"))
                .text("site", SITE)
                .text("room", PARTS_WITHOUT_ROOM.contains(row.text("part")) ? "" : ROOM)
                .text("state", "in_service")
                .text("note", note(row, rule))
                .text("source", source);
        return rule.split() == Split.LOT ? fields : fields.text("tag_state", "none");
    }

    private static Map<String, JsonNode> sourced(RecordFields fields, CsvRow row, String source) {
        String file = row.text("source_file");
        String scope = file + SITE_LINES;
        boolean named = row.text("part").equals(PART_WITH_ROOM);
        return fields.from(source, "name", "brand", "model", "quantity", "list_part", "state")
                .from(scope, "site")
                .from(named ? file + PART_WITH_ROOM_LINE : scope + ROOM_INFERRED, "room")
                .done();
    }

    private static String note(CsvRow row, Rule rule) {
        StringBuilder note = new StringBuilder(IN_SERVICE_NOTE);
        if (PARTS_WITHOUT_ROOM.contains(row.text("part"))) {
            note.append("来源没有写所在房间。");
        }
        if (rule.why() != null) {
            note.append(rule.why()).append("。");
        }
        if (row.text("quantity").isEmpty()) {
            note.append("来源没有写数量。");
        }
        if (row.text("note").equals("unit not given")) {
            note.append("来源没有写数量的单位。");
        }
        return note.toString();
    }

    private static Map<String, Rule> rules() {
        try (InputStream in = MeetingRoomRows.class.getResourceAsStream("meeting-room-categories.json")) {
            if (in == null) {
                throw new IllegalStateException("meeting-room-categories.json is missing from the program");
            }
            return Arrays.stream(ModelJson.mapper().readValue(in, Rule[].class))
                    .collect(Collectors.toMap(Rule::name, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
