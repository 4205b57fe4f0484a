package xundang.desktop.sync.sim;

import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;

/** All chance of a run: the same seed gives the same run. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of its own, so that one part's use of chance does not shift another's. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    long longBetween(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    SplittableRandom generator() {
        return random;
    }

    /** For product code that wants a cryptographic source. */
    SecureRandom secure() {
        return new Seeded(random.split());
    }

    private static final class Seeded extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient SplittableRandom source;

        Seeded(SplittableRandom source) {
            super(null, null);
            this.source = source;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            source.nextBytes(bytes);
        }

        @Override
        public int nextInt(int bound) {
            return source.nextInt(bound);
        }
    }
}
