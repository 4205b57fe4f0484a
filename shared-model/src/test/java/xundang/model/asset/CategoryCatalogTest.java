package xundang.model.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xundang.model.json.ModelJson;

class CategoryCatalogTest {
    private final CategoryCatalog catalog = CategoryCatalog.bundled();

    @Test
    void everyCategoryOfTheSpecificationIsThere() {
        assertThat(catalog.categories())
                .extracting(CategorySchema::code)
                .containsExactly(
                        "ups_host",
                        "battery_string",
                        "battery_jar",
                        "machine_room",
                        "rack",
                        "crac",
                        "generator",
                        "fire_system",
                        "extinguisher",
                        "camera",
                        "pole",
                        "field_box",
                        "nvr",
                        "storage",
                        "switch",
                        "server",
                        "link",
                        "projector",
                        "display",
                        "audio",
                        "ip_speaker",
                        "epolice",
                        "bulk");
    }

    @Test
    void noTwoCategoriesShareANumberPrefix() {
        assertThat(catalog.categories())
                .extracting(CategorySchema::prefix)
                .doesNotHaveDuplicates()
                .allMatch(prefix -> AssetNo.parse(prefix + "-000001").isPresent());
    }

    @Test
    void everyAttributeHasBothLabelsAndAUniqueName() {
        for (CategorySchema category : catalog.categories()) {
            assertThat(category.attributes()).extracting(AttributeDef::name).doesNotHaveDuplicates();
            assertThat(category.attributes())
                    .allSatisfy(def -> assertThat(def.label().zh()).isNotBlank())
                    .allSatisfy(def -> assertThat(def.label().en()).isNotBlank())
                    .allSatisfy(def -> assertThat(def.type() == AttributeType.ENUM
                                    && def.options().isEmpty())
                            .isFalse());
        }
    }

    @Test
    void onlyBulkMaterialCarriesNoLabel() {
        assertThat(catalog.categories())
                .filteredOn(category -> !category.taggable())
                .extracting(CategorySchema::code)
                .containsExactly("bulk");
    }

    @Test
    void everyLifecycleStateIsAnOptionOfTheStateField() {
        AttributeDef state = catalog.attribute("ups_host", "state").orElseThrow();

        assertThat(LifecycleState.values())
                .allSatisfy(value -> assertThat(state.optionLabel(value.code())).isEqualTo(value.label()));
        assertThat(state.options()).hasSameSizeAs(LifecycleState.values());
    }

    @ParameterizedTest
    @CsvSource({"0.5,true", "2000,true", "0.4,false", "2000.1,false"})
    void theRangeOfRatedPowerIncludesItsBounds(BigDecimal value, boolean fits) {
        assertThat(problem("ups_host", "attr.rated_kva", value.toString()).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void anExclusiveLowerBoundRefusesTheBoundItself() {
        assertThat(problem("bulk", "quantity", "0")).isEqualTo("数量：0 太小，必须大于 0。");
        assertThat(problem("bulk", "quantity", "0.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2004,true", "2004-03,true", "2004-03-31,true", "2004-13,false", "2004-02-30,false", "2004/3,false"})
    void aPurchaseDateMayBeAsVagueAsItsSource(String date, boolean fits) {
        assertThat(problem("ups_host", "purchase_date", "\"" + date + "\"").isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void aWrongTypeIsExplainedInChineseAndEnglish() {
        AttributeProblem problem = catalog.check("ups_host", Map.of("attr.rated_kva", json("\"三百\"")))
                .getFirst();

        assertThat(problem.field()).isEqualTo("attr.rated_kva");
        assertThat(problem.in(Locale.CHINA)).isEqualTo("额定容量：应填数字，收到的是“三百”。");
        assertThat(problem.in(Locale.ENGLISH)).isEqualTo("额定容量: expected a number, got \"三百\".");
    }

    @Test
    void anOptionThatDoesNotExistIsRefused() {
        assertThat(problem("ups_host", "attr.phases", "\"2-2\"")).contains("1-1, 3-1, 3-3");
        assertThat(problem("camera", "attr.function", "[\"01\",\"77\"]")).contains("77");
        assertThat(problem("camera", "attr.function", "[\"01\",\"02\"]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"00-1A-2B-3C-4D-5E,true", "00:1A:2B:3C:4D:5E,false", "001A2B3C4D5E,false"})
    void aMacAddressHasHyphens(String mac, boolean fits) {
        assertThat(problem("camera", "attr.mac", "\"" + mac + "\"").isEmpty()).isEqualTo(fits);
    }

    @Test
    void anAttributeOfAnotherCategoryIsRefused() {
        assertThat(problem("projector", "attr.rated_kva", "20")).isNotEmpty();
    }

    @Test
    void aFieldOfANewerProgramPasses() {
        assertThat(problem("projector", "colour_of_the_case", "\"white\"")).isEmpty();
    }

    @Test
    void anUnknownCategoryIsRefused() {
        assertThat(catalog.check("toaster", Map.of()))
                .extracting(AttributeProblem::field)
                .containsExactly("category");
    }

    @Test
    void anUnknownValueIsAlwaysAllowed() {
        assertThat(problem("ups_host", "attr.rated_kva", "null")).isEmpty();
    }

    private String problem(String category, String field, String value) {
        return catalog.check(category, Map.of(field, json(value))).stream()
                .map(problem -> problem.in(Locale.CHINA))
                .findFirst()
                .orElse("");
    }

    private static JsonNode json(String text) {
        return ModelJson.mapper().readTree(text);
    }
}
