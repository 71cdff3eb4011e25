package dev.penstock.processor.simulate.measure;

import java.util.Arrays;

/** Numbers as they come; not thread-safe. */
public final class Samples {
    private long[] values = new long[64];
    private int count;

    public void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    /** All so far, sorted. */
    public Spread spread() {
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return new Spread(sorted);
    }
}
