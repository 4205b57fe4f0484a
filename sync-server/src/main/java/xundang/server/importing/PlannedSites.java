package xundang.server.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xundang.model.sync.RecordType;

/** The sites (点位) that rows of one file name, each once. */
final class PlannedSites {
    private static final PlannedRecord.Numbering NUMBERING = new PlannedRecord.Numbering("code", "SITE");

    private final Map<String, PlannedRecord> byKey = new LinkedHashMap<>();

    /** The import key of the site with that name. */
    String keyOf(String name, RecordFields fields) {
        String key = "site/" + name;
        fields.text("name", name).text("import_key", key);
        byKey.putIfAbsent(key, new PlannedRecord(0, RecordType.SITE, key, NUMBERING, fields.done(), Map.of()));
        return key;
    }

    /** A site of which only the name is known. */
    String keyOf(String name, String source) {
        return keyOf(
                name,
                new RecordFields()
                        .text("photo_policy", "allowed")
                        .text("note", "来源文件的保密条款提到禁止拍照（002_53368a6f628d802e.txt:2920），本点位的拍照规定请管理员核定。")
                        .text("source", source));
    }

    List<PlannedRecord> all() {
        return List.copyOf(byKey.values());
    }
}
