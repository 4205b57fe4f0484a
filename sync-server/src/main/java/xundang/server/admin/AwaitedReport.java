package xundang.server.admin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xundang.server.blob.AwaitedPhoto;
import xundang.server.blob.BlobService;

/** The pictures that are still on laptops, for an administrator to read: laptop by laptop, the longest waiting first. */
public final class AwaitedReport {
    private static final int SHORT_HASH = 12;
    private static final double MEGABYTE = 1e6;

    private final BlobService blobs;
    private final InstantSource clock;

    public AwaitedReport(BlobService blobs, InstantSource clock) {
        this.blobs = blobs;
        this.clock = clock;
    }

    String text() {
        List<AwaitedPhoto> awaited = blobs.awaited();
        if (awaited.isEmpty()) {
            return "没有照片还留在笔记本电脑上：记录里的照片服务器都已收到。";
        }
        Map<String, StringBuilder> byLaptop = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (AwaitedPhoto photo : awaited) {
            String laptop = laptop(photo);
            counts.merge(laptop, 1, Integer::sum);
            byLaptop.computeIfAbsent(laptop, ignored -> new StringBuilder()).append(line(photo));
        }
        StringBuilder text = new StringBuilder("还留在笔记本电脑上的照片，共 "
                + awaited.stream().map(AwaitedPhoto::sha256).distinct().count() + " 张：");
        byLaptop.forEach((laptop, lines) -> text.append("\n\n")
                .append(laptop)
                .append("，")
                .append(counts.get(laptop))
                .append(" 张")
                .append(lines));
        return text.toString();
    }

    private static String laptop(AwaitedPhoto photo) {
        if (photo.device() == null) {
            return "不知道在哪台电脑上";
        }
        return Optional.ofNullable(photo.deviceName()).orElse("") + "（"
                + Optional.ofNullable(photo.person()).orElse("") + "，" + photo.device() + "）";
    }

    private String line(AwaitedPhoto photo) {
        Duration age = Duration.between(photo.since().toInstant(), clock.instant());
        String waited = age.toDays() > 0 ? age.toDays() + " 天" : Math.max(0, age.toHours()) + " 小时";
        return String.format(
                Locale.ROOT,
                "%n  %s  %.1f MB  已等 %s",
                photo.sha256().substring(0, SHORT_HASH),
                photo.size() / MEGABYTE,
                waited);
    }
}
