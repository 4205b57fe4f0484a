package xundang.desktop.platform.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import xundang.desktop.platform.i18n.Language;

class FieldMeaningTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final FieldMeaning CAPACITY = FieldMeaning.of("ups_host", "attr.rated_kva");

    private static JsonNode read(FieldMeaning meaning, String text) {
        return ((Typed.Value) meaning.read(text)).value();
    }

    private static String problem(FieldMeaning meaning, String text) {
        return ((Typed.Wrong) meaning.read(text)).problem().in(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void aNumberTypedInFullWidthDigitsIsTaken() {
        assertThat(read(CAPACITY, " ３２０．５ ").decimalValue()).isEqualByComparingTo("320.5");
    }

    @Test
    void aBlankTextIsNoValue() {
        assertThat(read(CAPACITY, "  ")).isNull();
    }

    @Test
    void lettersInANumberAreSaidInPlace() {
        assertThat(problem(CAPACITY, "三百")).startsWith("额定容量：应填").contains("三百");
    }

    @Test
    void aNumberOutOfRangeIsSaidWithTheLimit() {
        assertThat(problem(CAPACITY, "30000")).isEqualTo("额定容量：30000 太大，不得大于 2000。");
    }

    @ParameterizedTest
    @CsvSource({"2010-10,2010-10", "2010/3,2010-03", "2010.10.5,2010-10-05", "2010年10月,2010-10", "2010年,2010"})
    void datesAreTakenAsPeopleWriteThem(String typed, String kept) {
        assertThat(read(FieldMeaning.of("ups_host", "purchase_date"), typed).stringValue())
                .isEqualTo(kept);
    }

    @Test
    void aDateThatDoesNotExistIsRefused() {
        assertThat(problem(FieldMeaning.of("ups_host", "warranty_end"), "2026-02-30"))
                .contains("2026-02-30");
    }

    @Test
    void codesAreSaidInWordsOfTheLanguage() {
        FieldMeaning topology = FieldMeaning.of("ups_host", "attr.topology");
        JsonNode code = NODES.stringNode("double_conversion");
        assertThat(topology.words(code, Language.ZH)).isNotEqualTo("double_conversion");
        assertThat(topology.words(code, Language.EN)).isNotEqualTo(topology.words(code, Language.ZH));
        assertThat(topology.typed(code)).isEqualTo("double_conversion");
    }

    @Test
    void anUnknownCodeOrFieldIsShownAsItIs() {
        assertThat(FieldMeaning.of("ups_host", "new_field").label().zh()).isEqualTo("new_field");
        assertThat(FieldMeaning.of("ups_host", "attr.topology").words(NODES.stringNode("quantum"), Language.ZH))
                .isEqualTo("quantum");
    }

    @Test
    void aNumberIsSaidWithItsUnit() {
        assertThat(CAPACITY.wordsWithUnit(NODES.numberNode(300), Language.ZH)).isEqualTo("300\u2009kVA");
        assertThat(CAPACITY.wordsWithUnit(null, Language.ZH)).isEmpty();
    }

    @Test
    void aYesNoIsReadFromItsCode() {
        FieldMeaning eco = FieldMeaning.of("ups_host", "attr.eco_allowed");
        assertThat(read(eco, "true").booleanValue()).isTrue();
        assertThat(eco.words(NODES.booleanNode(false), Language.ZH)).isEqualTo("否");
        assertThat(eco.read("maybe")).isInstanceOf(Typed.Wrong.class);
    }
}
