package xundang.bench;

import java.nio.file.Path;
import java.util.List;

/** One benchmark. It measures ratios within one run where it can: machines differ and are noisy. */
interface Bench {
    /** Short name for the command line. */
    String name();

    /** Measures in an empty folder of its own. */
    List<Row> run(Path folder) throws Exception;
}
