package xundang.desktop.inspection;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import xundang.model.asset.AssetId;
import xundang.model.inspection.InspectionId;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;
import xundang.model.inspection.Skip;
import xundang.model.sync.RecordType;
import xundang.model.template.FormSlot;
import xundang.model.template.PhotoRule;
import xundang.model.template.SlotId;

/** What the tests of inspections share: a laptop, and hands that fill in forms. */
abstract class InspectionTest {
    @TempDir
    Path temp;

    TestLaptop laptop;

    @BeforeEach
    void openLaptop() throws IOException {
        laptop = new TestLaptop(temp.resolve("ledger"));
    }

    @AfterEach
    void closeLaptop() {
        laptop.close();
    }

    static ReadingValue number(String number) {
        return new ReadingValue.Measured(new BigDecimal(number));
    }

    Draft enter(InspectionId id, String slot, ReadingValue value) {
        return laptop.inspections.record(id, SlotId.parse(slot), value, null, null, SlotId.parse(slot));
    }

    Draft enter(InspectionId id, String slot, String number) {
        return enter(id, slot, number(number));
    }

    Reading reading(InspectionId id, String slot) {
        return laptop.inspections.load(id).readings().get(SlotId.parse(slot));
    }

    Path picture(String content) throws IOException {
        return Files.write(temp.resolve(content + ".jpg"), content.getBytes(StandardCharsets.UTF_8));
    }

    /** An inspection that came from another laptop: one reading, M14, slightly too warm. */
    void pulled(long number, AssetId asset, String submittedAt, String degrees) {
        laptop.feed(RecordType.INSPECTION, new UUID(5, number), record(asset, submittedAt, degrees));
    }

    static Map<String, Object> record(AssetId asset, String submittedAt, String degrees) {
        Map<String, Object> reading = Map.of(
                "slot",
                "M14",
                "value",
                Map.of("kind", "number", "number", new BigDecimal(degrees)),
                "photos",
                List.of(),
                "verdict",
                "warning",
                "recordedAt",
                submittedAt);
        return new HashMap<>(Map.ofEntries(
                Map.entry("asset_id", asset.toString()),
                Map.entry("template_id", "ups-m"),
                Map.entry("template_version", 1),
                Map.entry("started_at", submittedAt),
                Map.entry("submitted_at", submittedAt),
                Map.entry("inspector_id", TestLaptop.LI.toString()),
                Map.entry("inspector_name", "示例员乙"),
                Map.entry("device_id", new UUID(8, 8).toString()),
                Map.entry("clock_offset_ms", 0),
                Map.entry("observed", Map.of()),
                Map.entry("readings", List.of(reading)),
                Map.entry("verdict", "warning"),
                Map.entry("record_hash", "0".repeat(64))));
    }

    /** Answers every row with something normal, and adds the pictures that the form demands. */
    void fill(InspectionId id) throws IOException {
        for (FormSlot slot : laptop.inspections.load(id).form().slots()) {
            SlotId at = slot.id();
            switch (slot.item().kind()) {
                case NUMBER -> laptop.inspections.record(id, at, number(normal(slot)), null, null, at);
                case YES_NO ->
                    laptop.inspections.record(
                            id,
                            at,
                            new ReadingValue.YesNo(slot.limits().normalOptions().contains("yes")),
                            null,
                            null,
                            at);
                case CHOICE, MULTI_CHOICE ->
                    laptop.inspections.record(
                            id,
                            at,
                            new ReadingValue.Choice(
                                    List.of(slot.limits().normalOptions().getFirst())),
                            null,
                            null,
                            at);
                case SIGNATURE ->
                    laptop.inspections.record(id, at, new ReadingValue.Signed("示例员甲", ""), null, null, at);
                case TEXT -> laptop.inspections.record(id, at, null, new Skip(Skip.Kind.NOT_APPLICABLE, "无"), null, at);
                case PHOTO, COMPUTED -> {}
                case DATE, DATE_TIME, ASSET, TABLE, JAR_TABLE ->
                    throw new IllegalArgumentException("not offered: " + slot.id());
            }
            if (slot.item().photo() == PhotoRule.REQUIRED) {
                laptop.inspections.attach(id, at, picture(at.item()));
            }
        }
    }

    private static String normal(FormSlot slot) {
        return switch (slot.id().item()) {
            case "M04" -> "0";
            case "M06", "M08", "M16" -> "50";
            default -> "25";
        };
    }
}
