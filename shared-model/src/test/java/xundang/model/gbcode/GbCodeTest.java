package xundang.model.gbcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GbCodeTest {
    private static final String GOOD = "31011500001320000001";

    @Test
    void workedExample28TheCodeSuitsACamera() {
        assertThat(GbCode.check(GOOD, "camera")).isEmpty();
    }

    @Test
    void workedExample28TheSameCodeOnARecorderIsAnError() {
        assertThat(GbCode.check(GOOD, "nvr")).containsExactly(new GbFinding.TypeUnsuitable("132", "nvr"));
    }

    @Test
    void workedExample28TwentyOneDigitsAreAnError() {
        assertThat(GbCode.check("310115000013200000010", "camera")).containsExactly(new GbFinding.NotTwentyDigits(21));
    }

    @Test
    void workedExample28NetworkNineIsAWarning() {
        assertThat(GbCode.check("31011500001329000001", "camera")).containsExactly(new GbFinding.Doubtful("R5", "9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 31011500001320000001", "3101150000132000001", "3101150000132000000A", "３１０１１５００００１３２０００００１"
            })
    void r1NothingIsTrimmedPaddedOrTranslated(String text) {
        assertThat(GbCode.check(text, "camera")).extracting(GbFinding::rule).containsExactly("R1");
    }

    @ParameterizedTest
    @CsvSource({
        "11010100001320000001,camera,R2,WARNING",
        "31011500201320000001,camera,R3,WARNING",
        "31011500001180000001,camera,R4,ERROR",
        "31011500001320000000,camera,R6,WARNING"
    })
    void eachRuleFindsItsOwnFault(String text, String category, String rule, GbFinding.Severity severity) {
        List<GbFinding> findings = GbCode.check(text, category);

        assertThat(findings).extracting(GbFinding::rule).containsExactly(rule);
        assertThat(findings).extracting(GbFinding::severity).containsExactly(severity);
    }

    @ParameterizedTest
    @CsvSource({"14,true", "15,false", "39,false", "40,true", "59,true", "60,false"})
    void theKnownIndustriesEndWhereTheTableSays(String industry, boolean known) {
        assertThat(GbCode.check("31011500" + industry + "1320000001", "camera").isEmpty())
                .isEqualTo(known);
    }

    @Test
    void r7ACodeInUseElsewhereIsAnError() {
        assertThat(GbCode.check(GOOD, "camera", null, code -> Optional.of("CAM-000007")))
                .containsExactly(new GbFinding.UsedTwice("CAM-000007"));
    }

    @ParameterizedTest
    @CsvSource({"31,true", "310115,true", "31011500,true", "310116,false", "310,false"})
    void r8TheCivilCodeMustBeAPrefix(String civilCode, boolean fits) {
        assertThat(GbCode.check(GOOD, "camera", civilCode, code -> Optional.empty())
                        .isEmpty())
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101", "104", "105", "106", "107", "109", "110", "112", "113", "114", "115", "116", "117", "118", "120",
                "151"
            })
    void allSixteenDistrictsOfShanghaiAreKnown(String district) {
        assertThat(GbCode.check("310" + district + "00001320000001", "camera")).isEmpty();
    }

    @Test
    void theCodeIsTakenApart() {
        GbCode code = new GbCode("31011512041325000678");

        assertThat(List.of(code.region(), code.industry(), code.type(), code.network(), code.serial()))
                .containsExactly("310115", "04", "132", "5", "000678");
    }
}
