package xundang.desktop.photo;

import java.text.Normalizer;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoOrigin;

/**
 * The lines of a stamp (水印). It is a document and so in Chinese, whatever the language of the screens. Every time and position is named with
 * its source; none is corrected by another. The last line is the check code over all lines before it.
 */
public final class StampText {
    /** Longer texts help nobody on a picture; what is cut off is not part of the check code either. */
    private static final int MAX_VALUE = 160;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    /** Less is no difference for a person. */
    private static final Duration SAME_TIME = Duration.ofSeconds(2);

    private final List<Line> lines = new ArrayList<>();

    private StampText() {}

    /** One line: what it says, and the words. */
    public record Line(String label, String value) {}

    /** All lines in their order, check code last. */
    public static List<Line> of(StampFacts facts) {
        StampText text = new StampText();
        PhotoBody photo = facts.photo();
        text.add("设备", facts.assetNo() + " " + facts.assetName());
        text.add("位置", orElse(facts.place(), "未登记"));
        if (facts.item() != null) {
            text.add("项目", facts.item() + (facts.reading() == null ? "" : "：" + facts.reading()));
        }
        text.add("拍摄", photo.personName());
        text.add("拍摄时间", taken(facts));
        text.add("添加时间", photo.addedAt().atZoneSameInstant(facts.zone()).format(TIME) + clock(photo.origin()));
        text.add("坐标", position(photo.origin()));
        text.add("原件", photo.sha256().substring(0, 16).toUpperCase(Locale.ROOT));
        text.lines.add(new Line("校验码", CheckCode.of(photo.sha256(), text.lines)));
        return List.copyOf(text.lines);
    }

    private void add(String label, String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFC)
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        lines.add(new Line(
                label,
                plain.codePointCount(0, plain.length()) <= MAX_VALUE
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, MAX_VALUE)) + "…"));
    }

    private static String taken(StampFacts facts) {
        PhotoBody photo = facts.photo();
        PhotoOrigin origin = photo.origin();
        if (photo.exifTime() != null) {
            String time = photo.exifTime().replace('T', ' ');
            return origin != null && origin.exifOffset() != null
                    ? time + " " + origin.exifOffset() + "（照片自带）"
                    : time + "（照片自带，未注明时区）";
        }
        return origin != null && origin.source().equals(PhotoOrigin.CAMERA)
                ? photo.addedAt().atZoneSameInstant(facts.zone()).format(TIME) + "（本机相机，本机时钟）"
                : "未知（照片没有自带时间）";
    }

    private static String clock(@Nullable PhotoOrigin origin) {
        if (origin == null || origin.clockOffsetMs() == null) {
            return "（本机时钟，未与服务器校对）";
        }
        Duration ahead = Duration.ofMillis(origin.clockOffsetMs());
        if (ahead.abs().compareTo(SAME_TIME) < 0) {
            return "（本机时钟，与服务器一致）";
        }
        return "（本机时钟，比服务器" + (ahead.isNegative() ? "慢 " : "快 ") + ahead.abs().toSeconds() + " 秒）";
    }

    private static String position(@Nullable PhotoOrigin origin) {
        if (origin == null || origin.lat() == null || origin.lon() == null) {
            return "无位置";
        }
        String accuracy = origin.coordAccuracyM() == null
                ? ""
                : String.format(Locale.ROOT, "，误差约 %.0f 米", origin.coordAccuracyM());
        return String.format(
                Locale.ROOT,
                "%s %.6f° %s %.6f°（照片自带，WGS-84%s）",
                origin.lat() < 0 ? "南纬" : "北纬",
                Math.abs(origin.lat()),
                origin.lon() < 0 ? "西经" : "东经",
                Math.abs(origin.lon()),
                accuracy);
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
