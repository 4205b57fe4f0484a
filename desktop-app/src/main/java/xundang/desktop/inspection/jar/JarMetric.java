package xundang.desktop.inspection.jar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRule;
import xundang.model.battery.JarVerdict;
import xundang.model.template.Range;
import xundang.model.template.Verdict;

/** What the blocks of the heat map show. */
public enum JarMetric {
    /** 电压偏差 from the string's mean, rule J2. */
    DEVIATION {
        @Override
        public Heat heat(JarReading jar, JarVerdict judged) {
            BigDecimal deviation = judged.deviationMv();
            return Heat.of(judged.verdicts().get(JarRule.DEVIATION), deviation != null && deviation.signum() < 0);
        }
    },
    /** 内阻比 or 电导比 to the baseline, rule J4. */
    OHMIC {
        @Override
        public Heat heat(JarReading jar, JarVerdict judged) {
            BigDecimal ratio = judged.ohmicRatio();
            return Heat.of(judged.verdicts().get(JarRule.OHMIC), ratio != null && ratio.compareTo(BigDecimal.ONE) < 0);
        }
    },
    /** 温度, by the limits of item M14, the hottest jar. */
    TEMPERATURE {
        @Override
        public Heat heat(JarReading jar, JarVerdict judged) {
            BigDecimal temperature = jar.temperature();
            if (temperature == null) {
                return Heat.EMPTY;
            }
            Verdict verdict = WARM_NORMAL.contains(temperature)
                    ? Verdict.NORMAL
                    : WARM_WARN.contains(temperature) ? Verdict.WARNING : Verdict.ABNORMAL;
            return Heat.of(verdict, temperature.compareTo(MIDDLE) < 0);
        }
    },
    /** 判定: the worst of all rules. */
    VERDICT {
        @Override
        public Heat heat(JarReading jar, JarVerdict judged) {
            return judged.verdicts().isEmpty() ? Heat.EMPTY : Heat.of(judged.overall(), false);
        }
    };

    /** [P], as item M14 has it. */
    private static final Range WARM_NORMAL = new Range(new BigDecimal("15"), new BigDecimal("30"));

    private static final Range WARM_WARN = new Range(new BigDecimal("10"), new BigDecimal("35"));
    private static final BigDecimal MIDDLE = new BigDecimal("22");

    /** How one jar stands in it. */
    public abstract Heat heat(JarReading jar, JarVerdict judged);

    /** Steps of the heat map: how far, and to which side. */
    public enum Heat {
        FAR_LOW("danger", "▼▼"),
        LOW("warning", "▼"),
        NORMAL("success", ""),
        HIGH("warning", "▲"),
        FAR_HIGH("danger", "▲▲"),
        UNJUDGED("neutral", "?"),
        EMPTY("muted", "");

        private final String tone;
        private final String mark;

        Heat(String tone, String mark) {
            this.tone = tone;
            this.mark = mark;
        }

        /** Name of the colour family, a style class. */
        public String tone() {
            return tone;
        }

        /** The same without colour. */
        public String mark() {
            return mark;
        }

        static Heat of(@Nullable Verdict verdict, boolean low) {
            return switch (verdict) {
                case null -> EMPTY;
                case NORMAL -> NORMAL;
                case WARNING -> low ? LOW : HIGH;
                case ABNORMAL -> low ? FAR_LOW : FAR_HIGH;
                case UNJUDGED -> UNJUDGED;
                case RECORDED, SKIPPED -> EMPTY;
            };
        }
    }
}
