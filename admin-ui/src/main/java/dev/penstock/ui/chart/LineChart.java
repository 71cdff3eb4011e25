package dev.penstock.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time with axes, as SVG paths in a box of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param lines one path for each series, in the order in which they came
 * @param ticks values beside the left edge, the lowest (0) first
 */
public record LineChart(List<Line> lines, List<Tick> ticks) {
    public static final int WIDTH = 560;
    public static final int HEIGHT = 150;
    /** Left of it stand the values. */
    public static final int LEFT = 52;

    private static final int TOP = 8;
    private static final int STEPS = 3;

    /**
     * A series.
     *
     * @param name what it counts
     * @param hue its colour
     * @param values oldest first; null where there is none
     */
    public record Series(String name, Hue hue, List<@Nullable Double> values) {}

    /** A drawn series; an empty path where it has no value at all. */
    public record Line(String name, String hue, String path) {}

    /** A value of the axis and its distance from the top. */
    public record Tick(double value, int y) {}

    /** Draws the series, all on one axis that begins at 0. */
    public static LineChart of(List<Series> series) {
        double high = series.stream()
                .flatMap(one -> one.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .max()
                .orElse(0);
        double step = step(high / STEPS);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            ticks.add(new Tick(i * step, (int) Math.round(y(i * step, STEPS * step))));
        }
        return new LineChart(
                series.stream()
                        .map(one -> new Line(one.name(), one.hue().word(), path(one.values(), STEPS * step)))
                        .toList(),
                ticks);
    }

    /** The next of 1, 2 and 5 times a power of ten. */
    private static double step(double least) {
        if (least <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String path(List<@Nullable Double> values, double top) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value != null) {
                double x = LEFT + (double) i * (WIDTH - LEFT) / Math.max(1, values.size() - 1);
                path.append(drawing ? 'L' : 'M').append(number(x)).append(' ').append(number(y(value, top)));
                // A value between two gaps would be a line without length.
                path.append(drawing ? "" : "h.01");
            }
            drawing = value != null;
        }
        return path.toString();
    }

    private static double y(double value, double top) {
        return HEIGHT - 1 - value / top * (HEIGHT - 1 - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
