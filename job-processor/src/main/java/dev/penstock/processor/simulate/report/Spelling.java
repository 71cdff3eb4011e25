package dev.penstock.processor.simulate.report;

import java.util.Locale;

/** Numbers for people. */
final class Spelling {
    private static final long MILLI = 1_000;
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Spelling() {}

    /** A span of microseconds, such as {@code 412 ms} or {@code 2 min 5 s}. */
    static String span(long micros) {
        if (micros < 10 * MILLI) {
            return String.format(Locale.ROOT, "%.1f ms", micros / (double) MILLI);
        }
        if (micros < SECOND) {
            return String.format(Locale.ROOT, "%d ms", Math.round(micros / (double) MILLI));
        }
        if (micros < MINUTE) {
            return String.format(Locale.ROOT, "%.2f s", micros / (double) SECOND);
        }
        return micros < HOUR
                ? String.format(Locale.ROOT, "%d min %d s", micros / MINUTE, micros % MINUTE / SECOND)
                : String.format(Locale.ROOT, "%d h %d min", micros / HOUR, micros % HOUR / MINUTE);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A share of 0 to 1. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
