package dev.penstock.projector.project;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.DDSketches;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, many times: count, sum, extremes and a quantile sketch that merges with others.
 *
 * <p>Mutable; a batch works on a {@link #copy}.
 */
public final class Spread {
    /** Quantiles are right within this share of their value. */
    public static final double ACCURACY = 0.01;

    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max;
    private @Nullable DDSketch sketch;

    /** Nothing yet. */
    public Spread() {}

    /**
     * What was kept.
     *
     * @param sketch null exactly if count is 0
     */
    public Spread(long count, long sum, long min, long max, @Nullable DDSketch sketch) {
        this.count = count;
        this.sum = sum;
        this.min = min;
        this.max = max;
        this.sketch = sketch;
    }

    void add(Duration took) {
        long millis = Math.max(0, took.toMillis());
        count++;
        sum += millis;
        min = Math.min(min, millis);
        max = Math.max(max, millis);
        if (sketch == null) {
            sketch = DDSketches.unboundedDense(ACCURACY);
        }
        sketch.accept((double) millis);
    }

    Spread copy() {
        return new Spread(count, sum, min, max, sketch == null ? null : sketch.copy());
    }

    public long count() {
        return count;
    }

    /** Milliseconds in all. */
    public long sum() {
        return sum;
    }

    /** Shortest, milliseconds; null if there is none. */
    public @Nullable Long min() {
        return count == 0 ? null : min;
    }

    /** Longest, milliseconds; null if there is none. */
    public @Nullable Long max() {
        return count == 0 ? null : max;
    }

    /** Of the milliseconds; null if there are none. */
    public @Nullable DDSketch sketch() {
        return sketch;
    }
}
