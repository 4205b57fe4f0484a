package xundang.desktop.testing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.sync.RecordPhotos;
import xundang.desktop.sync.SyncDesk;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.Problem;
import xundang.model.sync.RecordKey;
import xundang.model.sync.RecordType;

/** A desk on which lies whatever a test puts there; it remembers what was decided. */
public final class FixedDesk implements SyncDesk {
    public static final UUID EDIT_CONFLICT = new UUID(7, 1);
    public static final UUID OWN_CONFLICT = new UUID(7, 2);
    public static final UUID SETTLED_CONFLICT = new UUID(7, 3);
    public static final UUID DUPLICATE_CONFLICT = new UUID(7, 4);

    public List<Refused> refused = new ArrayList<>(List.of(scrapped(), inspection(), held()));
    public List<ConflictCard> conflicts = new ArrayList<>(
            List.of(floor(EDIT_CONFLICT, true, true), rule(), capacity(true, false), duplicate(), settled()));
    public List<Receipt> receipts = new ArrayList<>(List.of(
            receipt(1, "UPS-000011 GE SG300P 300KVA", 1, 14, 14, "2026-11-21T02:42:00Z"),
            receipt(2, "UPS-000006 GE SG300P 300KVA", 1, 6, 4, "2026-11-21T02:41:00Z"),
            receipt(3, "UPS-000013 LP15-31", 2, 0, 0, "2026-11-20T08:15:00Z")));
    public final Map<UUID, ConflictPhotos> photos = new HashMap<>(Map.of(
            EDIT_CONFLICT,
            new ConflictPhotos(taken("示例资产管理员", 1), taken("示例巡检员甲", 2, 3), taken("示例巡检员乙", 4, 5)),
            OWN_CONFLICT,
            new ConflictPhotos(List.of(), taken("示例巡检员甲", 6, 7), List.of()),
            DUPLICATE_CONFLICT,
            new ConflictPhotos(taken("示例巡检员乙", 8), taken("示例巡检员乙", 9, 10), List.of())));
    public final List<String> done = new ArrayList<>();
    public RuntimeException fault;
    public RuntimeException photoFault;

    public static JsonNode text(String value) {
        return value == null ? null : JsonNodeFactory.instance.stringNode(value);
    }

    public static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static Refused scrapped() {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        set.put("room", new FieldChange(text("B203"), text("B205")));
        set.put("attr.rated_kva", new FieldChange(number(300), number(30000)));
        set.put("changed.room", new FieldChange(null, JsonNodeFactory.instance.booleanNode(true)));
        return new Refused(
                new UUID(6, 1),
                OpKind.ASSET_PATCH,
                new RecordKey(RecordType.ASSET, YangpuLedger.id(6).value()),
                "UPS-000006 GE SG300P 300KVA",
                "ups_host",
                set,
                0,
                OffsetDateTime.parse("2026-11-21T09:12:00+08:00"),
                true,
                false,
                problem("E-OP-422", "额定容量超出该类设备的范围。这一项没有保存到台账，本机上仍保留。请改正后重新提交。"));
    }

    private static Refused inspection() {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        set.put("template_id", new FieldChange(null, text("ups-m")));
        set.put("inspector_name", new FieldChange(null, text("示例巡检员甲")));
        set.put("submitted_at", new FieldChange(null, text("2026-11-21T09:40:00+08:00")));
        set.put("verdict", new FieldChange(null, text("warning")));
        set.put(
                "readings",
                new FieldChange(
                        null, JsonNodeFactory.instance.arrayNode().add("1").add("2")));
        return new Refused(
                new UUID(6, 2),
                OpKind.INSPECTION_CREATE,
                new RecordKey(RecordType.INSPECTION, new UUID(5, 2)),
                "UPS-000013 LP15-31",
                "ups_host",
                set,
                14,
                OffsetDateTime.parse("2026-11-21T09:40:00+08:00"),
                true,
                false,
                problem("E-OP-404", "台账里没有这条记录，或您没有它的权限。这一项没有保存到台账，本机上仍保留。请联系资产管理员。"));
    }

    private static Refused held() {
        return new Refused(
                new UUID(6, 3),
                new OpKind("asset.inspect_later"),
                new RecordKey(RecordType.ASSET, YangpuLedger.id(7).value()),
                "UPS-000007 GE SG300P 300KVA",
                "ups_host",
                Map.of("note", new FieldChange(null, text("风扇有异响"))),
                0,
                OffsetDateTime.parse("2026-11-20T16:02:00+08:00"),
                false,
                true,
                problem("E-OP-480", "服务器版本较旧，还不认识这种操作。内容已在服务器上留存，等待管理员处理。"));
    }

    private static Problem problem(String code, String detail) {
        return new Problem("urn:xundang:problem:example", "Example", 422, detail, code, null);
    }

    /** LP15-31: two people wrote different floors. */
    public static ConflictCard floor(UUID id, boolean own, boolean maySettle) {
        return card(
                id,
                ConflictCard.Kind.EDIT,
                13,
                "floor",
                text("7"),
                text("4"),
                text("5"),
                null,
                true,
                null,
                false,
                own,
                maySettle);
    }

    /** A capacity that two people changed. */
    public static ConflictCard capacity(boolean own, boolean maySettle) {
        return card(
                OWN_CONFLICT,
                ConflictCard.Kind.EDIT,
                6,
                "attr.rated_kva",
                null,
                number(300),
                number(320),
                null,
                true,
                null,
                false,
                own,
                maySettle);
    }

    private static ConflictCard rule() {
        return card(
                new UUID(7, 5),
                ConflictCard.Kind.RULE,
                7,
                "state",
                text("in_service"),
                text("scrapped"),
                text("faulty"),
                "设备已报废，状态不能再改。",
                true,
                text("scrapped"),
                true,
                true,
                true);
    }

    private static ConflictCard duplicate() {
        return new ConflictCard(
                DUPLICATE_CONFLICT,
                ConflictCard.Kind.DUPLICATE,
                new RecordKey(RecordType.ASSET, YangpuLedger.id(8).value()),
                "UPS-000008 GE SG300P 300KVA",
                "ups_host",
                "UPS-000009 GE SG300P 300KVA",
                "serial_no",
                null,
                text(YangpuLedger.id(9).toString()),
                text("SG300P-0917"),
                null,
                new ConflictCard.Side("示例巡检员乙", OffsetDateTime.parse("2026-11-19T11:20:00+08:00")),
                null,
                true,
                null,
                false,
                false,
                true);
    }

    private static ConflictCard settled() {
        return card(
                SETTLED_CONFLICT,
                ConflictCard.Kind.EDIT,
                6,
                "room",
                text("B201"),
                text("B203"),
                text("B205"),
                null,
                false,
                text("B203"),
                false,
                true,
                true);
    }

    private static ConflictCard card(
            UUID id,
            ConflictCard.Kind kind,
            int asset,
            String field,
            JsonNode base,
            JsonNode server,
            JsonNode client,
            String reason,
            boolean open,
            JsonNode resolution,
            boolean pending,
            boolean own,
            boolean maySettle) {
        return new ConflictCard(
                id,
                kind,
                new RecordKey(RecordType.ASSET, YangpuLedger.id(asset).value()),
                asset == 13 ? "UPS-000013 LP15-31" : "UPS-%06d GE SG300P 300KVA".formatted(asset),
                "ups_host",
                null,
                field,
                base,
                server,
                client,
                new ConflictCard.Side("示例资产管理员", OffsetDateTime.parse("2026-11-20T15:30:00+08:00")),
                new ConflictCard.Side("示例巡检员甲", OffsetDateTime.parse("2026-11-20T10:05:00+08:00")),
                reason,
                open,
                resolution,
                pending,
                own,
                maySettle);
    }

    private static List<RecordPhotos.Taken> taken(String person, int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new RecordPhotos.Taken(
                        YangpuLedger.photo(number),
                        null,
                        person,
                        OffsetDateTime.parse("2026-11-20T09:30:00+08:00").minusDays(number)))
                .toList();
    }

    private static Receipt receipt(int number, String title, int records, int photos, int held, String at) {
        return new Receipt(new UUID(8, number), title, records, photos, held, Instant.parse(at));
    }

    private void fail() {
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public List<Refused> refused() {
        fail();
        return List.copyOf(refused);
    }

    @Override
    public List<ConflictCard> conflicts() {
        fail();
        return List.copyOf(conflicts);
    }

    @Override
    public ConflictPhotos photos(UUID conflict) {
        if (photoFault != null) {
            throw photoFault;
        }
        return photos.getOrDefault(conflict, ConflictPhotos.NONE);
    }

    @Override
    public List<Receipt> receipts(int limit) {
        fail();
        return receipts.stream().limit(limit).toList();
    }

    @Override
    public UUID sendAgain(UUID refusedOp, Map<String, JsonNode> set) {
        fail();
        done.add("again " + refusedOp.getLeastSignificantBits() + " " + set);
        refused.removeIf(each -> each.opId().equals(refusedOp));
        return new UUID(9, 9);
    }

    @Override
    public void setAside(UUID refusedOp) {
        fail();
        done.add("aside " + refusedOp.getLeastSignificantBits());
        refused.removeIf(each -> each.opId().equals(refusedOp));
    }

    @Override
    public void settle(UUID conflict, JsonNode value) {
        fail();
        done.add("settle " + conflict.getLeastSignificantBits() + " " + value);
    }
}
