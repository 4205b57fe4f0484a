package xundang.desktop.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoOrigin;
import xundang.server.platform.digest.Sha256;

class StampedPicturesTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PhotoOrigin ORIGIN = new PhotoOrigin("file", "+08:00", 3_000L, 121.4737, 31.2304, 12.0);

    private static StampFacts facts(byte[] original, @Nullable String exifTime, @Nullable PhotoOrigin origin) {
        PhotoBody body = new PhotoBody(
                Sha256.hex(original),
                original.length,
                "image/jpeg",
                100,
                100,
                new AssetId(new UUID(0, 6)),
                null,
                null,
                "front.jpg",
                OffsetDateTime.parse("2026-11-20T00:03:00Z"),
                exifTime,
                new UserId(new UUID(0, 1)),
                "示例员甲",
                origin);
        return new StampFacts("UPS-000006", "GE SG300P 300KVA", "杨浦机房 1 层", "整机外观", "正常", body, SHANGHAI);
    }

    private static StampFacts facts(byte[] original) {
        return facts(original, "2026-11-20T08:01:02.125", ORIGIN);
    }

    private static String value(List<StampText.Line> lines, String label) {
        return lines.stream()
                .filter(line -> line.label().equals(label))
                .map(StampText.Line::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTimeAndPlaceIsNamedWithItsSource() {
        List<StampText.Line> lines = StampText.of(facts(new byte[] {1}));
        assertThat(value(lines, "设备")).isEqualTo("UPS-000006 GE SG300P 300KVA");
        assertThat(value(lines, "项目")).isEqualTo("整机外观：正常");
        assertThat(value(lines, "拍摄时间")).isEqualTo("2026-11-20 08:01:02.125 +08:00（照片自带）");
        assertThat(value(lines, "添加时间")).isEqualTo("2026-11-20 08:03:00 +08:00（本机时钟，比服务器快 3 秒）");
        assertThat(value(lines, "坐标")).isEqualTo("北纬 31.230400° 东经 121.473700°（照片自带，WGS-84，误差约 12 米）");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        List<StampText.Line> lines = StampText.of(facts(new byte[] {1}, null, null));
        assertThat(value(lines, "拍摄时间")).isEqualTo("未知（照片没有自带时间）");
        assertThat(value(lines, "添加时间")).endsWith("（本机时钟，未与服务器校对）");
        assertThat(value(lines, "坐标")).isEqualTo("无位置");
    }

    @Test
    void aTimeWithoutZoneIsNotTakenForOneWithZone() {
        assertThat(value(StampText.of(facts(new byte[] {1}, "2026-11-20T08:01:02", null)), "拍摄时间"))
                .isEqualTo("2026-11-20 08:01:02（照片自带，未注明时区）");
    }

    @Test
    void theCheckCodeFitsTheStampAndTheOriginal() {
        StampFacts facts = facts(new byte[] {1});
        List<StampText.Line> lines = StampText.of(facts);
        assertThat(value(lines, "校验码")).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(CheckCode.fits(facts.photo().sha256(), lines)).isTrue();
        assertThat(CheckCode.fits(Sha256.hex(new byte[] {2}), lines)).isFalse();
    }

    @Test
    void anyChangedWordSpoilsTheCheckCode() {
        StampFacts facts = facts(new byte[] {1});
        List<StampText.Line> lines = StampText.of(facts);
        for (int i = 0; i < lines.size() - 1; i++) {
            List<StampText.Line> changed = new ArrayList<>(lines);
            changed.set(i, new StampText.Line(lines.get(i).label(), lines.get(i).value() + "改"));
            assertThat(CheckCode.fits(facts.photo().sha256(), changed)).isFalse();
        }
    }

    @Test
    void aStampTypedOffAPrintStillFits() {
        StampFacts facts = facts(new byte[] {1});
        List<StampText.Line> typed = StampText.of(facts).stream()
                .map(line -> new StampText.Line(
                        line.label(), line.value().replace(" ", "").replace('：', ':')))
                .toList();
        assertThat(CheckCode.fits(facts.photo().sha256(), typed)).isTrue();
    }

    @Test
    void theCheckCodeIsTheDocumentedOne() {
        assertThat(CheckCode.of("00".repeat(32), List.of(new StampText.Line("设备", "UPS-000006"))))
                .isEqualTo("RJSBD-SCEV1");
    }

    @ParameterizedTest
    @CsvSource({"4000,3000", "3000,4000", "640,480", "60,40", "40,900", "5000,200", "1,1"})
    void allWordsLieInsideTheBand(int width, int height) {
        StampFacts facts = facts(new byte[] {1});
        StampFacts wordy = new StampFacts(
                "UPS-000006",
                "示例超长名称".repeat(12) + "UninterruptiblePowerSupplyWithoutAnySpace".repeat(2),
                "上海市杨浦区示例路一百号示例大厦主楼地下一层配电机房东侧第三列".repeat(3),
                "整机外观",
                "正常",
                facts.photo(),
                SHANGHAI);
        int band = Math.max(480, width);
        StampLayout layout = StampLayout.of(band, StampText.of(wordy));
        assertThat(layout.placed()).isNotEmpty().allSatisfy(placed -> {
            Rectangle2D ink = placed.text().getBounds();
            assertThat(placed.x() + ink.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(placed.x() + ink.getMaxX()).isLessThanOrEqualTo(band);
            assertThat(placed.y() + ink.getMinY()).isGreaterThanOrEqualTo(0);
            assertThat(placed.y() + ink.getMaxY()).isLessThanOrEqualTo(layout.height());
        });
        List<StampLayout.Placed> words =
                layout.placed().stream().filter(placed -> !placed.label()).toList();
        for (int i = 1; i < words.size(); i++) {
            assertThat(words.get(i).y() - words.get(i - 1).y())
                    .isGreaterThan(words.get(i).text().getAscent() * 0.9f);
        }
    }

    @Test
    void chineseIsDrawnAndNotBoxes() {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        BufferedImage one = StampedPictures.draw(picture, List.of(new StampText.Line("设备", "机房空调")));
        BufferedImage other = StampedPictures.draw(picture, List.of(new StampText.Line("设备", "龘犇堃喆")));
        assertThat(pixels(one)).isNotEqualTo(pixels(other));
        assertThat(StampFont.drawable(StampFont.regular(20), "机房龘犇堃喆㙍℃±")).isEqualTo("机房龘犇堃喆㙍℃±");
        assertThat(StampFont.drawable(StampFont.regular(20), "a\uD83D\uDE00b")).isEqualTo("a〓b");
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void theCopyIsUprightAndStandsAboveTheBand() throws IOException {
        byte[] original = new ExifBlock().orientation(6).into(PictureBytes.picture("jpeg", 800, 600));
        BufferedImage copy = ImageIO.read(new ByteArrayInputStream(StampedPictures.stamp(original, facts(original))));
        assertThat(copy.getWidth()).isEqualTo(600);
        assertThat(copy.getHeight()).isGreaterThan(800);
        assertThat(new Color(copy.getRGB(300, 100)).getRed()).isGreaterThan(200);
        assertThat(new Color(copy.getRGB(300, 700)).getBlue()).isGreaterThan(200);
    }

    @Test
    void nothingThatTheCameraWroteIsInTheCopy() throws IOException {
        byte[] original = new ExifBlock()
                .time("2026:11:20 08:01:02")
                .owner("ZHANG SAN", "SN-4711-0815")
                .latitude("N", 31, 13, 4944)
                .longitude("E", 121, 28, 2532)
                .into(PictureBytes.picture("jpeg", 800, 600));
        byte[] before = original.clone();
        byte[] copy = StampedPictures.stamp(original, facts(original));
        String bytes = new String(copy, StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .doesNotContain("ZHANG SAN")
                .doesNotContain("SN-4711-0815")
                .doesNotContain("Exif")
                .doesNotContain("2026:11:20");
        assertThat(CameraNotes.of(copy, (PictureHeader.Good) PictureHeader.of(copy)))
                .isEqualTo(CameraNotes.NONE);
        assertThat(original).isEqualTo(before);
    }

    @Test
    void theSameFactsGiveTheSameCopy() throws IOException {
        byte[] original = PictureBytes.picture("jpeg", 800, 600);
        assertThat(StampedPictures.stamp(original, facts(original)))
                .isEqualTo(StampedPictures.stamp(original, facts(original)));
    }
}
