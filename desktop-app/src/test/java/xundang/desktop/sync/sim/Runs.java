package xundang.desktop.sync.sim;

import java.nio.file.Path;

/** Random runs, one per seed, on databases that are kept between them. */
final class Runs {
    private static final int SHORTEST = 20;
    private static final int LONGEST = 120;

    private final Databases databases;
    private final Databases.Server storage;
    private final Path folder;

    /** Runs on H2, on databases that all tests of this process share; one run at a time. */
    Runs(Path folder) {
        this(Shared.DATABASES, Shared.SERVER, folder);
    }

    Runs(Databases databases, Databases.Server storage, Path folder) {
        this.databases = databases;
        this.storage = storage;
        this.folder = folder;
        Fleet.silence();
    }

    /** A fleet for a script. */
    Fleet fleet(Sabotage sabotage) {
        return new Fleet(1, databases, storage, folder, sabotage);
    }

    Fleet fleet() {
        return fleet(Sabotage.NONE);
    }

    /** A whole random life and its end; throws an {@link AssertionError} that names the seed and tells the last events. */
    void run(long seed, Sabotage sabotage) {
        try (Fleet fleet = new Fleet(seed, databases, storage, folder, sabotage)) {
            try {
                Life life = new Life(fleet);
                life.begin();
                for (int steps = fleet.dice.between(SHORTEST, LONGEST); steps > 0; steps--) {
                    life.step();
                }
                fleet.settle();
            } catch (RuntimeException | SimCrash e) {
                throw new Failed(seed, e, fleet.trace.toString());
            }
        }
    }

    void run(long seed) {
        run(seed, Sabotage.NONE);
    }

    private static final class Shared {
        private static final Databases DATABASES = new Databases();
        private static final Databases.Server SERVER = Databases.onH2();
    }

    /** A run that did not hold. */
    static final class Failed extends AssertionError {
        private static final long serialVersionUID = 1L;

        Failed(long seed, Throwable cause, String trace) {
            super(
                    "seed " + seed + ": " + cause + "\nreplay with -Dsim.seed=" + seed + "; the last events were\n"
                            + trace,
                    cause);
        }
    }
}
