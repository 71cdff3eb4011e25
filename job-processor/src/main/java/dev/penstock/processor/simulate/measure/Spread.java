package dev.penstock.processor.simulate.measure;

import java.util.Arrays;

/** How numbers are spread: quantiles, and how far one spread is from another. Microseconds, mostly. */
public final class Spread {
    public static final Spread NONE = new Spread(new long[0]);

    private final long[] sorted;

    Spread(long[] sorted) {
        this.sorted = sorted;
    }

    /** Of these numbers, in any order. */
    public static Spread of(long... values) {
        long[] copy = values.clone();
        Arrays.sort(copy);
        return new Spread(copy);
    }

    public int count() {
        return sorted.length;
    }

    /** The smallest number that so large a share of all do not exceed; 0 if there are none. */
    public long quantile(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank))];
    }

    public long max() {
        return quantile(1);
    }

    /** 0 if there are none. */
    public double mean() {
        return sorted.length == 0 ? 0 : Arrays.stream(sorted).average().orElse(0);
    }

    /** The share of all that do not exceed {@code value}, 0 to 1. */
    public double shareUpTo(long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length == 0 ? 0 : low / (double) sorted.length;
    }

    /**
     * The distance of Kolmogorov: the largest difference between the shares up to any number, from 0 (the same) to 1 (all of one
     * are below all of the other). 0 if neither has any, 1 if one has none.
     */
    public double distance(Spread other) {
        if (sorted.length == 0 || other.sorted.length == 0) {
            return sorted.length == other.sorted.length ? 0 : 1;
        }
        double most = 0;
        for (long value : sorted) {
            most = Math.max(most, Math.abs(shareUpTo(value) - other.shareUpTo(value)));
        }
        for (long value : other.sorted) {
            most = Math.max(most, Math.abs(shareUpTo(value) - other.shareUpTo(value)));
        }
        return most;
    }
}
