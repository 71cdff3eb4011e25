package dev.penstock.stack.history;

import java.util.Arrays;
import java.util.Locale;

/** Durations in milliseconds, all of them kept, so that a percentile is one of them. */
public final class Latencies {
    private double[] values = new double[1024];
    private int count;

    /** Adds one; negative ones are no measurement and left out. */
    public synchronized void add(double milliseconds) {
        if (milliseconds < 0) {
            return;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = milliseconds;
    }

    public synchronized Summary summary() {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return new Summary(count, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
    }

    /** Nearest rank: a value that was measured, never one between two. */
    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /**
     * Half were faster than p50, one in twenty was slower than p95 and one in a hundred than p99.
     *
     * @param count how many were measured; the percentiles are NaN when it is 0
     */
    public record Summary(int count, double p50, double p95, double p99) {
        @Override
        public String toString() {
            return count == 0
                    ? "not measured"
                    : String.format(
                            Locale.ROOT, "p50 %s ms, p99 %s ms (%d measured)", rounded(p50), rounded(p99), count);
        }

        private static String rounded(double ms) {
            return String.format(Locale.ROOT, ms < 10 ? "%.1f" : "%.0f", ms);
        }
    }
}
