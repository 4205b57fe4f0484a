package xundang.desktop.asset;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the dossiers of battery jars (电池单体) say about the baseline of their ohmic value. */
final class JarBaselines {
    private static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    private JarBaselines() {}

    /** By position; a position for which two jars say different things, as in two strings of one host, has none. */
    static Map<Integer, BigDecimal> of(List<AssetFields> jars) {
        Map<Integer, BigDecimal> baselines = new TreeMap<>();
        Set<Integer> disputed = new TreeSet<>();
        for (AssetFields jar : jars) {
            String position = jar.attribute("position").orElse("");
            String baseline = jar.attribute("ohmic_baseline").orElse("");
            if (!POSITION.matcher(position).matches()
                    || !NUMBER.matcher(baseline).matches()) {
                continue;
            }
            BigDecimal value = new BigDecimal(baseline);
            BigDecimal other = baselines.putIfAbsent(Integer.valueOf(position), value);
            if (other != null && other.compareTo(value) != 0) {
                disputed.add(Integer.valueOf(position));
            }
        }
        baselines.keySet().removeAll(disputed);
        return Collections.unmodifiableMap(baselines);
    }
}
