package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Figure;
import dev.penstock.ui.chart.Figure.Row;
import dev.penstock.ui.chart.Figure.Tick;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.LineChart;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.Statistics;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.fact.Statistics.Spread;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.tongue.Numbers;
import dev.penstock.ui.view.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statistics as charts, sentences and tables. */
public final class StatsViews {
    private static final double PERCENT = 100;

    private final Statistics statistics;
    private final Reader reader;
    private final String rest;

    StatsViews(Statistics statistics, Reader reader, String rest) {
        this.statistics = statistics;
        this.reader = reader;
        this.rest = rest;
    }

    /** What came and went, for the first page; {@code before} are the same steps of an earlier time, null: none is compared. */
    public static Figure throughput(Statistics statistics, @Nullable Statistics before, Reader reader) {
        StatsViews views = new StatsViews(statistics, reader, "");
        Point total = statistics.total();
        List<LineChart.Series> lines = new ArrayList<>(List.of(
                views.line(say("completed"), Hue.GREEN, point -> (double) point.completed()),
                views.line(say("failed"), Hue.RED, point -> (double) point.failed()),
                views.line(say("created"), Hue.BLUE, point -> (double) point.created())));
        if (before != null) {
            lines.add(new StatsViews(before, reader, "")
                    .line(say("completed the time before"), Hue.GREY, point -> (double) point.completed()));
        }
        return views.figure(
                "throughput",
                say("Throughput"),
                say(
                        "{1} completed, {2} failed, {3} created",
                        Counts.of(total.completed()), Counts.of(total.failed()), Counts.of(total.created())),
                "",
                StatsViews::count,
                lines.toArray(LineChart.Series[]::new));
    }

    private static List<String> names(LineChart.Series... series) {
        return Stream.of(series).map(LineChart.Series::name).toList();
    }

    /** All figures, creations first; {@code rest} is the filter of the jobs that are counted. */
    public static List<Figure> figures(Statistics statistics, Reader reader, String rest) {
        StatsViews views = new StatsViews(statistics, reader, rest);
        return List.of(
                views.creations(), views.waiting(), views.duration(), views.failures(), views.retries(), views.depth());
    }

    private Figure creations() {
        Point total = statistics.total();
        return figure(
                "creations",
                say("Creations"),
                say(
                        "{1} created, {2} completed",
                        counted(total.created(), "{1} job", "{1} jobs"), Counts.of(total.completed())),
                say("A count that is not as usual: something submits more than it should, or has stopped submitting."),
                StatsViews::count,
                line(say("created"), Hue.BLUE, point -> (double) point.created()),
                line(say("completed"), Hue.GREEN, point -> (double) point.completed()));
    }

    private Figure waiting() {
        return figure(
                "waiting",
                say("Waiting time"),
                spread(statistics.total().waiting(), say("No job has started")),
                say("A rise means that workers cannot keep up: perhaps more of them are needed."),
                StatsViews::span,
                line(say("maximum"), Hue.ORANGE, point -> millis(point.waiting().max())),
                line(say("average"), Hue.BLUE, point -> millis(point.waiting().mean())),
                line(say("minimum"), Hue.TEAL, point -> millis(point.waiting().min())));
    }

    private Figure duration() {
        return figure(
                "duration",
                say("Processing duration"),
                spread(statistics.total().duration(), say("No job has ended")),
                say("A sudden rise means that something the jobs depend on has become slow."),
                StatsViews::span,
                line(
                        say("95 % within"),
                        Hue.ORANGE,
                        point -> millis(point.duration().p95())),
                line(
                        say("half within"),
                        Hue.BLUE,
                        point -> millis(point.duration().p50())));
    }

    private Figure failures() {
        Double rate = statistics.total().failureRate();
        return figure(
                "failures",
                say("Failure rate"),
                rate == null
                        ? say("No job has ended")
                        : say(
                                "{1} failed for good, {2} of all that ended",
                                Counts.of(statistics.total().failed()), percent(rate * PERCENT)),
                say("When it rises, look at once: failed jobs share a cause more often than not."),
                StatsViews::percent,
                line(say("failed of all that ended"), Hue.RED, point -> {
                    Double share = point.failureRate();
                    return share == null ? null : (Double) (share * PERCENT);
                }));
    }

    private Figure retries() {
        Point total = statistics.total();
        return figure(
                "retries",
                say("Retries"),
                say(
                        "{1} begun again, {2} failed, {3} lost",
                        counted(total.retried(), "{1} attempt", "{1} attempts"),
                        counted(total.failedAttempts(), "{1} attempt", "{1} attempts"),
                        counted(total.lostLeases(), "{1} lease", "{1} leases")),
                say("Frequent retries mean a trouble that comes and goes."),
                StatsViews::count,
                line(say("retries"), Hue.ORANGE, point -> (double) point.retried()),
                line(say("failed attempts"), Hue.RED, point -> (double) point.failedAttempts()),
                line(say("lost leases"), Hue.VIOLET, point -> (double) point.lostLeases()));
    }

    private Figure depth() {
        Point total = statistics.total();
        return figure(
                "depth",
                say("Queue depth"),
                say("{1} queued and {2} running now", Counts.of(total.queued()), Counts.of(total.running())),
                say("A queue that grows gets more than its workers can do."),
                StatsViews::count,
                line(say("queued"), Hue.BLUE, point -> (double) point.queued()),
                line(say("running"), Hue.TEAL, point -> (double) point.running()));
    }

    LineChart.Series line(String name, Hue hue, Function<Point, @Nullable Double> value) {
        return new LineChart.Series(
                name, hue, statistics.points().stream().map(value).toList());
    }

    Figure figure(
            String id,
            String title,
            String caption,
            String hint,
            DoubleFunction<String> words,
            LineChart.Series... series) {
        LineChart chart = LineChart.of(List.of(series));
        return new Figure(
                id,
                title,
                caption + ".",
                hint,
                chart.lines(),
                chart.ticks().stream()
                        .map(tick -> new Tick(words.apply(tick.value()), tick.y()))
                        .toList(),
                names(series),
                rows(words, series),
                Zones.of(statistics, rows(words, series), names(series), rest),
                rest,
                List.of());
    }

    private List<Row> rows(DoubleFunction<String> words, LineChart.Series... series) {
        return java.util.stream.IntStream.range(0, statistics.points().size())
                .mapToObj(i -> {
                    Moment at = reader.moment(statistics.points().get(i).at());
                    List<String> values = Stream.of(series)
                            .map(one -> {
                                Double value = one.values().get(i);
                                return value == null ? "–" : words.apply(value);
                            })
                            .toList();
                    return new Row(at.full(), at.iso(), values);
                })
                .toList();
    }

    private static String spread(Spread spread, String none) {
        Duration mean = spread.mean();
        Duration p95 = spread.p95();
        return mean == null || spread.min() == null || spread.max() == null
                ? none
                : say(
                        "On average {1}, at least {2}, at most {3}{4}",
                        Spans.exact(mean),
                        Spans.exact(spread.min()),
                        Spans.exact(spread.max()),
                        (p95 == null ? "" : say("; 95 % within {1}", Spans.exact(p95))));
    }

    private static @Nullable Double millis(@Nullable Duration span) {
        return span == null ? null : (Double) (double) span.toMillis();
    }

    static String count(double value) {
        return value == Math.rint(value) ? Counts.of((long) value) : Numbers.decimal("%.1f", value);
    }

    private static String span(double millis) {
        return Spans.exact(Duration.ofMillis((long) millis));
    }

    private static String percent(double share) {
        return Numbers.decimal(share < 1 && share > 0 ? "%.1f %%" : "%.0f %%", share);
    }
}
