package xundang.desktop.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.asset.AssetSummary;
import xundang.desktop.asset.Dossier;
import xundang.desktop.asset.FormOffer;
import xundang.desktop.asset.Ledger;
import xundang.desktop.asset.TagResolution;
import xundang.desktop.platform.i18n.Language;
import xundang.desktop.platform.value.FieldMeaning;
import xundang.desktop.sync.RecordSyncState;
import xundang.desktop.sync.SyncDesk.ConflictCard;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.PlanId;
import xundang.model.inspection.PlannedSlot;
import xundang.model.photo.PhotoId;
import xundang.model.template.Label;
import xundang.model.template.Verdict;

/** The seed's UPS hosts; the first of 杨浦机房 has a history, LP15-31 an open source conflict. */
public final class YangpuLedger implements Ledger {
    private static final String SOURCE = "002_53368a6f628d802e.txt:7376";

    public final List<AssetSummary> assets = new ArrayList<>();
    public List<ConflictCard> disputes = List.of();
    public RecordSyncState edits;
    public RuntimeException fault;

    public YangpuLedger() {
        add(1, 2, "IMV 100KVA S6", "IMV", "S6", "天山路机房");
        add(3, 2, "GE S1120 120KVA", "GE", "S1120", "天山路机房");
        add(5, 1, "索克曼30KVA", "索克曼", "", "天山路机房");
        add(6, 6, "GE SG300P 300KVA", "GE", "SG300P", "杨浦机房");
        add(12, 1, "GE LanPro LP20-31", "GE", "LanPro LP20-31", "中山南路865号4楼");
        add(13, 2, "LP15-31", "GE", "LP15-31", "中山南路865号7楼");
        add(15, 1, "LP6-11", "GE", "LP6-11", "中山南路865号8楼");
    }

    private void add(int first, int count, String name, String brand, String model, String place) {
        IntStream.range(first, first + count)
                .forEach(number -> assets.add(new AssetSummary(
                        id(number),
                        "UPS-%06d".formatted(number),
                        "ups_host",
                        name,
                        brand,
                        model,
                        place,
                        "in_service",
                        false)));
    }

    public static AssetId id(int number) {
        return new AssetId(new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    public AssetSummary asset(int number) {
        return assets.get(number - 1);
    }

    @Override
    public List<AssetSummary> search(String text, int limit) {
        fail();
        List<String> words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .toList();
        return assets.stream()
                .filter(asset -> words.stream()
                        .allMatch(
                                word -> (asset.assetNo() + asset.name() + asset.brand() + asset.model() + asset.place())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(word)))
                .limit(limit)
                .toList();
    }

    @Override
    public Counts counts() {
        return new Counts(assets.size(), 0);
    }

    @Override
    public Optional<Dossier> dossier(AssetId id) {
        fail();
        return assets.stream()
                .filter(asset -> asset.id().equals(id))
                .findFirst()
                .map(this::dossier);
    }

    private Dossier dossier(AssetSummary asset) {
        boolean rich = asset.assetNo().equals("UPS-000006");
        boolean disputed = asset.name().equals("LP15-31");
        LocalDate dueOn = LocalDate.of(2026, 11, rich ? 20 : 30);
        return new Dossier(
                asset,
                facts(asset),
                Stream.of(
                                "serial_no",
                                "floor",
                                "attr.phases",
                                "attr.redundancy",
                                "attr.rated_backup_min",
                                "attr.capacitor_date",
                                "attr.fan_date")
                        .map(field -> new Dossier.Missing(FieldMeaning.of("ups_host", field), true))
                        .toList(),
                disputed ? List.of(floor()) : List.of(),
                disputes.stream()
                        .filter(card -> card.about().id().equals(asset.id().value()))
                        .toList(),
                edits,
                rich ? history() : List.of(),
                rich ? IntStream.range(0, 9).mapToObj(YangpuLedger::photo).toList() : List.of(),
                List.of(new Dossier.Due(
                        "ups-m",
                        "UPS 月度巡检",
                        new PlannedSlot(new PlanId(new UUID(0x0199_0000_0000_7000L, 1)), rich ? "2026-10" : "2026-11"),
                        dueOn,
                        null,
                        rich,
                        false,
                        null)));
    }

    private static List<Dossier.Fact> facts(AssetSummary asset) {
        List<Dossier.Fact> facts = new ArrayList<>();
        facts.add(fact("name", text(asset.name()), true));
        facts.add(fact("brand", text(asset.brand()), true));
        if (!asset.model().isEmpty()) {
            facts.add(fact("model", text(asset.model()), true));
        }
        facts.add(fact("site", text(asset.place()), false));
        if (asset.name().contains("300")) {
            facts.add(fact("room", text("B203"), true));
            facts.add(fact("purchase_date", text("2010-10"), true));
            facts.add(fact("attr.topology", text("double_conversion"), true));
            facts.add(fact("attr.rated_kva", JsonNodeFactory.instance.numberNode(300), true));
        }
        return facts;
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    private static Dossier.Fact fact(String field, JsonNode value, boolean editable) {
        FieldMeaning meaning = FieldMeaning.of("ups_host", field);
        boolean changed = field.equals("room");
        return new Dossier.Fact(
                meaning, value, meaning.words(value, Language.ZH), changed ? null : SOURCE, changed, editable);
    }

    private static Dossier.SourceConflict floor() {
        return new Dossier.SourceConflict(
                "floor",
                new Label("楼层", "Floor"),
                List.of(
                        new Dossier.Candidate("7楼", "002_53368a6f628d802e.txt:7380"),
                        new Dossier.Candidate("4楼", "002_53368a6f628d802e.txt:7408")));
    }

    private static List<Dossier.PastInspection> history() {
        return List.of(
                past(4, "2026-10-19T14:05+08:00", Verdict.WARNING, 0, 1, RecordSyncState.QUEUED),
                past(3, "2026-09-18T09:40+08:00", Verdict.ABNORMAL, 1, 2, RecordSyncState.HELD_BY_SERVER),
                past(2, "2026-08-20T10:12+08:00", Verdict.NORMAL, 0, 0, RecordSyncState.HELD_BY_SERVER),
                past(1, "2026-07-21T15:30+08:00", Verdict.NORMAL, 0, 0, RecordSyncState.NEEDS_ATTENTION));
    }

    private static Dossier.PastInspection past(
            int number, String at, Verdict verdict, int abnormal, int warnings, RecordSyncState state) {
        return new Dossier.PastInspection(
                new InspectionId(new UUID(0x0199_0000_0000_7000L, 0x9000_0000_0000_0000L + number)),
                "ups-m",
                OffsetDateTime.parse(at),
                "示例巡检员甲",
                verdict,
                abnormal,
                warnings,
                3,
                0,
                state,
                false);
    }

    public static PhotoId photo(int number) {
        return new PhotoId(new UUID(0x0199_0000_0000_7000L, 0xa000_0000_0000_0000L + number));
    }

    @Override
    public List<FormOffer> forms(AssetId id) {
        return List.of(
                new FormOffer(id, null, "ups-m", new Label("UPS 月度巡检反馈表", "UPS monthly form"), null),
                new FormOffer(id, null, "ledger-sc", new Label("账实相符抽查表", "Ledger spot check"), null),
                new FormOffer(id, null, "rem-r", new Label("拆除搬迁登记表", "Removal register"), null));
    }

    @Override
    public TagResolution resolve(String scanned) {
        fail();
        if (scanned.startsWith("YD1:OTHER")) {
            return new TagResolution.OtherLedger("OTHER", "UPS-000006");
        }
        if (scanned.endsWith(":0000")) {
            return new TagResolution.WrongCheck(scanned);
        }
        if (scanned.equals("UPS-000099")) {
            return new TagResolution.UnknownAsset(scanned);
        }
        List<AssetSummary> fitting = search(scanned, 50);
        return switch (fitting.size()) {
            case 0 -> new TagResolution.NotATag(scanned);
            case 1 -> new TagResolution.Found(fitting.getFirst().id());
            default -> new TagResolution.Several(fitting);
        };
    }

    private void fail() {
        if (fault != null) {
            throw fault;
        }
    }
}
