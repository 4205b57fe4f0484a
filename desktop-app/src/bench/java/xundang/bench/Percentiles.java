package xundang.bench;

import java.util.Arrays;

/** Durations of many repetitions, in milliseconds. */
final class Percentiles {
    private final double[] sorted;

    Percentiles(long[] nanos) {
        sorted = Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray();
    }

    double median() {
        return at(0.5);
    }

    double p99() {
        return at(0.99);
    }

    private double at(double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    /** Repeats a piece of work and takes the time of each. */
    static Percentiles of(int warmUp, int repetitions, Work work) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            work.once(i);
        }
        long[] nanos = new long[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long begin = System.nanoTime();
            work.once(warmUp + i);
            nanos[i] = System.nanoTime() - begin;
        }
        return new Percentiles(nanos);
    }

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void once(int number) throws Exception;
    }
}
