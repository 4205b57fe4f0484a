package xundang.model.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import xundang.model.template.TemplateFault.Problem;

class TemplateLinesTest {
    private static final String FILE = """
            {
              "attributes": {
                "phases": {
                  "default": "9-9"
                }
              },
              "sections": [{
                "items": [
                  {"id": "X1",
                   "limits": {"normal": {"low": "volts * 2"}}},
                  {"id": "X2",
                   "options": [{"code": "good"}]},
                  {"id": "X1"}
                ]
              }]
            }
            """;

    private final TemplateLines lines = TemplateLines.of(FILE);

    @Test
    void aFaultyTextIsFoundInsideItsItem() {
        assertThat(line("X1", Problem.UNKNOWN_ATTRIBUTE, "volts")).isEqualTo(10);
        assertThat(line("X1", Problem.BAD_EXPRESSION, "第 8 个字符处不该出现结尾：volts * 2"))
                .isEqualTo(10);
        assertThat(line("X2", Problem.UNKNOWN_OPTION, "good")).isEqualTo(12);
    }

    @Test
    void somethingThatIsAbsentIsSaidAtTheItem() {
        assertThat(line("X2", Problem.MISSING_LABEL, "label")).isEqualTo(11);
    }

    @Test
    void ofANumberGivenTwiceTheSecondIsMeant() {
        assertThat(line("X1", Problem.DUPLICATE_ID, "X1")).isEqualTo(13);
    }

    @Test
    void anAttributeIsFoundByItsNameAndItsValueInsideIt() {
        assertThat(line("phases", Problem.NOT_IN_CATALOGUE, "phases")).isEqualTo(3);
        assertThat(line("phases", Problem.AGAINST_CATALOGUE, "9-9")).isEqualTo(4);
    }

    @Test
    void whatHasNoPlaceIsSaidAtTheTop() {
        assertThat(line("", Problem.MISSING_PROPERTY, "version")).isEqualTo(1);
        assertThat(line("X9", Problem.UNKNOWN_ITEM, "X9")).isEqualTo(1);
    }

    @Test
    void aBreakInTheTextIsItsOwnLine() {
        TemplateFault fault = new TemplateFault("f", "", Problem.UNREADABLE, "");

        assertThat(TemplateLines.of("{\n\"a\": 1\n\"b\": 2}").line(fault)).isEqualTo(3);
        assertThat(TemplateLines.of("").line(fault)).isEqualTo(1);
    }

    private int line(String where, Problem problem, String detail) {
        return lines.line(new TemplateFault("f", where, problem, detail));
    }
}
