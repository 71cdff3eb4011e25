package dev.penstock.ui.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Bars over time in a box of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param bars one for each step, the oldest first
 * @param high the highest count
 */
public record Histogram(List<Bar> bars, long high) {
    public static final int WIDTH = 1_000;
    public static final int HEIGHT = 48;

    /** A bar that counts something is at least so high, so that one job beside thousands is seen. */
    private static final int LEAST = 2;

    /**
     * A bar; it stands on the bottom of the box.
     *
     * @param left distance from the left edge of the box
     * @param width with the gap after it
     * @param height 0: it counts nothing
     */
    public record Bar(double left, double width, double height) {
        public double top() {
            return HEIGHT - height;
        }
    }

    /** Draws the counts from left to right. */
    public static Histogram of(List<Long> counts) {
        long high = counts.stream().mapToLong(count -> count).max().orElse(0);
        double width = (double) WIDTH / Math.max(1, counts.size());
        return new Histogram(
                IntStream.range(0, counts.size())
                        .mapToObj(i -> new Bar(tenth(i * width), tenth(width), height(counts.get(i), high)))
                        .toList(),
                high);
    }

    private static double height(long count, long high) {
        return count == 0 ? 0 : tenth(Math.max(LEAST, (double) count / high * HEIGHT));
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
