package xundang.desktop.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xundang.desktop.testing.Desk;
import xundang.model.template.FormEngine;
import xundang.model.template.FormPlan;
import xundang.model.template.FormSlot;
import xundang.model.template.ItemKind;
import xundang.model.template.Label;
import xundang.model.template.PhotoRule;
import xundang.model.template.Range;
import xundang.model.template.SlotId;
import xundang.model.template.SlotLimits;
import xundang.model.template.TemplateCatalog;
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
                source);
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

    @ParameterizedTest
    @CsvSource({
        "MISSING,台账缺少：额定输入电压。填写前不判定，读数照常记录。",
        "CONTRADICTING,台账数值互相矛盾：额定输入电压。核实前不判定，读数照常记录。",
        "DISPUTED,有多组电池，台账数值不一致：额定输入电压。核实前不判定，读数照常记录。"
    })
    void anObstacleIsNamedAndNothingIsJudged(SlotLimits.Obstacle.Kind kind, String said) {
        SlotLimits.Obstacle obstacle = new SlotLimits.Obstacle(
                kind, List.of(new SlotLimits.Named("v_in_nom", new Label("额定输入电压", "Nominal input voltage"))));

        assertThat(words.limits(slot(new SlotLimits(null, null, List.of(), List.of(), "model", obstacle))))
                .contains(said);
    }

    @Test
    void theFloatVoltageOfTheRealFormReadsAsPractice() {
        Map<String, String> battery = Map.of("jar_count", "186", "jar_v", "2");
        FormPlan plan = new FormEngine()
                .plan(
                        TemplateCatalog.bundled().find("ups-m", 1).orElseThrow(),
                        name -> Optional.ofNullable(battery.get(name)));

        assertThat(words.limits(plan.slot(SlotId.of("M12")).orElseThrow()))
                .contains("正常 409.2–427.8\u2009V · 注意 401.016–436.356\u2009V · 经验值＋按设备参数");
    }

    @Test
    void aRecordedRowHasNoLimits() {
        assertThat(words.limits(slot(null))).isEqualTo(Optional.empty());
    }
}
