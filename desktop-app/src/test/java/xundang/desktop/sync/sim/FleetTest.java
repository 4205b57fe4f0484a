package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random fleets under random faults keep all invariants. In every build the same seeds; with {@code -Psoak -Dsim.minutes=N} new ones for that
 * long; with {@code -Dsim.seed=N} exactly that one.
 */
class FleetTest {
    private static final Logger LOG = LoggerFactory.getLogger("sim");
    private static final int SEEDS = Integer.getInteger("sim.seeds", 300);

    @TempDir
    Path folder;

    @Test
    void everySeedKeepsEveryInvariant() {
        Runs runs = new Runs(folder);
        Long only = Long.getLong("sim.seed");
        if (only != null) {
            runs.run(only);
            return;
        }
        long begun = System.nanoTime();
        long end =
                begun + Duration.ofMinutes(Integer.getInteger("sim.minutes", 0)).toNanos();
        boolean soak = end > begun;
        long seed = soak ? begun : 1;
        int done = 0;
        while (soak ? System.nanoTime() < end : done < SEEDS) {
            runs.run(seed++);
            done++;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        LOG.info("{} seeds in {} s, {} seeds/s", done, Math.round(seconds), Math.round(done / seconds * 10) / 10.0);
        assertThat(done).isPositive();
    }
}
