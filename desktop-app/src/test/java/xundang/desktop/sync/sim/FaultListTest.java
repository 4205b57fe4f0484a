package xundang.desktop.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import xundang.desktop.sync.sim.Violation.Invariant;

/** The list of faults (protocol, section 3) and the tests that stage them keep to each other. */
class FaultListTest {
    private static final int FAULTS = 25;

    private static final List<String> STAGES = List.of(
            "xundang.desktop.platform.db.PowerCutTest",
            "xundang.desktop.sync.RealFaultTest",
            "xundang.desktop.sync.TwoClientsOneServerTest",
            "xundang.desktop.sync.sim.LaptopFaultTest",
            "xundang.desktop.sync.sim.NetworkFaultTest",
            "xundang.desktop.sync.sim.PeopleFaultTest",
            "xundang.desktop.sync.sim.ServerFaultTest",
            "xundang.desktop.sync.sim.WritersFaultTest");

    private static final Set<Integer> WITH_REAL_PROCESSES = Set.of(1, 3, 4, 6, 9, 17, 20, 24);

    @Test
    void everyFaultIsStagedByATestThatNamesIt() throws ClassNotFoundException {
        TreeMap<Integer, Set<Invariant>> staged = new TreeMap<>();
        TreeSet<Integer> real = new TreeSet<>();
        for (String stage : STAGES) {
            for (Method method : Class.forName(stage).getDeclaredMethods()) {
                Keeps keeps = method.getAnnotation(Keeps.class);
                if (keeps != null) {
                    assertThat(method.getName()).startsWith("fault%02d_".formatted(keeps.fault()));
                    staged.computeIfAbsent(keeps.fault(), fault -> EnumSet.noneOf(Invariant.class))
                            .addAll(Arrays.asList(keeps.value()));
                    if (stage.startsWith("xundang.desktop.sync.") && !stage.contains(".sim.")) {
                        real.add(keeps.fault());
                    }
                }
            }
        }
        assertThat(staged.keySet()).hasSize(FAULTS).contains(1, FAULTS);
        assertThat(real).containsAll(WITH_REAL_PROCESSES);
    }
}
