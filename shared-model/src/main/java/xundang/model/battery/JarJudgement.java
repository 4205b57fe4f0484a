package xundang.model.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xundang.model.template.Verdict;

/**
 * A jar table judged by J1 to J4.
 *
 * @param jars one per row, by position
 * @param spread verdict of J3; {@link Verdict#RECORDED} with fewer than two voltages
 * @param missing positions of the string that have neither a voltage nor a reason
 * @param beyond positions above the ledger's number of jars: a slip of the pen, or the ledger is wrong
 */
public record JarJudgement(
        StringStatistics statistics,
        List<JarVerdict> jars,
        Verdict spread,
        List<Integer> missing,
        List<Integer> beyond) {

    /** One abnormal jar: what a finding (缺陷) is opened for. */
    public record Finding(int position, Set<JarRule> rules) {}

    /** The worst of all jars and of the spread. */
    public Verdict overall() {
        List<Verdict> all =
                new ArrayList<>(jars.stream().map(JarVerdict::overall).toList());
        all.add(spread);
        return Verdict.worst(all);
    }

    /** One per abnormal jar, by position, with the rules that it broke. */
    public List<Finding> findings() {
        return jars.stream()
                .filter(jar -> jar.overall() == Verdict.ABNORMAL)
                .map(jar -> new Finding(jar.position(), jar.rules(Verdict.ABNORMAL)))
                .toList();
    }

    /** How many jars were compared with their own baseline, and how many with the median; the report states it. */
    public long comparedWith(JarVerdict.BaselineKind kind) {
        return jars.stream().filter(jar -> jar.baselineKind() == kind).count();
    }
}
