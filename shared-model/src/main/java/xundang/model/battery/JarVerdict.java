package xundang.model.battery;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xundang.model.template.Verdict;

/**
 * How one jar was judged. Numbers are unrounded.
 *
 * @param verdicts by rule, without rules for which nothing was measured
 * @param voltsPerCell V; absent without a voltage or while the cells are not known
 * @param deviationMv from the string's mean in mV per 2 V cell; absent likewise
 * @param baseline what the ohmic value was compared with, in the table's unit; absent without an ohmic value
 * @param baselineKind which baseline that was; absent with it
 * @param ohmicRatio ohmic value ÷ baseline; absent with it
 */
public record JarVerdict(
        int position,
        Map<JarRule, Verdict> verdicts,
        @Nullable BigDecimal voltsPerCell,
        @Nullable BigDecimal deviationMv,
        @Nullable BigDecimal baseline,
        @Nullable BaselineKind baselineKind,
        @Nullable BigDecimal ohmicRatio) {

    /** The two baselines that a report has to tell apart. */
    public enum BaselineKind {
        /** The jar's own reading about six months after commissioning (E7). */
        OWN,
        /** The median of the string as measured now. */
        STRING_MEDIAN
    }

    /** The worst of its rules; {@link Verdict#SKIPPED} when nothing was measured. */
    public Verdict overall() {
        return verdicts.isEmpty() ? Verdict.SKIPPED : Verdict.worst(verdicts.values());
    }

    /** The rules with that verdict. */
    public Set<JarRule> rules(Verdict verdict) {
        Set<JarRule> rules = new TreeSet<>();
        verdicts.forEach((rule, judged) -> {
            if (judged == verdict) {
                rules.add(rule);
            }
        });
        return rules;
    }
}
