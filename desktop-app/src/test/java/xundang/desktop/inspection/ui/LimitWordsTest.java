package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.desktop.testing.Desk;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
import xundang.model.template.Label;
import xundang.model.template.PhotoRule;
import xundang.model.template.Range;
import xundang.model.template.SlotId;
import xundang.model.template.SlotLimits;
import xundang.model.template.TemplateItem;

class LimitWordsTest {
    private final LimitWords words = new LimitWords(new Desk().texts);

    private static FormSlot slot(SlotLimits limits) {
        TemplateItem item = new TemplateItem(
                "M14", new Label("电池最高表温", "Hottest jar"), ItemKind.NUMBER, "°C", List.of(), PhotoRule.NONE, null);
        return new FormSlot(SlotId.of("M14"), 14, item, null, limits);
    }

    private static SlotLimits limits(String source) {
        return new SlotLimits(
                new Range(new BigDecimal("15"), new BigDecimal("30")),
                new Range(new BigDecimal("10"), new BigDecimal("35")),
                List.of(),
                List.of(),
                source,
                List.of());
    }

    @Test
    void rangesAreSaidWithTheirUnit() {
        assertThat(words.limits(slot(limits("E1")))).contains("正常 15–30\u2009°C · 注意 10–35\u2009°C · 依据 [E1]");
    }

    @ParameterizedTest
    @CsvSource({"P,经验值", "D,产品默认", "model,按设备参数", "E6+E8,依据 [E6]＋依据 [E8]", "E1/P,依据 [E1] / 经验值"})
    void aPracticeValueIsNeverCalledAStandard(String source, String said) {
        assertThat(words.limits(slot(limits(source))).orElseThrow()).endsWith(said);
    }

    @Test
    void aMissingAttributeIsNamedAndNothingIsJudged() {
        SlotLimits lacking = new SlotLimits(null, null, List.of(), List.of(), "model", List.of("v_in_nom"));
        assertThat(words.limits(slot(lacking)).orElseThrow()).contains("额定输入电压").contains("不判定");
    }

    @Test
    void aRecordedRowHasNoLimits() {
        assertThat(words.limits(slot(null))).isEqualTo(Optional.empty());
    }
}
