package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.say;

import java.util.List;
import java.util.Locale;

/**
 * A small line without axes, as SVG paths in a box of 100 by 28.
 *
 * @param line the stroke
 * @param area the line closed along the bottom
 * @param title what a screen reader says: the last value and the highest
 */
public record Sparkline(String line, String area, String title) {
    public static final int WIDTH = 100;
    public static final int HEIGHT = 28;

    /** Points keep this far from the edges, so that the stroke is not cut. */
    private static final double PAD = 1.5;

    /**
     * Draws the values from left to right; the lowest is never above zero, so a flat line of zeros lies at the bottom.
     *
     * @param noun what is counted, in the plural
     * @param values at least none; fewer than two draw nothing
     */
    public static Sparkline of(String noun, List<Double> values) {
        if (values.size() < 2) {
            return new Sparkline("", "", say("No {1} in this time", noun));
        }
        double high = values.stream().mapToDouble(v -> v).max().orElse(0);
        double low = Math.min(0, values.stream().mapToDouble(v -> v).min().orElse(0));
        double range = high == low ? 1 : high - low;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double x = (double) i * WIDTH / (values.size() - 1);
            double y = HEIGHT - PAD - (values.get(i) - low) / range * (HEIGHT - 2 * PAD);
            line.append(i == 0 ? 'M' : 'L').append(number(x)).append(' ').append(number(y));
        }
        String area = line + "L" + WIDTH + " " + HEIGHT + "L0 " + HEIGHT + "Z";
        return new Sparkline(
                line.toString(), area, say("{1}: now {2}, highest {3}", noun, number(values.getLast()), number(high)));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
