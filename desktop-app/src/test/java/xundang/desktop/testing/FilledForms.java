package xundang.desktop.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.imageio.ImageIO;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.battery.JarLook;
import xundang.model.battery.JarReading;
import xundang.model.battery.OhmicUnit;
import xundang.model.inspection.Basis;
import xundang.model.inspection.InspectionBody;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.RecordHash;
import xundang.model.inspection.SignedContent;
import xundang.model.inspection.Skip;
import xundang.model.photo.PhotoBody;
import xundang.model.photo.PhotoId;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.InspectionTemplate;
import xundang.model.template.ItemKind;
import xundang.model.template.PhotoRule;
import xundang.model.template.Range;
import xundang.model.template.SlotId;
import xundang.model.template.TableRule;
import xundang.model.template.TemplateCatalog;
import xundang.model.template.TemplateItem;
import xundang.model.template.Verdict;
import xundang.server.platform.digest.Sha256;

/** Any form, filled in as a person would: mostly normal, with something conspicuous here and there. Always the same. */
public final class FilledForms {
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2026-08-03T14:05:00+08:00");
    private static final FormEngine ENGINE = new FormEngine();

    /** Enough for every row of every form. */
    private static final Map<String, String> BASIS = Map.ofEntries(
            Map.entry("phases", "3-3"),
            Map.entry("redundancy", "none"),
            Map.entry("parallel_n", "2"),
            Map.entry("v_in_nom", "380"),
            Map.entry("v_out_set", "400"),
            Map.entry("jar_count", "186"),
            Map.entry("jar_v", "2"),
            Map.entry("cleaning", "true"),
            Map.entry("discharge_test", "true"),
            Map.entry("has_generator", "true"),
            Map.entry("has_crac", "true"),
            Map.entry("has_fire_system", "true"),
            Map.entry("cylinder_count", "3"),
            Map.entry("earth_test", "true"),
            Map.entry("particle_counter", "true"),
            Map.entry("structure", "1"),
            Map.entry("light", "2"),
            Map.entry("category", "camera"),
            Map.entry("lon", "121.5"),
            Map.entry("lat", "31.2"));

    private FilledForms() {}

    /** A submitted form with its pictures. */
    public record Filled(
            InspectionId id, InspectionBody body, Map<PhotoId, PhotoBody> photos, Map<String, byte[]> pictures) {}

    /** The form of an object, submitted by that person. */
    public static Filled of(String templateId, long number, AssetId asset, UserId person, String name) {
        InspectionTemplate template = TemplateCatalog.bundled().find(templateId).orElseThrow();
        Basis basis = new Basis(BASIS, Map.of(1, new BigDecimal("0.31"), 2, new BigDecimal("0.30")));
        InspectionId id = new InspectionId(new UUID(0x0190_0000_0002_7000L, number));
        Map<PhotoId, PhotoBody> photos = new LinkedHashMap<>();
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        FormPlan plan = ENGINE.plan(template, basis.asAttributes(), readings);
        int round = 0;
        while (round++ < 6) {
            int before = readings.size();
            for (FormSlot slot : plan.slots()) {
                if (!readings.containsKey(slot.id()) && slot.item().kind() != ItemKind.COMPUTED) {
                    List<PhotoId> own =
                            photosOf(slot, number, readings.size(), asset, id, person, name, photos, pictures);
                    readings.put(slot.id(), answer(slot, readings.size(), own, name));
                }
            }
            plan = ENGINE.plan(template, basis.asAttributes(), readings);
            if (readings.size() == before) {
                break;
            }
        }
        Map<SlotId, Reading> all = new LinkedHashMap<>();
        Map<SlotId, ReadingValue> computed = ENGINE.computed(plan, readings);
        for (FormSlot slot : plan.slots()) {
            Reading reading = readings.get(slot.id());
            if (reading != null) {
                all.put(slot.id(), ENGINE.judged(slot, reading));
            } else if (computed.get(slot.id()) != null) {
                ReadingValue value = computed.get(slot.id());
                all.put(slot.id(), reading(slot, value, ENGINE.judge(slot, value, null), BEGUN.plusMinutes(30)));
            }
        }
        sign(template, asset, all);
        InspectionBody body = new InspectionBody(
                asset,
                templateId,
                template.version(),
                "2026-08-31",
                null,
                BEGUN,
                BEGUN.plusMinutes(47),
                person,
                name,
                new DeviceId(new UUID(0x0190_0000_0000_7000L, 3)),
                -250,
                Map.of("phases", "3-3"),
                List.copyOf(all.values()),
                basis,
                Verdict.worst(all.values().stream().map(Reading::verdict).toList()),
                "");
        return new Filled(id, RecordHash.seal(body), photos, pictures);
    }

    private static void sign(InspectionTemplate template, AssetId asset, Map<SlotId, Reading> all) {
        List.copyOf(all.values()).forEach(reading -> {
            if (reading.value() instanceof ReadingValue.Signed signed
                    && !signed.strokes().isEmpty()) {
                SignedContent.Head head = new SignedContent.Head(asset, BEGUN, Map.of("phases", "3-3"));
                String over = SignedContent.above(reading.slot(), template, head, all.values());
                all.put(
                        reading.slot(),
                        new Reading(
                                reading.slot(),
                                new ReadingValue.Signed(signed.name(), signed.strokes(), over),
                                null,
                                reading.photos(),
                                null,
                                reading.verdict(),
                                reading.recordedAt()));
            }
        });
    }

    private static Reading reading(FormSlot slot, ReadingValue value, Verdict verdict, OffsetDateTime at) {
        return new Reading(slot.id(), value, null, List.of(), null, verdict, at);
    }

    private static Reading answer(FormSlot slot, int number, List<PhotoId> photos, String name) {
        OffsetDateTime at = BEGUN.plusSeconds(40L * number);
        if (number % 17 == 11 && slot.item().kind() == ItemKind.NUMBER) {
            Skip skip = new Skip(Skip.Kind.NOT_INSPECTED, "面板不显示该读数，仪表送检");
            return new Reading(slot.id(), null, skip, photos, null, Verdict.SKIPPED, at);
        }
        ReadingValue value = value(slot, number, name);
        String note = number % 7 == 3 ? "现场已口头告知使用单位值班人员，下次巡检时复核（第 " + number + " 项）。" : null;
        if (slot.item().kind() == ItemKind.CHOICE
                && !slot.item().noteRequiredWhen().isEmpty()) {
            note = "许可编号 XK-2026-0817，同意人已签。";
        }
        return new Reading(slot.id(), value, null, photos, note, ENGINE.judge(slot, value, null), at);
    }

    private static ReadingValue value(FormSlot slot, int number, String name) {
        TemplateItem item = slot.item();
        return switch (item.kind()) {
            case NUMBER -> new ReadingValue.Measured(number(slot, number));
            case YES_NO ->
                new ReadingValue.YesNo(
                        slot.limits() == null || slot.limits().normalOptions().contains("yes"));
            case CHOICE, MULTI_CHOICE -> new ReadingValue.Choice(List.of(option(slot, number)));
            case TEXT -> new ReadingValue.Written(number % 2 == 0 ? "无" : "滤网积灰较多，已当场清洁；建议下季度更换风扇 2 只，型号与现有一致。");
            case SIGNATURE ->
                new ReadingValue.Signed(
                        slot.id().item().endsWith("9") || slot.id().item().endsWith("b") ? "示例使用单位甲" : name,
                        "M10 60 L30 20 L50 62 L70 24 L90 60 M110 40 L170 36 L150 66 L190 50 L230 20");
            case DATE -> new ReadingValue.Dated(LocalDate.of(2026, 8, 3));
            case DATE_TIME -> new ReadingValue.Moment(BEGUN);
            case ASSET -> new ReadingValue.Referenced(new AssetId(new UUID(1, 7)), "BAT-000007");
            case TABLE -> table(item);
            case JAR_TABLE -> jars();
            case PHOTO, COMPUTED -> null;
        };
    }

    private static BigDecimal number(FormSlot slot, int number) {
        Range normal = slot.limits() == null ? null : slot.limits().normal();
        BigDecimal low = normal == null ? null : normal.low();
        BigDecimal high = normal == null ? null : normal.high();
        if (low == null && high == null) {
            return new BigDecimal(number % 3 == 0 ? "25.4" : "12");
        }
        if (number % 13 == 5) {
            return (high == null ? low.multiply(new BigDecimal("0.5")) : high.multiply(new BigDecimal("1.2")))
                    .stripTrailingZeros();
        }
        if (low != null && high != null) {
            return low.add(high).divide(BigDecimal.TWO).stripTrailingZeros();
        }
        return low != null ? low.add(BigDecimal.ONE) : high.subtract(new BigDecimal("0.1"));
    }

    private static String option(FormSlot slot, int number) {
        List<String> codes =
                slot.item().options().stream().map(TemplateItem.Option::code).toList();
        if (slot.limits() == null || slot.limits().normalOptions().isEmpty()) {
            return codes.getFirst();
        }
        List<String> warn = slot.limits().warnOptions();
        return number % 9 == 4 && !warn.isEmpty()
                ? warn.getFirst()
                : slot.limits().normalOptions().getFirst();
    }

    private static ReadingValue table(TemplateItem item) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 1; row <= 4; row++) {
            Map<String, String> cells = new TreeMap<>();
            for (TableRule.Column column : item.table().columns()) {
                cells.put(
                        column.id(),
                        switch (column.kind()) {
                            case TEXT -> "示例 " + column.label().zh() + row;
                            case NUMBER -> row + ".5";
                            case POSITION -> Integer.toString(row);
                            case YES_NO -> "yes";
                            case CHOICE -> column.options().getFirst().code();
                            case DATE -> "2026-08-0" + row;
                        });
            }
            rows.add(cells);
        }
        return new ReadingValue.Table(rows);
    }

    /** 186 jars: one too low, one with a high resistance, one that leaks, one that nobody could reach. */
    public static ReadingValue.Jars jars() {
        return jars(186);
    }

    public static ReadingValue.Jars jars(int count) {
        List<JarReading> jars = new ArrayList<>();
        for (int position = 1; position <= count; position++) {
            BigDecimal volts = new BigDecimal("2.24").add(BigDecimal.valueOf(position * 7 % 11, 3));
            BigDecimal ohmic = new BigDecimal("0.300").add(BigDecimal.valueOf(position * 5 % 13, 3));
            List<JarLook> look = List.of(JarLook.NORMAL);
            switch (position) {
                case 17 -> volts = new BigDecimal("2.105");
                case 63 -> ohmic = new BigDecimal("0.487");
                case 120 -> look = List.of(JarLook.CORROSION, JarLook.LEAK);
                case 141 -> {
                    jars.add(new JarReading(position, null, null, null, List.of(), "柜门卡住，够不到"));
                    continue;
                }
                default -> {}
            }
            jars.add(new JarReading(position, volts, ohmic, BigDecimal.valueOf(245 + position % 9, 1), look, null));
        }
        return new ReadingValue.Jars(OhmicUnit.RESISTANCE, jars);
    }

    private static List<PhotoId> photosOf(
            FormSlot slot,
            long form,
            int number,
            AssetId asset,
            InspectionId id,
            UserId person,
            String name,
            Map<PhotoId, PhotoBody> photos,
            Map<String, byte[]> pictures) {
        if (slot.item().photo() != PhotoRule.REQUIRED && slot.item().kind() != ItemKind.PHOTO) {
            return List.of();
        }
        List<PhotoId> own = new ArrayList<>();
        for (int i = 0; i < (slot.item().photoPair() ? 2 : 1); i++) {
            byte[] jpeg = picture(number * 2 + i);
            String sha256 = Sha256.hex(jpeg);
            PhotoId photo = new PhotoId(new UUID(0x0190_0000_0003_7000L, form * 1000 + number * 2L + i));
            photos.put(
                    photo,
                    new PhotoBody(
                            sha256,
                            jpeg.length,
                            "image/jpeg",
                            800,
                            600,
                            asset,
                            id,
                            slot.id(),
                            "IMG_%04d.jpg".formatted(number),
                            BEGUN.plusMinutes(number),
                            number % 2 == 0 ? "2026-08-03T14:0" + number % 10 + ":12" : null,
                            person,
                            name,
                            null));
            // One of the pictures is not on this laptop.
            if (photos.size() != 3) {
                pictures.put(sha256, jpeg);
            }
            own.add(photo);
        }
        return own;
    }

    private static byte[] picture(int number) {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(180, 188, 196));
        pen.fillRect(0, 0, 800, 600);
        pen.setColor(new Color(52, 58, 64));
        pen.fillRect(160, 80, 480, 440);
        pen.setColor(new Color(60 + number * 13 % 180, 150, 90));
        pen.fillRect(220, 130, 160, 60);
        pen.setColor(Color.WHITE);
        for (int line = 0; line < 6; line++) {
            pen.fillRect(220, 260 + line * 36, 300 - number * 7 % 120, 12);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
