package xundang.model.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AssetNoTest {
    @Test
    void aNumberIsThePrefixAndSixDigits() {
        AssetNo no = AssetNo.of("UPS", 12);

        assertThat(no.text()).isEqualTo("UPS-000012");
        assertThat(no.prefix()).isEqualTo("UPS");
        assertThat(no.number()).isEqualTo(12);
    }

    @Test
    void otherTextsAreNoNumbers() {
        assertThat(AssetNo.parse("UPS-12")).isEmpty();
        assertThat(AssetNo.parse("ups-000012")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new AssetNo("区名+设备1"));
    }
}
