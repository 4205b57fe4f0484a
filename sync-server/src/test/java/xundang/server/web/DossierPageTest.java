package xundang.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static xundang.server.platform.db.generated.Tables.LEDGER_RECORD;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xundang.model.account.Role;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.inspection.Skip;
import xundang.model.json.ModelJson;
import xundang.model.photo.PhotoBody;
import xundang.model.sync.FieldChange;
import xundang.model.sync.OpKind;
import xundang.model.sync.OpStatus;
import xundang.model.sync.RecordType;
import xundang.model.tag.TagText;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;
import xundang.server.platform.digest.Sha256;
import xundang.server.testing.DatabaseKind;
import xundang.server.testing.Http;
import xundang.server.testing.Laptop;
import xundang.server.testing.TestServer;

class DossierPageTest {
    private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-11-20T08:30:00+08:00");
    private static final byte[] PICTURE = TestPicture.jpeg(2000, 1000, 6);

    @TempDir
    Path data;

    private TestServer server;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new TestServer(data, DatabaseKind.H2);
        server.graph().imports().importDemo();
        server.person("wang", Role.SUPERVISOR, "*");
        browser = new Browser(server).loggedIn("wang");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aLabelLeadsToTheDossierWithItsDoubtAndItsSources() {
        String page = browser.page("/d/" + encoded(tag("UPS-000013")));

        assertThat(page)
                .contains("UPS-000013", "LP15-31", "在用", "UPS主机")
                .contains("来源不一致", "楼层：来源不一致", "维护方案 002_53368a6f628d802e.txt:7408")
                .contains("额定容量", "15 kVA", "002_53368a6f628d802e.txt:4235", "未经现场核实");
    }

    @Test
    void anObjectWithoutDoubtsShowsNone() {
        assertThat(browser.page("/d/" + encoded(tag("UPS-000001")))).doesNotContain("来源不一致");
    }

    @Test
    void everyReadingStandsThereWithItsVerdictInWords() {
        inspect(MORNING);

        String page = browser.page("/dossier/" + asset("UPS-000006"));

        assertThat(page)
                .contains("2026-11-20 08:30", "巡检人：同事li", "巡检记录（1 次）")
                .contains("M05 ", "221.5 V", "✓ 正常", "M10 ", "93 %", "✕ 异常")
                .contains("不适用：未并机", "– 不适用", "风扇声音偏大");
    }

    @Test
    void anApproximateFigureIsNotShownAsExact() {
        assertThat(browser.page("/"))
                .contains("300 余公里", "约 3.8 KM", "主要部署于临港公安机房", ">部署于城运机房", "44.2 KM")
                .doesNotContain("300 公里", "seed says");
        assertThat(browser.page("/?lang=en")).contains("more than 300", "about 3.8 KM");
    }

    @Test
    void theNewestInspectionStandsFirst() {
        inspect(MORNING);
        inspect(MORNING.plusDays(1));

        String page = browser.page("/dossier/" + asset("UPS-000006"));

        assertThat(page.indexOf("2026-11-21 08:30")).isPositive().isLessThan(page.indexOf("2026-11-20 08:30"));
    }

    @Test
    void aPhotoOnALaptopIsAwaitedAndThenHeld() {
        Laptop laptop = inspect(MORNING);
        attachPicture(laptop);
        String address = "/dossier/" + asset("UPS-000006");
        String sha256 = Sha256.hex(PICTURE);

        assertThat(browser.page(address)).contains("服务器尚未收到", sha256).doesNotContain("<img");
        browser.get("/picture/" + sha256).expect(404);
        upload(laptop);

        assertThat(browser.page(address)).contains("服务器已持有，校验一致", "<img src=\"/picture/" + sha256 + "?size=small");
        browser.get("/picture/" + sha256).expect(200);
    }

    @Test
    void aPictureLeavesWithoutTheOriginalsDataTurnedAndSmaller() throws Exception {
        Laptop laptop = inspect(MORNING);
        attachPicture(laptop);
        upload(laptop);
        String sha256 = Sha256.hex(PICTURE);
        assertThat(new String(PICTURE, StandardCharsets.ISO_8859_1)).contains("Exif", TestPicture.SECRET);

        Http.Answer large = browser.get("/picture/" + sha256).expect(200);
        Http.Answer small = browser.get("/picture/" + sha256 + "?size=small").expect(200);

        assertThat(large.header("content-type")).isEqualTo("image/jpeg");
        assertThat(large.header("cache-control")).isEqualTo("private, no-store");
        assertThat(new String(large.response().body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Exif", TestPicture.SECRET);
        BufferedImage shown =
                ImageIO.read(new ByteArrayInputStream(large.response().body()));
        assertThat(shown.getWidth()).isEqualTo(800);
        assertThat(shown.getHeight()).isEqualTo(1600);
        assertThat(TestPicture.isRed(shown.getRGB(790, 10)))
                .as("top left, now top right")
                .isTrue();
        assertThat(TestPicture.isRed(shown.getRGB(10, 1590))).isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(small.response().body()))
                        .getHeight())
                .isEqualTo(480);
    }

    @Test
    void aRecordThatCannotBeShownSaysSoAndTheOthersStay() {
        inspect(MORNING);
        inspect(MORNING.plusDays(1));
        UUID bad = server.graph()
                .database()
                .read(tx -> server.graph().ledger().records().ofType(tx, RecordType.INSPECTION))
                .getFirst()
                .key()
                .id();
        spoil(bad, "{\"verdict\":\"foo\"}");

        assertThat(browser.page("/dossier/" + asset("UPS-000006")))
                .contains("这条记录无法显示", bad.toString(), "2026-11-21 08:30");
        spoil(bad, "{}");

        assertThat(browser.page("/dossier/" + asset("UPS-000006")))
                .contains("这条记录无法显示", bad.toString(), "2026-11-21 08:30");
    }

    @Test
    void aNumberOfAbsurdSizeIsShownShort() {
        UUID id = asset("UPS-000006");
        server.graph()
                .database()
                .inTransaction(tx -> tx.dsl()
                        .update(LEDGER_RECORD)
                        .set(LEDGER_RECORD.FIELDS, DSL.replace(LEDGER_RECORD.FIELDS, "{", "{\"building\":1e999999999,"))
                        .where(LEDGER_RECORD.REC_ID.eq(id))
                        .execute());

        assertThat(browser.page("/dossier/" + id)).contains("1E+999999999");
    }

    private void spoil(UUID record, String fields) {
        server.graph()
                .database()
                .inTransaction(tx -> tx.dsl()
                        .update(LEDGER_RECORD)
                        .set(LEDGER_RECORD.FIELDS, fields)
                        .where(LEDGER_RECORD.REC_ID.eq(record))
                        .execute());
    }

    @Test
    void aScriptInANameIsShownNotRun() {
        Laptop manager = server.manager();
        UUID id = server.ids.next();
        manager.push(manager.createAsset(id, Map.of("name", "<script>alert(1)</script>", "keeper", "\"><img src=x>")));

        for (String page : List.of(browser.page("/dossier/" + id), browser.page("/"))) {
            assertThat(page)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void labelsThatLeadNowhereAreEachExplained() {
        assertThat(page(404, "/d/" + encoded(tag("UPS-000999")))).contains("台账里没有这个编号", "UPS-000999");
        assertThat(page(404, "/d/" + encoded(new TagText("SH01", "UPS-000012").text())))
                .contains("另一个台账", "SH01");
        assertThat(page(400, "/d/" + encoded("YD1:XD01:UPS-000012:0000"))).contains("标签读错或已损坏");
        assertThat(page(400, "/d/hello")).contains("这不是巡档标签");
        assertThat(page(404, "/dossier/0190a000-0000-7000-8000-000000000001")).contains("没有这份档案");
        assertThat(page(404, "/dossier/1")).contains("没有这份档案");
    }

    @Test
    void whatIsOutsideTheViewersSitesDoesNotExistForThem() {
        server.person("zhao", Role.INSPECTOR, field("UPS-000001", "site_id"));
        Browser other = new Browser(server).loggedIn("zhao");

        other.get("/dossier/" + asset("UPS-000001")).expect(200);
        other.get("/dossier/" + asset("UPS-000006")).expect(404);
        other.get("/d/" + encoded(tag("UPS-000006"))).expect(404);
        assertThat(other.page("/"))
                .contains("UPS-000001")
                .doesNotContain("UPS-000006")
                .contains("真实设备 5 件");
    }

    @Test
    void theListCountsSamplesApartAndShowsTheProjectsFigures() {
        server.graph().imports().importSamples();

        String page = browser.page("/");

        assertThat(page).contains("真实设备 113 件；示例数据 40 件");
        assertThat(page).contains("临港新片区海堤及滨果公路沿线智能监控项目", "44.2 KM", "未提供");
    }

    @Test
    void theListFindsByEveryWord() {
        String page = browser.page("/?q=" + encoded("sg300p 杨浦"));

        assertThat(page).contains("UPS-000006", "UPS-000011").doesNotContain("UPS-000001");
        assertThat(browser.page("/?q=" + encoded("100%"))).contains("没有找到设备");
    }

    @Test
    void theDossierIsEnglishOnRequest() {
        assertThat(browser.page("/d/" + encoded(tag("UPS-000013")) + "?lang=en"))
                .contains("Fields in doubt", "Rated power", "In service", "UPS host");
    }

    private String page(int status, String path) {
        return Browser.text(browser.get(path).expect(status));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String tag(String number) {
        return new TagText("XD01", number).text();
    }

    private UUID asset(String number) {
        return server.graph()
                .database()
                .read(tx -> server.graph().ledger().assets().withNumber(tx, number))
                .getFirst()
                .assetId();
    }

    private String field(String number, String field) {
        return server
                .graph()
                .database()
                .read(tx -> server.graph().ledger().records().ofType(tx, RecordType.ASSET))
                .stream()
                .filter(record -> record.text("asset_no").orElse("").equals(number))
                .findFirst()
                .flatMap(record -> record.text(field))
                .orElseThrow();
    }

    /** An inspector's laptop that has submitted an inspection of UPS-000006. */
    private Laptop inspect(OffsetDateTime at) {
        if (server.graph().accounts().find("li").isEmpty()) {
            server.person("li", Role.INSPECTOR, "*");
        }
        Laptop laptop = server.laptop("li");
        InspectionBody body = new InspectionBody(
                new AssetId(asset("UPS-000006")),
                "ups-m",
                1,
                null,
                null,
                at.minusMinutes(20),
                at,
                laptop.user(),
                "同事li",
                laptop.device(),
                0,
                Map.of(),
                readings(at),
                null,
                Verdict.ABNORMAL,
                "");
        create(laptop, OpKind.INSPECTION_CREATE, RecordType.INSPECTION, RecordHash.seal(body));
        return laptop;
    }

    private static List<Reading> readings(OffsetDateTime at) {
        ReadingValue voltage = new ReadingValue.Measured(new BigDecimal("221.5"));
        ReadingValue load = new ReadingValue.Measured(new BigDecimal("93"));
        Skip single = new Skip(Skip.Kind.NOT_APPLICABLE, "未并机");
        return List.of(
                new Reading(SlotId.parse("M05.L1"), voltage, null, List.of(), null, Verdict.NORMAL, at),
                new Reading(SlotId.of("M10"), load, null, List.of(), "风扇声音偏大", Verdict.ABNORMAL, at),
                new Reading(SlotId.of("M22"), null, single, List.of(), null, Verdict.SKIPPED, at));
    }

    private void attachPicture(Laptop laptop) {
        PhotoBody use = new PhotoBody(
                Sha256.hex(PICTURE),
                PICTURE.length,
                "image/jpeg",
                4,
                3,
                new AssetId(asset("UPS-000006")),
                null,
                null,
                "a.jpg",
                MORNING,
                null,
                laptop.user(),
                "同事li",
                null);
        create(laptop, OpKind.PHOTO_ATTACH, RecordType.PHOTO, use);
    }

    private void create(Laptop laptop, OpKind kind, RecordType type, Object body) {
        assertThat(laptop.push(laptop.op(kind, type, server.ids.next(), 0, created(body)))
                        .getFirst()
                        .status())
                .isEqualTo(OpStatus.APPLIED);
    }

    private static Map<String, FieldChange> created(Object body) {
        Map<String, FieldChange> set = new LinkedHashMap<>();
        JsonNode fields = ModelJson.mapper().valueToTree(body);
        fields.properties().forEach(field -> set.put(field.getKey(), new FieldChange(null, field.getValue())));
        return set;
    }

    private static void upload(Laptop laptop) {
        String metadata = "sha256 " + base64(Sha256.hex(PICTURE)) + ",filetype " + base64("image/jpeg");
        laptop.send(laptop.request("/v1/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", Integer.toString(PICTURE.length))
                        .header("Upload-Metadata", metadata)
                        .header("Content-Type", "application/offset+octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(PICTURE)))
                .expect(201);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
