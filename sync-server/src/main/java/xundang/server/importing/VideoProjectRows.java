package xundang.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.json.ModelJson;
import xundang.model.sync.RecordType;

/**
 * Rows of the video projects' figures (视频项目统计). A figure such as "856 个" is a count in a contract, not 856 known cameras: it becomes
 * part of a project record, never an object of the ledger.
 */
final class VideoProjectRows {
    private record Project(String pack, String name) {}

    List<PlannedRecord> plan(CsvTable table) {
        Map<Project, List<CsvRow>> projects = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            Project project = new Project(row.required("package"), row.required("project_name"));
            projects.computeIfAbsent(project, first -> new ArrayList<>()).add(row);
        }
        List<PlannedRecord> records = new ArrayList<>();
        projects.forEach((project, rows) -> records.add(record(project, rows)));
        return records;
    }

    private static PlannedRecord record(Project project, List<CsvRow> rows) {
        String key = "project/" + project.pack() + "/" + project.name();
        ArrayNode figures = ModelJson.mapper().createArrayNode();
        rows.forEach(row -> figures.add(figure(row)));
        CsvRow first = rows.getFirst();
        RecordFields fields = new RecordFields()
                .text("name", project.name())
                .text("package", project.pack())
                .text("deployed_in", first.text("deployed_in"))
                .text("deployed_qualifier", mainly(rows) ? "主要" : "")
                .json("figures", figures)
                .text("source", source(first))
                .text("import_key", key);
        return new PlannedRecord(first.line(), RecordType.PROJECT, key, null, fields.done(), Map.of());
    }

    private static ObjectNode figure(CsvRow row) {
        ObjectNode figure = ModelJson.mapper().createObjectNode();
        figure.put("metric", row.required("metric")).put("metric_zh", row.required("metric_zh"));
        row.decimal("value").ifPresent(value -> figure.put("value", value));
        putText(figure, "unit", row.text("unit"));
        qualifier(row).ifPresent(word -> figure.put("qualifier", word));
        return figure.put("source", source(row));
    }

    /**
     * How the source restricts the number: 约 (about) before it, 余 (more than) after it. The file keeps such words in its notes, which are
     * otherwise remarks of whoever drew it up and no facts, so that nothing else of them goes into the ledger.
     */
    private static Optional<String> qualifier(CsvRow row) {
        String value = Pattern.quote(row.text("value"));
        String note = row.text("note");
        if (row.text("value").isEmpty()) {
            return Optional.empty();
        }
        if (Pattern.compile("约\\s*" + value).matcher(note).find()) {
            return Optional.of("约");
        }
        return Pattern.compile(value + "\\s*余").matcher(note).find() ? Optional.of("余") : Optional.empty();
    }

    private static boolean mainly(List<CsvRow> rows) {
        return rows.stream().anyMatch(row -> row.text("note").contains("主要部署于"));
    }

    private static void putText(ObjectNode figure, String name, String text) {
        if (!text.isEmpty()) {
            figure.put(name, text);
        }
    }

    private static String source(CsvRow row) {
        return row.required("source_file") + ":" + row.required("source_line");
    }
}
