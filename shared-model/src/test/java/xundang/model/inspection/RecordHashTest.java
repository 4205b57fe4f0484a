package xundang.model.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import xundang.model.account.DeviceId;
import xundang.model.account.UserId;
import xundang.model.asset.AssetId;
import xundang.model.json.ModelJson;
import xundang.model.template.SlotId;
import xundang.model.template.Verdict;

class RecordHashTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-08-03T14:05:00+08:00");

    @Test
    void isSixtyFourLowerCaseHexDigits() {
        assertThat(RecordHash.of(body("231.50"))).matches("[0-9a-f]{64}");
    }

    @Test
    void staysTheSameWhenTheRecordIsWrittenAndReadAgain() {
        InspectionBody sealed = RecordHash.seal(body("231.50"));
        String json = ModelJson.mapper().writeValueAsString(sealed);
        InspectionBody again = ModelJson.mapper().readValue(json, InspectionBody.class);

        assertThat(RecordHash.of(again)).isEqualTo(sealed.recordHash());
        assertThat(RecordHash.of(ModelJson.mapper().readTree(json))).isEqualTo(sealed.recordHash());
    }

    @Test
    void doesNotDependOnTheOrderOfProperties() {
        ObjectNode node = ModelJson.mapper().valueToTree(body("231.5"));
        ObjectNode turned = ModelJson.mapper().createObjectNode();
        List<Map.Entry<String, JsonNode>> properties = List.copyOf(node.properties());
        properties.reversed().forEach(property -> turned.set(property.getKey(), property.getValue()));

        assertThat(RecordHash.of(turned)).isEqualTo(RecordHash.of(node));
    }

    @Test
    void doesNotDependOnTrailingZeros() {
        assertThat(RecordHash.of(body("231.50"))).isEqualTo(RecordHash.of(body("231.5")));
    }

    @Test
    void changesWithAReading() {
        assertThat(RecordHash.of(body("231.5"))).isNotEqualTo(RecordHash.of(body("231.6")));
    }

    @Test
    void leavesItselfOut() {
        InspectionBody sealed = RecordHash.seal(body("231.5"));

        assertThat(RecordHash.of(sealed))
                .isEqualTo(RecordHash.of(body("231.5")))
                .isEqualTo(sealed.recordHash());
    }

    @Test
    void countsFieldsThatThisProgramDoesNotKnow() {
        ObjectNode node = ModelJson.mapper().valueToTree(body("231.5"));
        node.put("added_later", "x");

        assertThat(RecordHash.of(node)).isNotEqualTo(RecordHash.of(body("231.5")));
    }

    private static InspectionBody body(String volts) {
        Reading reading = new Reading(
                SlotId.parse("M05.L1"),
                new ReadingValue.Measured(new BigDecimal(volts)),
                null,
                List.of(),
                "表前\"端\"",
                Verdict.NORMAL,
                AT);
        return new InspectionBody(
                new AssetId(new UUID(1, 1)),
                "ups-m",
                1,
                null,
                null,
                AT,
                AT.plusMinutes(20),
                new UserId(new UUID(2, 2)),
                "示例员甲",
                new DeviceId(new UUID(3, 3)),
                -250,
                Map.of("phases", "3-3", "redundancy", "none"),
                List.of(reading),
                null,
                Verdict.NORMAL,
                "");
    }
}
