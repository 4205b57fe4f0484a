package xundang.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import xundang.desktop.asset.AssetChangeHandler;
import xundang.desktop.asset.AssetRecords;
import xundang.desktop.asset.store.AssetStore;
import xundang.desktop.inspection.InspectionParts;
import xundang.desktop.platform.crypto.DataKey;
import xundang.desktop.platform.db.H2LocalDatabase;
import xundang.desktop.platform.files.DataFolder;
import xundang.desktop.round.RoundParts;
import xundang.desktop.round.Rounds;
import xundang.desktop.session.Session;
import xundang.desktop.sync.store.SyncStores;
import xundang.model.account.DeviceId;
import xundang.model.account.Role;
import xundang.model.account.UserId;
import xundang.model.calendar.WorkingCalendar;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.round.Period;
import xundang.model.sync.Change;
import xundang.model.sync.ChangePage;
import xundang.model.sync.FeedCursor;
import xundang.model.sync.RecordType;
import xundang.model.template.TemplateCatalog;

/**
 * 今日 in a month of 2,300 cameras, 15 UPS hosts and 12 rooms: 5,291 occurrences, of which 2,976 are patrol slots. Opened warm from another
 * screen; opened after a colleague's record has arrived; scrolled.
 */
final class TodayBench implements Bench {
    private static final int CAMERAS = 2_300;
    private static final int HOSTS = 15;
    private static final int ROOMS = 12;
    private static final int PAGE = 1_000;
    private static final double OPEN_GOAL_MS = 300;
    private static final double FRAME_GOAL_MS = 16;
    private static final UUID SITE = new UUID(0x7000L, 1);
    private static final UUID CAMERA_PLAN = new UUID(0x7000L, 11);
    private static final UUID HOST_PLAN = new UUID(0x7000L, 12);
    private static final UUID PATROL_PLAN = new UUID(0x7000L, 13);

    /** In the second half of a month of 31 days, in the middle of a patrol window. */
    private final Clock clock = Clock.fixed(Instant.parse("2026-08-20T07:05:00Z"), WorkingCalendar.ZONE);

    private final List<Change> changes = new ArrayList<>();
    private long position;

    @Override
    public String name() {
        return "today";
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        try (DataKey key = DataKey.fresh(new SecureRandom())) {
            if (!(H2LocalDatabase.open(data, key, clock) instanceof H2LocalDatabase.Opening.Opened opened)) {
                throw new IllegalStateException("a fresh ledger does not open");
            }
            try (H2LocalDatabase database = opened.database()) {
                return measure(database);
            }
        }
    }

    private List<Row> measure(H2LocalDatabase database) throws Exception {
        SyncStores stores = SyncStores.over(database);
        AssetStore assets = new AssetStore();
        AssetRecords records = new AssetRecords(assets, stores.records());
        InspectionParts inspections =
                InspectionParts.over(database, records, stores.outbox(), TemplateCatalog.bundled());
        Session session = new Session(
                new UserId(new UUID(7, 7)),
                "bench",
                "示例员甲",
                Role.INSPECTOR,
                new DeviceId(new UUID(7, 8)),
                "SH01",
                "bench",
                "http://127.0.0.1");
        RoundParts parts = RoundParts.over(
                new RoundParts.Ground(database, stores.records(), stores.outbox(), stores.marks()),
                records,
                inspections,
                session,
                clock);
        stores.records().register(new AssetChangeHandler(assets));
        stores.records().register(inspections.inspectionChanges());
        parts.listeners().forEach(stores.records()::register);
        database.recover();
        ledger();
        take(database, stores);
        Rounds rounds = parts.service(clock, new Uuid7Source(clock, new SecureRandom()));
        int month = rounds.progress(Period.of(YearMonth.of(2026, 8))).all().planned();
        try (DrawnToday window = new DrawnToday(rounds, clock)) {
            int lines = window.open();
            Percentiles open = Percentiles.of(20, 100, i -> window.open());
            Percentiles arrived = Percentiles.of(5, 100, i -> {
                inspected(camera(1_200 + i), "cam-f", CAMERA_PLAN, "2026-08", 20, 10);
                take(database, stores);
                window.open();
            });
            Percentiles frames = Percentiles.of(50, 500, i -> window.scrollTo(i * 3 % lines));
            return List.of(
                    Row.of("occurrences of the month behind Today", month, ""),
                    Row.of("lines of Today", lines, ""),
                    Row.of("Today opened and drawn, warm, median", open.median(), "ms"),
                    Row.atMost("Today opened and drawn, warm, p99", open.p99(), "ms", OPEN_GOAL_MS),
                    Row.of("Today after an arriving record, its storing included, median", arrived.median(), "ms"),
                    Row.atMost(
                            "Today after an arriving record, its storing included, p99",
                            arrived.p99(),
                            "ms",
                            OPEN_GOAL_MS),
                    Row.of("Today scrolled and drawn, one frame, median", frames.median(), "ms"),
                    Row.atMost("Today scrolled and drawn, one frame, p99", frames.p99(), "ms", FRAME_GOAL_MS));
        }
    }

    /** Plans, objects, and what was done up to the twentieth: most patrols, a third of the cameras, half of the hosts. */
    private void ledger() {
        plan(CAMERA_PLAN, "室外摄像机巡检", "cam-f", "camera", Map.of("kind", "months", "months", 1));
        plan(HOST_PLAN, "UPS 月度巡检", "ups-m", "ups_host", Map.of("kind", "months", "months", 1));
        plan(
                PATROL_PLAN,
                "机房巡视",
                "room-p",
                "machine_room",
                Map.of("kind", "slots", "every_hours", 3, "window_minutes", 30, "first_hour", 0));
        for (int i = 0; i < CAMERAS; i++) {
            asset(camera(i), "CAM-%06d".formatted(i), "camera", "示例摄像机 " + i, "点位 " + i / 4);
            if (i < CAMERAS / 3) {
                inspected(camera(i), "cam-f", CAMERA_PLAN, "2026-08", 1 + i % 19, 9);
            }
        }
        for (int i = 0; i < HOSTS; i++) {
            asset(host(i), "UPS-%06d".formatted(i), "ups_host", "示例主机 " + i, "机房 " + i % ROOMS);
            if (i % 2 == 0) {
                inspected(host(i), "ups-m", HOST_PLAN, "2026-08", 5, 10);
            }
        }
        for (int i = 0; i < ROOMS; i++) {
            asset(room(i), "ROOM-%04d".formatted(i), "machine_room", "示例机房 " + i, "机房 " + i);
            for (int slot = 0; slot < 19 * 8 + 5; slot++) {
                int day = 1 + slot / 8;
                int hour = slot % 8 * 3;
                if (slot % 13 != i) {
                    String name = "2026-08-%02dT%02d:00".formatted(day, hour);
                    inspected(room(i), "room-p", PATROL_PLAN, name, day, hour);
                }
            }
        }
    }

    private void plan(UUID id, String name, String template, String category, Map<String, Object> rhythm) {
        put(
                RecordType.PLAN,
                id,
                Map.of(
                        "name", name,
                        "template_id", template,
                        "category", category,
                        "rhythm", rhythm,
                        "starts_on", "2026-08-01",
                        "purpose", "regular",
                        "priority", 0));
    }

    private void asset(UUID id, String number, String category, String name, String room) {
        put(
                RecordType.ASSET,
                id,
                Map.of(
                        "asset_no", number,
                        "category", category,
                        "name", name,
                        "site", "示例站点",
                        "site_id", SITE.toString(),
                        "room", room,
                        "state", "in_service"));
    }

    private void inspected(UUID asset, String template, UUID plan, String slot, int day, int hour) {
        String at = "2026-08-%02dT%02d:05:00+08:00".formatted(day, hour);
        Map<String, Object> fields = new HashMap<>();
        fields.put("asset_id", asset.toString());
        fields.put("template_id", template);
        fields.put("template_version", 1);
        fields.put("occurrence", Map.of("plan_id", plan.toString(), "slot", slot));
        fields.put("started_at", at);
        fields.put("submitted_at", at);
        fields.put("inspector_id", new UUID(7, 9).toString());
        fields.put("inspector_name", "示例员乙");
        fields.put("device_id", new UUID(8, 8).toString());
        fields.put("clock_offset_ms", 0);
        fields.put("observed", Map.of());
        fields.put("readings", List.of());
        fields.put("verdict", "normal");
        fields.put("record_hash", "0".repeat(64));
        put(RecordType.INSPECTION, new UUID(0x7004L, position), fields);
    }

    private void put(RecordType type, UUID id, Map<String, Object> fields) {
        position++;
        Map<String, JsonNode> json = ModelJson.mapper().convertValue(fields, new TypeReference<>() {});
        changes.add(new Change(position, Change.ChangeOp.PUT, type, id, SITE.toString(), position, json));
    }

    private void take(H2LocalDatabase database, SyncStores stores) {
        for (int from = 0; from < changes.size(); from += PAGE) {
            List<Change> page = List.copyOf(changes.subList(from, Math.min(changes.size(), from + PAGE)));
            database.inTransaction(tx -> {
                stores.feed().take(tx, new ChangePage(page, new FeedCursor("c" + position), true, position));
                return page;
            });
        }
        changes.clear();
    }

    private static UUID camera(int i) {
        return new UUID(0x7001L, i);
    }

    private static UUID host(int i) {
        return new UUID(0x7002L, i);
    }

    private static UUID room(int i) {
        return new UUID(0x7003L, i);
    }
}
