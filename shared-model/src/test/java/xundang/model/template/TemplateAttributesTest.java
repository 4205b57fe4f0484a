package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import xundang.model.asset.AttributeDef;
import xundang.model.asset.CategoryCatalog;
import xundang.model.json.ModelJson;

/** Reads the form's file beside the catalogue, without the code that joins them. */
class TemplateAttributesTest {
    static List<String> attributes() throws IOException {
        return List.copyOf(file().get("attributes").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void everyAttributeIsInTheCatalogueAndItsDefaultIsAllowedThere(String name) throws IOException {
        JsonNode use = file().get("attributes").get(name);
        String category = Optional.ofNullable(use.get("of"))
                .map(JsonNode::stringValue)
                .orElse(file().get("category").stringValue());
        AttributeDef definition = CategoryCatalog.bundled()
                .attribute(category, CategoryCatalog.ATTRIBUTE_PREFIX + name)
                .orElseThrow();

        assertThat(definition.label())
                .isEqualTo(Forms.UPS_M.attribute(name).definition().label());
        Optional.ofNullable(use.get("default"))
                .ifPresent(value ->
                        assertThat(definition.checkText(value.stringValue())).isEmpty());
    }

    private static JsonNode file() throws IOException {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream("ups-m.v1.json")) {
            return ModelJson.mapper().readTree(in);
        }
    }
}
