package xundang.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import xundang.model.sync.RecordType;

/**
 * Made-up cameras (示例) with which the product can be tried. Every record carries {@code sample}, so that no count of the real ledger
 * includes one.
 */
final class SampleCameras {
    static final int COUNT = 40;
    private static final String SITE = "示例点位";

    /** 浦东新区, social resources of the public road, fixed camera (132), public-security network. */
    private static final String GB_PREFIX = "31011500001320";

    private SampleCameras() {}

    static List<PlannedRecord> plan() {
        PlannedSites sites = new PlannedSites();
        String site = sites.keyOf(
                SITE, new RecordFields().text("photo_policy", "allowed").flag("sample"));
        List<PlannedRecord> all = new ArrayList<>(sites.all());
        IntStream.rangeClosed(1, COUNT).mapToObj(number -> camera(number, site)).forEach(all::add);
        return all;
    }

    private static PlannedRecord camera(int number, String site) {
        String key = "sample/camera/" + number;
        RecordFields fields = new RecordFields()
                .text("category", "camera")
                .text("name", String.format(Locale.ROOT, "示例摄像机 %02d", number))
                .text("site", SITE)
                .text("state", "in_service")
                .text("attr.gb_code", GB_PREFIX + String.format(Locale.ROOT, "%06d", number))
                .text("tag_state", "none")
                .text("note", "示例数据，不是真实设备。")
                .text("import_key", key)
                .flag("sample");
        return new PlannedRecord(
                0,
                RecordType.ASSET,
                key,
                new PlannedRecord.Numbering("asset_no", "CAM"),
                fields.done(),
                Map.of("site_id", site));
    }
}
