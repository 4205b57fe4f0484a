package xundang.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import xundang.model.asset.CategoryCatalog;
import xundang.model.asset.FieldConflict;
import xundang.model.gbcode.GbCode;
import xundang.model.id.IdSource;
import xundang.model.id.Uuid7Source;
import xundang.model.json.ModelJson;
import xundang.model.sync.FieldChange;
import xundang.model.sync.Op;
import xundang.model.sync.OpKind;
import xundang.model.sync.RecordType;
import xundang.server.ledger.Author;
import xundang.server.ledger.LedgerRecord;
import xundang.server.ledger.LedgerService;
import xundang.server.platform.db.DatabaseSettings;
import xundang.server.platform.db.ServerDatabase;

class LedgerImportTest {
    private static final InstantSource CLOCK = () -> Instant.parse("2026-11-21T02:00:00Z");

    @TempDir
    Path folder;

    private final IdSource ids = new Uuid7Source(CLOCK, new Random(7));
    private ServerDatabase database;
    private LedgerService ledger;
    private LedgerImportService service;

    /** Which database the same tests run on. */
    DatabaseSettings settings() {
        return new DatabaseSettings.H2File(folder.resolve("ledger"), true);
    }

    @BeforeEach
    void open() {
        database = ServerDatabase.open(settings());
        LedgerService.prepare(database, ids);
        ledger = new LedgerService(
                CLOCK, ids, code -> CategoryCatalog.bundled().find(code).isPresent(), List.of());
        service = new LedgerImportService(database, ledger, CLOCK, ids);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theUpsListBecomesFifteenHostsOf2326Kva() {
        FileReport report = importDemo("ups.csv");

        assertThat(report.problems()).isEmpty();
        assertThat(report.of(RecordType.ASSET)).isEqualTo(new FileReport.Counts(15, 0, 0));
        assertThat(report.of(RecordType.SITE)).isEqualTo(new FileReport.Counts(3, 0, 0));
        assertThat(assets())
                .allSatisfy(host -> assertThat(host.text("category")).contains("ups_host"));
        assertThat(assets().stream()
                        .map(host -> host.fields().get("attr.rated_kva").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("2326");
    }

    @Test
    void hostsAreNumberedInTheOrderOfTheFile() {
        importDemo("ups.csv");

        assertThat(asset("UPS-000001").text("name")).contains("IMV 100KVA S6");
        assertThat(asset("UPS-000006").text("site")).contains("杨浦机房");
        assertThat(asset("UPS-000006").fields().get("unit_count").intValue()).isEqualTo(6);
        assertThat(asset("UPS-000015").text("name")).contains("LP6-11");
    }

    @Test
    void nothingIsInventedThatTheSourceDoesNotSay() {
        importDemo("ups.csv");

        assertThat(assets())
                .allSatisfy(host -> assertThat(host.fields())
                        .doesNotContainKeys("serial_no", "attr.unit_label", "attr.phases", "lon", "lat", "keeper"));
        assertThat(asset("UPS-000005").fields()).doesNotContainKey("model");
        assertThat(asset("UPS-000001").text("purchase_date")).contains("2004-03-31");
        assertThat(asset("UPS-000003").text("purchase_date")).contains("2012-01");
        assertThat(asset("UPS-000003").text("date_precision")).contains("month");
    }

    @Test
    void exactlyTheFieldsOnWhichTheSourcesDisagreeAreInDoubt() {
        importDemo("ups.csv");

        List<String> doubts = records(RecordType.FIELD_CONFLICT).stream()
                .map(record -> ModelJson.mapper().convertValue(record.fields(), FieldConflict.class))
                .peek(doubt -> assertThat(doubt.state()).isEqualTo(FieldConflict.State.OPEN))
                .map(doubt -> number(doubt.assetId().value()) + " " + doubt.field() + " "
                        + doubt.candidates().get(0).value().stringValue() + "/"
                        + doubt.candidates().get(1).value().stringValue())
                .sorted()
                .toList();
        assertThat(doubts)
                .containsExactly(
                        "UPS-000006 model SG300P/GSG300P",
                        "UPS-000007 model SG300P/GSG300P",
                        "UPS-000008 model SG300P/GSG300P",
                        "UPS-000009 model SG300P/GSG300P",
                        "UPS-000010 model SG300P/GSG300P",
                        "UPS-000011 model SG300P/GSG300P",
                        "UPS-000013 floor 7/4",
                        "UPS-000014 floor 7/4",
                        "UPS-000015 floor 8/4");
        assertThat(asset("UPS-000013").text("floor")).contains("7");
        assertThat(asset("UPS-000012").text("floor")).contains("4");
    }

    @Test
    void everyFieldNamesTheLineThatItComesFrom() {
        importDemo("ups.csv");

        JsonNode sources = asset("UPS-000013").fields().get("sources");
        assertThat(sources.get("floor").get("source").stringValue()).isEqualTo("002_53368a6f628d802e.txt:7380");
        assertThat(sources.get("attr.rated_kva").get("source").stringValue())
                .isEqualTo("002_53368a6f628d802e.txt:4235");
        assertThat(sources.get("floor").get("verified_at").isNull()).isTrue();
    }

    @Test
    void theSecondImportChangesNothing() {
        importDemo("ups.csv");
        importDemo("meeting-room-212.csv");
        importDemo("video-projects.csv");
        List<LedgerRecord> before = records(RecordType.ASSET);

        assertThat(importDemo("ups.csv").of(RecordType.ASSET)).isEqualTo(new FileReport.Counts(0, 15, 0));
        assertThat(importDemo("meeting-room-212.csv").of(RecordType.ASSET)).isEqualTo(new FileReport.Counts(0, 98, 0));
        assertThat(importDemo("video-projects.csv").of(RecordType.PROJECT).changed())
                .isZero();
        assertThat(records(RecordType.ASSET)).isEqualTo(before);
    }

    @Test
    void aDeletedHostDoesNotComeBackAndItsNumberIsNotGivenAgain() {
        importDemo("ups.csv");
        LedgerRecord host = asset("UPS-000015");
        apply(new OpKind("asset.delete"), host, Map.of());

        assertThat(importDemo("ups.csv").of(RecordType.ASSET).created()).isZero();
        String one =
                demo("ups.csv").lines().limit(2).reduce((a, b) -> a + "\n" + b).orElseThrow();
        FileReport more = importText(one.replace(":", "").replace("7370", "17370"));
        assertThat(more.of(RecordType.ASSET).created()).isEqualTo(2);
        assertThat(assets())
                .extracting(record -> record.text("asset_no").orElseThrow())
                .contains("UPS-000016", "UPS-000017");
    }

    @Test
    void aChangedFileChangesOnlyWhatDiffersAndDoesNotOverwriteAPerson() {
        importDemo("ups.csv");
        LedgerRecord host = asset("UPS-000005");
        apply(OpKind.ASSET_PATCH, host, Map.of("keeper", new FieldChange(null, StringNode.valueOf("示例保管人"))));
        apply(
                OpKind.ASSET_PATCH,
                asset("UPS-000001"),
                Map.of("brand", new FieldChange(StringNode.valueOf("IMV"), StringNode.valueOf("IMV 改"))));

        FileReport report = importText(
                demo("ups.csv").replace(",索克曼,,30,", ",索克曼,DELPHYS,30,").replace(",IMV,S6,", ",IMW,S6,"));

        assertThat(report.of(RecordType.ASSET)).isEqualTo(new FileReport.Counts(0, 12, 3));
        assertThat(asset("UPS-000005").text("model")).contains("DELPHYS");
        assertThat(asset("UPS-000005").text("keeper")).contains("示例保管人");
        assertThat(asset("UPS-000001").text("brand")).contains("IMV 改");
        assertThat(asset("UPS-000002").text("brand")).contains("IMW");
        assertThat(report.conflicts()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void oneBadRowStopsTheWholeFileAndIsNamedByRowAndColumn() {
        FileReport report = importText(demo("ups.csv")
                .replace("S1120,120,", "S1120,12O,")
                .replace("month,1,中山南路865号8楼", "month,0,中山南路865号8楼"));

        assertThat(report.problems())
                .extracting(RowProblem::toString)
                .contains("第 3 行，“capacity_kva”列：应为数字，现为“12O”。", "第 8 行，“quantity”列：应为 1 到 10000 的整数，现为“0”。");
        assertThat(report.refused()).isEqualTo(2);
        assertThat(assets()).isEmpty();
        assertThat(records(RecordType.SITE)).isEmpty();
    }

    @Test
    void aValueOutsideTheCataloguesRangeIsRefused() {
        FileReport report = importText(demo("ups.csv").replace("LP6-11,6,", "LP6-11,0.1,"));

        assertThat(report.problems())
                .extracting(RowProblem::toString)
                .containsExactly("第 8 行，“额定容量”列：额定容量：0.1 太小，不得小于 0.5。");
        assertThat(assets()).isEmpty();
    }

    @Test
    void gbkAndByteOrderMarksAreUnderstood() {
        byte[] gbk = demo("ups.csv").getBytes(Charset.forName("GBK"));
        byte[] marked = ("\uFEFF" + demo("ups.csv")).getBytes(StandardCharsets.UTF_8);

        assertThat(service.importFile("gbk.csv", gbk).of(RecordType.ASSET).created())
                .isEqualTo(15);
        assertThat(service.importFile("bom.csv", marked).of(RecordType.ASSET).unchanged())
                .isEqualTo(15);
        assertThat(asset("UPS-000001").text("site")).contains("天山路机房");
    }

    @Test
    void anUnknownFileAndAMissingColumnAreExplained() {
        assertThat(importText("a,b\n1,2\n").problems())
                .extracting(RowProblem::message)
                .first()
                .asString()
                .contains("认不出");
        assertThat(importText(demo("ups.csv") + "8,x\n").problems())
                .extracting(RowProblem::toString)
                .containsExactly("第 9 行：应有 14 列，实有 2 列。");
    }

    @Test
    void theMeetingRoomListIsSplitPerUnitAndMaterialStaysALot() {
        FileReport report = importDemo("meeting-room-212.csv");

        assertThat(report.problems()).isEmpty();
        assertThat(report.of(RecordType.ASSET).created()).isEqualTo(98);
        assertThat(ofCategory("projector")).hasSize(10);
        assertThat(ofCategory("camera")).hasSize(2);
        assertThat(ofCategory("bulk"))
                .hasSize(32)
                .allSatisfy(lot -> assertThat(lot.fields()).doesNotContainKeys("tag_state", "unit_index", "unit"));
        LedgerRecord sender = ofCategory("display").stream()
                .filter(record -> record.text("brand").orElse("").equals("CREATOR"))
                .findFirst()
                .orElseThrow();
        assertThat(sender.fields().get("quantity").intValue()).isEqualTo(2);
        assertThat(sender.text("note").orElseThrow()).contains("两个型号");
    }

    @Test
    void partsSixAndSevenAreNotPutIntoRoom212() {
        importDemo("meeting-room-212.csv");

        List<LedgerRecord> elsewhere = assets().stream()
                .filter(record -> record.text("room").isEmpty())
                .toList();
        assertThat(elsewhere).hasSize(18);
        assertThat(elsewhere)
                .extracting(record -> record.text("list_part").orElseThrow())
                .containsOnly("投影机（其它独立）", "会议电视");
        assertThat(assets())
                .allSatisfy(record -> assertThat(record.text("project")).isEmpty());
        assertThat(assets())
                .filteredOn(record -> record.text("room").isPresent())
                .allSatisfy(record -> assertThat(record.text("room")).contains("212"));
    }

    @Test
    void videoFiguresBecomeProjectsAndNeverObjects() {
        importDemo("video-projects.csv");

        assertThat(assets()).isEmpty();
        List<LedgerRecord> projects = records(RecordType.PROJECT);
        assertThat(projects).hasSize(6);
        assertThat(projects.stream()
                        .mapToInt(project -> project.fields().get("figures").size())
                        .sum())
                .isEqualTo(30);
        LedgerRecord seawall = projectNamed("临港新片区海堤及滨果公路沿线智能监控项目");
        assertThat(seawall.text("deployed_in")).contains("城运机房");
        assertThat(seawall.fields().get("figures").get(3).get("value").decimalValue())
                .isEqualByComparingTo("44.2");
        JsonNode last =
                projectNamed("临港新片区智慧交通基础设施建设项目（一期）").fields().get("figures").get(0);
        assertThat(last.has("value")).isFalse();
        assertThat(last.get("source").stringValue()).isEqualTo("003_592197acf510d900.txt:1048");
    }

    @Test
    void demonstrationCamerasAreMarkedAndStandApart() {
        importDemo("ups.csv");

        FileReport report = service.importSamples();

        assertThat(report.problems()).isEmpty();
        assertThat(report.of(RecordType.ASSET).created()).isEqualTo(40);
        assertThat(ofCategory("camera")).allSatisfy(camera -> {
            assertThat(camera.fields().get("sample").booleanValue()).isTrue();
            assertThat(camera.text("name").orElseThrow()).startsWith("示例");
            assertThat(GbCode.check(camera.text("attr.gb_code").orElseThrow(), "camera"))
                    .isEmpty();
        });
        assertThat(assets().stream().filter(record -> !record.fields().containsKey("sample")))
                .hasSize(15);
        assertThat(service.importSamples().of(RecordType.ASSET).unchanged()).isEqualTo(40);
    }

    private FileReport importDemo(String name) {
        return importText(demo(name));
    }

    private FileReport importText(String text) {
        return service.importFile("x.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String demo(String name) {
        try (InputStream in = LedgerImportTest.class.getResourceAsStream("demo-ledger/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void apply(OpKind kind, LedgerRecord record, Map<String, FieldChange> set) {
        Author author = Author.ofSystem();
        Op op = new Op(
                ids.next(),
                1,
                null,
                kind,
                1,
                record.key().type(),
                record.key().id(),
                record.rev(),
                set,
                CLOCK.instant().atOffset(ZoneOffset.UTC),
                0,
                author.user());
        database.inTransaction(tx -> ledger.apply(tx, List.of(op), author));
    }

    private List<LedgerRecord> records(RecordType type) {
        return database.read(tx -> ledger.records().ofType(tx, type));
    }

    private List<LedgerRecord> assets() {
        return records(RecordType.ASSET);
    }

    private List<LedgerRecord> ofCategory(String category) {
        return assets().stream()
                .filter(record -> record.text("category").orElse("").equals(category))
                .toList();
    }

    private LedgerRecord projectNamed(String name) {
        return records(RecordType.PROJECT).stream()
                .filter(record -> record.text("name").orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private LedgerRecord asset(String number) {
        return assets().stream()
                .filter(record -> record.text("asset_no").orElse("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String number(UUID asset) {
        return assets().stream()
                .filter(record -> record.key().id().equals(asset))
                .findFirst()
                .flatMap(record -> record.text("asset_no"))
                .orElseThrow();
    }
}
