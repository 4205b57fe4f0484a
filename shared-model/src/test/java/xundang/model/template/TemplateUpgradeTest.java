package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.model.inspection.Reading;
import xundang.model.inspection.ReadingValue;

class TemplateUpgradeTest {
    private static final InspectionTemplate ONE =
            Forms.CATALOG.find("room-p", 1).orElseThrow();

    @Test
    void theSameVersionChangesNothing() throws IOException {
        TemplateUpgrade upgrade = TemplateUpgrade.between(ONE, newer("", ""));

        assertThat(upgrade.toVersion()).isEqualTo(2);
        assertThat(upgrade.added()).isEmpty();
        assertThat(upgrade.removed()).isEmpty();
        assertThat(upgrade.changed()).isEmpty();
    }

    @Test
    void aRenumberedItemIsOneRemovedAndOneAdded() throws IOException {
        TemplateUpgrade upgrade = TemplateUpgrade.between(ONE, newer("\"id\": \"R20\"", "\"id\": \"R22\""));

        assertThat(upgrade.added()).extracting(TemplateItem::id).containsExactly("R22");
        assertThat(upgrade.removed()).extracting(TemplateItem::id).containsExactly("R20");
        assertThat(upgrade.changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"low\": \"18\", \"high\": \"27\"|\"low\": \"18\", \"high\": \"26\"|R16|LIMITS",
                "\"default\": \"70\"|\"default\": \"80\"|R06|LIMITS",
                "\"normal_options\": [\"good\"]|\"normal_options\": [\"good\", \"fair\"]|R19|LIMITS",
                "{\"code\": \"disabled\", \"label\": {\"zh\": \"停用\", \"en\": \"Disabled\"}},||R05|OPTIONS",
                "\"en\": \"Fuel level\"|\"en\": \"Fuel\"|R06|LABEL",
                "\"id\": \"R07\", \"kind\": \"number\", \"photo\": \"none\"|\"id\": \"R07\", \"kind\": \"number\", \"photo\": \"required\"|R07|PHOTO",
                "\"of\": [\"R16\", \"R17\"]|\"of\": [\"R17\", \"R16\"]|R18|COMPUTATION"
            })
    void aChangedItemSaysWhatChanged(String before, String after, String item, TemplateUpgrade.Aspect aspect)
            throws IOException {
        TemplateUpgrade upgrade = TemplateUpgrade.between(ONE, newer(before, after == null ? "" : after));

        assertThat(upgrade.changed())
                .extracting(changed -> changed.newer().id(), TemplateUpgrade.Changed::aspects)
                .containsExactly(tuple(item, Set.of(aspect)));
    }

    @Test
    void answersAreKeptAndJudgedByTheNewLimits() throws IOException {
        InspectionTemplate stricter = newer("\"low\": \"18\", \"high\": \"27\"", "\"low\": \"18\", \"high\": \"26\"");
        FormSlot temperature =
                Forms.plan("room-p", Map.of()).slot(SlotId.of("R16")).orElseThrow();
        Map<SlotId, Reading> readings = Map.of(temperature.id(), Forms.reading(temperature, Forms.number("26.5")));

        TemplateUpgrade.Carried carried = carry(stricter, readings);

        assertThat(readings.get(temperature.id()).verdict()).isEqualTo(Verdict.NORMAL);
        assertThat(carried.kept().get(temperature.id()).value()).isEqualTo(Forms.number("26.5"));
        assertThat(carried.kept().get(temperature.id()).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(carried.left()).isEmpty();
    }

    @Test
    void answersThatTheNewFormHasNoPlaceForStayBesideIt() throws IOException {
        InspectionTemplate fewer =
                newer("{\"code\": \"disabled\", \"label\": {\"zh\": \"停用\", \"en\": \"Disabled\"}},", "");
        FormPlan old = Forms.plan("room-p", Map.of());
        Map<SlotId, Reading> readings = new LinkedHashMap<>();
        for (Map.Entry<String, ReadingValue> answer : Map.of("R05", Forms.choice("disabled"), "R16", Forms.number("22"))
                .entrySet()) {
            FormSlot slot = old.slot(SlotId.of(answer.getKey())).orElseThrow();
            readings.put(slot.id(), Forms.reading(slot, answer.getValue()));
        }

        TemplateUpgrade.Carried carried = carry(fewer, readings);

        assertThat(carried.kept()).containsOnlyKeys(SlotId.of("R16"));
        assertThat(carried.left()).containsExactly(Map.entry(SlotId.of("R05"), readings.get(SlotId.of("R05"))));
    }

    @Test
    void aReasonNotesAndPicturesAreCarriedToo() throws IOException {
        FormSlot slot = Forms.plan("room-p", Map.of()).slot(SlotId.of("R16")).orElseThrow();
        Map<SlotId, Reading> readings = Map.of(slot.id(), Forms.skipped(slot, "仪表没电"));

        assertThat(carry(newer("", ""), readings).kept()).isEqualTo(readings);
    }

    @Test
    void twoDifferentFormsAreNoUpgrade() {
        assertThatThrownBy(() -> TemplateUpgrade.between(ONE, Forms.UPS_M))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TemplateUpgrade.Carried carry(InspectionTemplate newer, Map<SlotId, Reading> readings) {
        return TemplateUpgrade.carry(readings, Forms.ENGINE.plan(newer, Forms.of(Map.of())), Forms.ENGINE);
    }

    /** Version 2 of the room patrol with one text replaced. */
    private static InspectionTemplate newer(String before, String after) throws IOException {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream("room-p.v1.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(json).contains(before);
            int at = json.indexOf(before);
            String changed = json.substring(0, at) + after + json.substring(at + before.length());
            return TemplateCatalog.template(
                    "room-p.v2.json",
                    changed.replace("\"version\": 1,\n  \"category\"", "\"version\": 2,\n  \"category\""));
        }
    }
}
