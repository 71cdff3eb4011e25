package dev.penstock.processor.simulate.report;

import dev.penstock.processor.simulate.measure.Series;
import java.util.List;
import java.util.Locale;

/**
 * A chart of lines, drawn as SVG.
 *
 * @param title what it shows
 * @param left first label below
 * @param right last label below
 * @param top label of its highest line; the lowest is 0
 * @param lines each as points from 0 to 1, evenly from left to right
 */
record Chart(String title, String left, String right, String top, List<Line> lines) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;
    private static final int EDGE = 64;
    private static final int FOOT = 24;

    /** One of its lines; the name is also its class in the style sheet. */
    record Line(String name, Series points) {}

    /** Lines scaled to the largest value of all, which is its label. */
    static Chart over(String title, String left, String right, List<Line> lines) {
        double most =
                lines.stream().mapToDouble(line -> line.points().max()).max().orElse(0);
        double top = most <= 0 ? 1 : most;
        List<Line> scaled = lines.stream()
                .map(line -> new Line(line.name(), line.points().map(value -> value / top)))
                .toList();
        return new Chart(title, left, right, label(top), scaled);
    }

    private static String label(double top) {
        return top < 10 ? String.format(Locale.ROOT, "%.1f", top) : String.format(Locale.ROOT, "%.0f", top);
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                HtmlReport.escaped(title),
                WIDTH,
                HEIGHT + FOOT,
                HtmlReport.escaped(title)));
        for (int i = 0; i <= 4; i++) {
            double y = 4 + (HEIGHT - 8) * i / 4.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    EDGE,
                    y,
                    WIDTH,
                    y));
        }
        text(svg, EDGE - 6, 14, "end", top);
        text(svg, EDGE - 6, HEIGHT, "end", "0");
        text(svg, EDGE, HEIGHT + 18, "start", left);
        text(svg, WIDTH, HEIGHT + 18, "end", right);
        lines.forEach(line -> svg.append(polyline(line)));
        return svg.append("</svg></figure>").toString();
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                HtmlReport.escaped(words)));
    }

    private static String polyline(Line line) {
        StringBuilder points = new StringBuilder();
        int last = Math.max(1, line.points().size() - 1);
        for (int i = 0; i < line.points().size(); i++) {
            double x = EDGE + (WIDTH - EDGE) * i / (double) last;
            double y = 4 + (HEIGHT - 8) * (1 - Math.min(1, line.points().at(i)));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return String.format(
                Locale.ROOT,
                "<polyline class=\"%s\" points=\"%s\"/>",
                line.name(),
                points.toString().stripTrailing());
    }
}
