package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.template.TemplateCatalog;

class FillableFormsTest {
    private final TemplateCatalog templates = TemplateCatalog.bundled();

    @ParameterizedTest
    @ValueSource(strings = {"ups-m", "room-p", "fire-p", "room-sc", "cam-f", "vid-d", "ledger-sc", "rem-r"})
    void aFormWithoutAJarTableCanBeFilledIn(String id) {
        assertThat(FillableForms.contains(templates.find(id).orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups-q", "bat-r"})
    void aFormWithAJarTableIsNotOfferedYet(String id) {
        assertThat(FillableForms.contains(templates.find(id).orElseThrow())).isFalse();
    }
}
