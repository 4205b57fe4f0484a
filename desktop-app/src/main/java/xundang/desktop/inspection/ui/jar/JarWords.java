package xundang.desktop.inspection.ui.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xundang.desktop.platform.fx.UiTexts;
import xundang.model.battery.JarReading;
import xundang.model.battery.JarRule;
import xundang.model.battery.JarVerdict;
import xundang.model.template.Verdict;

/** One jar in words: what was measured, how it compares, and which rules it breaks. */
final class JarWords {
    private final JarTableViewModel jars;
    private final UiTexts texts;

    JarWords(JarTableViewModel jars, UiTexts texts) {
        this.jars = jars;
        this.texts = texts;
    }

    String of(int position) {
        JarReading jar = jars.sheet().row(position);
        JarVerdict judged = jars.verdict(position);
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("inspection.jar.one", position));
        if (jar.voltage() != null) {
            parts.add(jar.voltage().toPlainString() + "\u2009V");
        }
        if (judged.deviationMv() != null) {
            parts.add(texts.get("inspection.jar.one.deviation", CellTexts.deviation(judged.deviationMv())));
        }
        if (jar.ohmic() != null) {
            parts.add(
                    jar.ohmic().toPlainString() + "\u2009" + jars.sheet().unit().sign());
        }
        if (judged.baselineKind() != null) {
            String key = judged.baselineKind() == JarVerdict.BaselineKind.OWN
                    ? "inspection.jar.one.own"
                    : "inspection.jar.one.median";
            parts.add(texts.get(key, CellTexts.figure(judged.baseline(), 4), CellTexts.ratio(judged.ohmicRatio())));
        }
        if (jar.temperature() != null) {
            parts.add(jar.temperature().toPlainString() + "\u2009°C");
        }
        parts.add(verdict(judged));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String verdict(JarVerdict judged) {
        if (judged.verdicts().isEmpty()) {
            return texts.get("inspection.jar.one.blank");
        }
        Verdict verdict = judged.overall();
        String rules = verdict == Verdict.ABNORMAL || verdict == Verdict.WARNING
                ? " " + judged.rules(verdict).stream().map(JarRule::code).collect(Collectors.joining(" "))
                : "";
        return texts.of(verdict.label()) + rules;
    }
}
