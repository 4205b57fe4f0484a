package xundang.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;

/**
 * Rows of the UPS list (UPS 主机清单); domain specification, section 8. A counted row becomes one object per unit. Where the list, the
 * service plan and the equipment table disagree about a field, the list's value is recorded and both stay as an open doubt (来源不一致).
 */
final class UpsRows {
    private static final String IN_SERVICE_NOTE = "来源将该设备列入维护范围，故登记为在用；现场状态待核实。";
    private static final Pattern SITE_AND_FLOOR = Pattern.compile("(.+?)(\\d+)楼");
    private static final PlannedRecord.Numbering NUMBERING = new PlannedRecord.Numbering("asset_no", "UPS");

    private final PlannedSites sites = new PlannedSites();
    private final List<PlannedRecord> hosts = new ArrayList<>();
    private final List<PlannedRecord> doubts = new ArrayList<>();

    List<PlannedRecord> plan(CsvTable table) {
        table.rows().forEach(this::planRow);
        List<PlannedRecord> all = new ArrayList<>(sites.all());
        all.addAll(hosts);
        all.addAll(doubts);
        return all;
    }

    /** The three places of the document that speak of a row: the list, the service plan, the equipment table. */
    private record Sources(String list, String plan, String table) {
        static Sources of(CsvRow row) {
            String[] lines = row.required("source_lines").split(";", -1);
            if (lines.length != 3) {
                row.problem("source_lines", "应为三处行号（清单;维护方案;设备表），用分号隔开。");
                return new Sources("", "", "");
            }
            String file = row.required("source_file");
            return new Sources(file + ":" + lines[0], file + ":" + lines[1], file + ":" + lines[2]);
        }
    }

    /** A location as written: the site, and the floor if it names one. */
    private record Place(String site, String floor) {
        static Place of(String written) {
            String text = written.replaceAll("\\s+", "");
            Matcher matcher = SITE_AND_FLOOR.matcher(text);
            return matcher.matches() ? new Place(matcher.group(1), matcher.group(2)) : new Place(text, "");
        }
    }

    private void planRow(CsvRow row) {
        Sources sources = Sources.of(row);
        Place place = Place.of(row.required("location"));
        int units = row.quantity("quantity").orElse(0);
        if (units == 0) {
            row.required("quantity");
            return;
        }
        String siteKey = sites.keyOf(place.site(), sources.list());
        for (int unit = 1; unit <= units; unit++) {
            String key = "ups/" + sources.list() + "/" + unit;
            Map<String, JsonNode> fields = host(row, sources, place, units, unit, key);
            hosts.add(new PlannedRecord(
                    row.line(), RecordType.ASSET, key, NUMBERING, fields, Map.of("site_id", siteKey)));
            planDoubts(row, sources, place, key);
        }
    }

    private static Map<String, JsonNode> host(
            CsvRow row, Sources sources, Place place, int units, int unit, String key) {
        String written = row.required("name_as_written");
        String kva = row.text("capacity_kva");
        String brand = row.text("brand");
        return new RecordFields()
                .text("category", "ups_host")
                .text("name", written)
                .text("brand", brand)
                .text("model", row.text("model"))
                .number("attr.rated_kva", row.decimal("capacity_kva"))
                .text("purchase_date", row.text("purchase_install_date"))
                .text("date_precision", row.text("date_precision"))
                .text("site", place.site())
                .text("floor", place.floor())
                .text("state", "in_service")
                .text("tag_state", "none")
                .number("quantity", 1)
                .text("unit", "台")
                .number("unit_index", unit)
                .number("unit_count", units)
                .text("note", note(row))
                .text("source", sources.list())
                .text("import_key", key)
                .from(sources.list(), "name", "model", "purchase_date", "site", "floor", "state")
                .from(written.contains(brand) ? sources.list() : sources.table(), "brand")
                .from(written.contains(kva + "KVA") ? sources.list() : sources.table(), "attr.rated_kva")
                .done();
    }

    private static String note(CsvRow row) {
        String inTable = row.text("equipment_list_name");
        return inTable.isEmpty() ? IN_SERVICE_NOTE : IN_SERVICE_NOTE + "设备表中写作“" + inTable + "”。";
    }

    private void planDoubts(CsvRow row, Sources sources, Place place, String hostKey) {
        Place planned = Place.of(row.text("plan_location"));
        if (!planned.floor().isEmpty() && !planned.floor().equals(place.floor())) {
            doubt(hostKey, "floor", place.floor(), "清单 " + sources.list(), planned.floor(), "维护方案 " + sources.plan());
        }
        if (!planned.site().isEmpty() && !planned.site().equals(place.site())) {
            doubt(hostKey, "site", place.site(), "清单 " + sources.list(), planned.site(), "维护方案 " + sources.plan());
        }
        String inTable = modelInTable(row);
        String model = row.text("model");
        if (!model.isEmpty() && !inTable.isEmpty() && !canonical(model).equals(canonical(inTable))) {
            doubt(hostKey, "model", model, "清单 " + sources.list(), inTable, "设备表 " + sources.table());
        }
    }

    /** The equipment table's name without brand and power, e.g. {@code GSG300P} of {@code GSG300P 300KVA}. */
    private static String modelInTable(CsvRow row) {
        return row.text("equipment_list_name")
                .replaceAll("（[^）]*）", "")
                .replaceAll("(?<![A-Z0-9])\\d+KVA", "")
                .replace(row.text("brand"), "")
                .strip();
    }

    /** LP is how the list abbreviates the series LanPro: LanPro LP20-31, LanPro20-31 and LP20-31 are one model, not a disagreement. */
    private static String canonical(String model) {
        return model.replaceAll("\\s+", "").replace("LanProLP", "LP").replace("LanPro", "LP");
    }

    private void doubt(String hostKey, String field, String recorded, String recordedBy, String other, String otherBy) {
        var candidates = ModelJson.mapper().createArrayNode();
        candidates.addObject().put("value", recorded).put("source", recordedBy);
        candidates.addObject().put("value", other).put("source", otherBy);
        String key = hostKey + "#" + field;
        Map<String, JsonNode> fields = Map.of(
                "field", StringNode.valueOf(field),
                "candidates", candidates,
                "state", StringNode.valueOf("open"),
                "import_key", StringNode.valueOf(key));
        doubts.add(new PlannedRecord(0, RecordType.FIELD_CONFLICT, key, null, fields, Map.of("asset_id", hostKey)));
    }
}
