package xundang.desktop.sync.ui;

import java.util.Locale;

/** Amounts of data in the unit that a person thinks in; 1 MB is a million bytes, as networks count. */
final class Sizes {
    private static final double KILO = 1_000;

    private Sizes() {}

    /** {@code 812 kB}, {@code 42.0 MB}, {@code 1.3 GB}. */
    static String of(long bytes) {
        double kilobytes = bytes / KILO;
        if (kilobytes < KILO) {
            return String.format(Locale.ROOT, "%.0f\u2009kB", kilobytes);
        }
        double megabytes = kilobytes / KILO;
        return megabytes < KILO
                ? String.format(Locale.ROOT, "%.1f\u2009MB", megabytes)
                : String.format(Locale.ROOT, "%.1f\u2009GB", megabytes / KILO);
    }
}
