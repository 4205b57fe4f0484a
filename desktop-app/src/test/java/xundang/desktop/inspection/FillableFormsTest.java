package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.template.TemplateCatalog;

class FillableFormsTest {
    private final TemplateCatalog templates = TemplateCatalog.bundled();

    @Test
    void theMonthlyFormCanBeFilledIn() {
        assertThat(FillableForms.contains(templates.find("ups-m").orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups-q", "cam-f", "vid-d", "bat-r", "rem-r"})
    void aFormWithTablesDatesOrPairsOfPicturesIsNotOfferedYet(String id) {
        assertThat(FillableForms.contains(templates.find(id).orElseThrow())).isFalse();
    }
}
