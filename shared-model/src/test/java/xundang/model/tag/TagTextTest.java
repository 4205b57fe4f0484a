package xundang.model.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTextTest {
    private static final TagText TAG = new TagText("SH01", "UPS-000012");

    @Test
    void workedExample27TheCheckDigitsOfTheReferenceText() {
        assertThat(Crc16.of("123456789")).isEqualTo("29B1");
    }

    @Test
    void workedExample27TheTagOfUps12() {
        assertThat(TAG.text()).isEqualTo("YD1:SH01:UPS-000012:9FBE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YD1:SH01:UPS-000012:9FBE",
                "yd1:sh01:ups-000012:9fbe",
                "  YD1 : SH01 : UPS-000012 : 9FBE\r\n",
                "ＹＤ１：ＳＨ０１：ＵＰＳ－０００012：9FBE",
                "https://xundang.example/d/YD1%3ASH01%3AUPS-000012%3A9FBE",
                "https://xundang.example:8443/base/d/YD1:SH01:UPS-000012:9FBE?lang=en",
                "HTTPS://XUNDANG.EXAMPLE/D/YD1%3aSH01%3aUPS-000012%3a9fbe"
            })
    void cameraScannerAndFingersAreAllUnderstood(String input) {
        assertThat(TagText.parse(input)).isEqualTo(new TagParse.Good(TAG));
    }

    @Test
    void itsOwnAddressIsUnderstood() {
        assertThat(TagText.parse(TAG.url("https://host"))).isEqualTo(new TagParse.Good(TAG));
    }

    @Test
    void aMistypedDigitIsNotBelieved() {
        assertThat(TagText.parse("YD1:SH01:UPS-000013:9FBE"))
                .isEqualTo(new TagParse.WrongCheck("SH01", "UPS-000013", "9FBE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UPS-000012",
                "YD2:SH01:UPS-000012:9FBE",
                "YD1:SH01:UPS-000012",
                "YD1:SH01:UPS-000012:9FBEE",
                "https://xundang.example/d/%ZZ",
                "https://xundang.example/other/YD1:SH01:UPS-000012:9FBE",
                "WIFI:T:WPA;S:guest;;"
            })
    void anythingElseIsNotATag(String input) {
        assertThat(TagText.parse(input)).isEqualTo(new TagParse.NotATag());
    }

    @Test
    void aHugeTextIsNotATag() {
        assertThat(TagText.parse("YD1:".repeat(10_000))).isEqualTo(new TagParse.NotATag());
    }
}
