package xundang.model.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xundang.model.tag.RemovalLabel.Finding;

class RemovalLabelTest {
    private static final String DISTRICT = "杨浦区";
    private static final List<RemovalLabel> USED =
            List.of(new RemovalLabel(DISTRICT, 1), new RemovalLabel(DISTRICT, 2), new RemovalLabel("黄浦区", 7));

    @Test
    void theNextLabelOfADistrictIsGood() {
        assertThat(RemovalLabel.check("杨浦区设备3", DISTRICT, USED)).isEmpty();
        assertThat(RemovalLabel.check("长宁区设备1", "长宁区", USED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"设备3", "杨浦设备3", "杨浦区设备", "杨浦区设备03", "杨浦区设备3 ", "杨浦区3", "黄浦区设备8", "杨浦区设备0"})
    void anyOtherFormIsWrong(String text) {
        assertThat(RemovalLabel.check(text, DISTRICT, USED)).contains(new Finding.WrongForm("杨浦区设备3"));
    }

    @Test
    void aLabelIsUsedOnce() {
        assertThat(RemovalLabel.check("杨浦区设备2", DISTRICT, USED)).contains(new Finding.UsedTwice());
    }

    @Test
    void noNumberIsLeftOut() {
        assertThat(RemovalLabel.check("杨浦区设备5", DISTRICT, USED)).contains(new Finding.NotConsecutive("杨浦区设备3"));
    }

    @Test
    void aNumberThatWasLeftOutBeforeMayBeFilledIn() {
        assertThat(RemovalLabel.check("黄浦区设备3", "黄浦区", USED)).isEmpty();
    }
}
