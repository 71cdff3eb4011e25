package dev.penstock.processor.simulate.past;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Spans that were seen at moments. What is drawn for a moment is one of those seen nearest to it: a slow minute of the broker, or
 * of the machine, is slow again.
 */
public final class Nearby {
    public static final Nearby NONE = new Nearby(new long[0], new long[0]);

    /** Drawn from so many. */
    private static final int NEAREST = 20;

    private final long[] moments;
    private final long[] spans;

    private Nearby(long[] moments, long[] spans) {
        this.moments = moments;
        this.spans = spans;
    }

    /** A span that was seen; microseconds. */
    public record Seen(long at, long span) {}

    /** Of these, in any order. */
    public static Nearby of(List<Seen> seen) {
        List<Seen> sorted =
                seen.stream().sorted(Comparator.comparingLong(Seen::at)).toList();
        return new Nearby(
                sorted.stream().mapToLong(Seen::at).toArray(),
                sorted.stream().mapToLong(Seen::span).toArray());
    }

    public boolean isEmpty() {
        return moments.length == 0;
    }

    /**
     * One of those seen nearest to a moment; 0 if there are none.
     *
     * @param dice 0 to 1, 1 excluded
     */
    public long draw(long at, double dice) {
        if (isEmpty()) {
            return 0;
        }
        int found = Arrays.binarySearch(moments, at);
        int place = found >= 0 ? found : -found - 1;
        int most = Math.min(NEAREST, moments.length);
        int first = Math.max(0, Math.min(moments.length - most, place - most / 2));
        return spans[first + (int) (dice * most)];
    }
}
