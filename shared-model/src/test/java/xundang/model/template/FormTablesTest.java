package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled forms beside the tables of the domain specification, section 4, which stand in {@code form-tables.csv}. */
class FormTablesTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.bundled();

    static List<InspectionTemplate> templates() {
        return CATALOG.all();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "form-tables.csv")
    void everyItemOfTheTablesIsThereWithItsPhotoRule(String form, String id, String photo) {
        List<TemplateItem> items = CATALOG.find(form).orElseThrow().items().stream()
                .filter(item -> item.id().equals(id) || item.id().matches(id + "[a-z]"))
                .toList();

        assertThat(items).isNotEmpty();
        if (photo != null) {
            PhotoRule rule = switch (photo) {
                case "R" -> PhotoRule.REQUIRED;
                case "F" -> PhotoRule.WHEN_NOT_NORMAL;
                default -> PhotoRule.NONE;
            };
            assertThat(items).extracting(TemplateItem::photo).contains(rule);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyLimitSaysWhereItComesFrom(InspectionTemplate template) {
        Set<String> tags = new HashSet<>();
        new FormEngine()
                .plan(template, Forms.of(FormLimitsTest.EVERYTHING)).slots().stream()
                        .filter(slot -> slot.limits() != null)
                        .forEach(slot ->
                                tags.addAll(List.of(slot.limits().source().split("[/+]", -1))));

        assertThat(tags).isSubsetOf("002", "003", "E1", "E5", "E9", "E10", "E11", "E13", "P", "D", "model");
    }

    @Test
    void whatIsPracticeInTheTablesIsNeverSaidToBeADocuments() {
        List<String> practice = List.of("Q08", "Q09", "Y04", "R07", "F03", "C04", "C09", "C12", "C13a", "C13b", "C14");

        assertThat(CATALOG.all().stream()
                        .flatMap(template ->
                                new FormEngine().plan(template, Forms.of(FormLimitsTest.EVERYTHING)).slots().stream())
                        .filter(slot -> practice.contains(slot.item().id())))
                .hasSize(practice.size())
                .allSatisfy(slot -> assertThat(slot.limits().source()).matches("P(\\+model)?"));
    }

    @Test
    void theQuarterlyFormHoldsTheMonthlyItemsByReference() {
        List<TemplateItem> monthly = CATALOG.find("ups-m").orElseThrow().items();

        assertThat(CATALOG.find("ups-q").orElseThrow().items()).containsAll(monthly);
    }

    @Test
    void signaturesOfTheQuarterlyFormStandAtItsEnd() {
        assertThat(CATALOG.find("ups-q").orElseThrow().items().getLast().id()).isEqualTo("M29");
    }

    @Test
    void pairsOfPicturesAreThoseOfTheTables() {
        assertThat(CATALOG.all().stream()
                        .flatMap(template -> template.items().stream())
                        .filter(TemplateItem::photoPair)
                        .map(TemplateItem::id))
                .containsExactlyInAnyOrder("Q12t", "H01", "C03", "B14", "D09");
    }

    @Test
    void everyItemOfTheSpotCheckHasAWeight() {
        assertThat(CATALOG.find("room-sc").orElseThrow().items())
                .filteredOn(item -> item.kind() == ItemKind.CHOICE)
                .hasSize(27)
                .allSatisfy(item -> assertThat(item.weight()).isPositive());
    }
}
