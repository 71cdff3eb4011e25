package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.LineChart;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.fact.Statistics.Spread;
import dev.penstock.ui.fact.tally.TallySeries;
import dev.penstock.ui.fact.tally.TallySeries.Kind;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import java.util.List;
import java.util.function.ToLongFunction;

/** What one worker or one user did over time, as a chart. */
public final class TallyCharts {
    private TallyCharts() {}

    /** {@code when}: "the last hour". */
    public static Figure of(TallySeries series, String id, String when, Reader reader) {
        return series.kind() == Kind.WORKER ? worker(series, id, when, reader) : user(series, id, when, reader);
    }

    private static Figure worker(TallySeries series, String id, String when, Reader reader) {
        Figure figure = drawn(
                series,
                id,
                say("Worker {1}: {2}", series.name(), when),
                say(
                        "{1} attempts begun, {2} succeeded, {3} failed",
                        sum(series, TallySeries.Point::begun),
                        sum(series, TallySeries.Point::completed),
                        sum(series, TallySeries.Point::failed)),
                new String[] {say("begun"), say("succeeded"), say("failed")},
                "",
                reader);
        // No list of jobs is that of a worker's attempts.
        return figure.withoutZones();
    }

    private static Figure user(TallySeries series, String id, String when, Reader reader) {
        return drawn(
                series,
                id,
                say("User {1}: {2}", series.name(), when),
                say(
                        "{1} jobs created, {2} completed, {3} failed for good",
                        sum(series, TallySeries.Point::begun),
                        sum(series, TallySeries.Point::completed),
                        sum(series, TallySeries.Point::failed)),
                new String[] {say("created"), say("completed"), say("failed")},
                Links.with(Filter.ALL, Key.BY, new Value.Word(series.name(), false))
                        .print(),
                reader);
    }

    private static Figure drawn(
            TallySeries series, String id, String title, String caption, String[] names, String rest, Reader reader) {
        List<Point> points = series.points().stream().map(TallyCharts::point).toList();
        Statistics statistics = new Statistics(
                points.getFirst().at(),
                points.getLast().at().plus(series.step()),
                series.step(),
                points,
                points.getFirst());
        StatsViews views = new StatsViews(statistics, reader, rest);
        return views.figure(id, title, caption, "", StatsViews::count, new LineChart.Series[] {
            views.line(names[0], Hue.BLUE, point -> (double) point.created()),
            views.line(names[1], Hue.GREEN, point -> (double) point.completed()),
            views.line(names[2], Hue.RED, point -> (double) point.failed())
        });
    }

    private static Point point(TallySeries.Point one) {
        return new Point(
                one.at(), one.begun(), 0, one.completed(), one.failed(), 0, 0, 0, 0, Spread.EMPTY, Spread.EMPTY, 0, 0);
    }

    private static String sum(TallySeries series, ToLongFunction<TallySeries.Point> count) {
        return Counts.of(series.points().stream().mapToLong(count).sum());
    }
}
