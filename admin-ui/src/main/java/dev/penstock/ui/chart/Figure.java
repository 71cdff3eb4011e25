package dev.penstock.ui.chart;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A chart over time with its sentence and its numbers.
 *
 * @param id for links
 * @param title what it shows
 * @param caption the whole stretch in a sentence
 * @param hint what a change of it points to; empty: nothing is said
 * @param lines drawn series
 * @param ticks values of the axis
 * @param columns heads of the table, without the time
 * @param rows oldest first
 * @param zones one for each row: where the pointer is over it
 * @param rest the filter of the jobs that are counted, to which a stretch of time is added
 * @param marks moments to remember, oldest first
 */
public record Figure(
        String id,
        String title,
        String caption,
        String hint,
        List<LineChart.Line> lines,
        List<Tick> ticks,
        List<String> columns,
        List<Row> rows,
        List<Zone> zones,
        String rest,
        List<Mark> marks) {

    /**
     * A moment on the chart.
     *
     * @param x its distance from the left
     * @param name what came then, in a word
     * @param text the same in a sentence
     */
    public record Mark(double x, String name, String text) {}

    /** The same with marks. */
    public Figure marked(List<Mark> these) {
        return new Figure(id, title, caption, hint, lines, ticks, columns, rows, zones, rest, these);
    }

    /** The same with its steps leading elsewhere. */
    public Figure leading(UnaryOperator<String> address) {
        List<Zone> other = zones.stream()
                .map(zone -> new Zone(
                        zone.left(), zone.width(), address.apply(zone.href()), zone.from(), zone.until(), zone.text()))
                .toList();
        return new Figure(id, title, caption, hint, lines, ticks, columns, rows, other, rest, marks);
    }

    /** The same with nothing to point at. */
    public Figure withoutZones() {
        return new Figure(id, title, caption, hint, lines, ticks, columns, rows, List.of(), rest, marks);
    }

    /** A value of the axis, as it is written, and its distance from the top. */
    public record Tick(String text, int y) {}

    /** A step: when it began, and its numbers as they are written. */
    public record Row(String at, String iso, List<String> values) {}

    /**
     * A step's part of the chart.
     *
     * @param from its first second, as a filter writes it
     * @param until its last second
     * @param text its numbers
     */
    public record Zone(double left, double width, String href, String from, String until, String text) {}
}
