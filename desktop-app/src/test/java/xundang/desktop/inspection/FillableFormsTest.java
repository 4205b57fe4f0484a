package xundang.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import xundang.model.template.TemplateCatalog;

class FillableFormsTest {
    private final TemplateCatalog templates = TemplateCatalog.bundled();

    @Test
    void everyFormThatComesWithTheProgramCanBeFilledIn() {
        assertThat(templates.all()).hasSize(10).allMatch(FillableForms::contains);
    }
}
