package dev.penstock.ui.present;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;
import static java.util.stream.Collectors.joining;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.chart.Sparkline;
import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.Overview;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.Statistics.Point;
import dev.penstock.ui.view.OverviewView.Tile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures at the top of the first page (S0.4 to S0.7), each linked to the list that proves it. */
final class Tiles {
    private final Overview overview;
    private final Window window;
    private final Reader reader;

    Tiles(Overview overview, Window window, Reader reader) {
        this.overview = overview;
        this.window = window;
        this.reader = reader;
    }

    List<Tile> all() {
        return List.of(running(), failed(), queues(), wait95(), oldestLock());
    }

    private Tile running() {
        Depths depths = overview.depths();
        return new Tile(
                say("Running / Queued"),
                Counts.of(depths.running()),
                Counts.of(depths.queued()),
                depths.open() == 0 ? say("all worked off") : say("{1} open in all", Counts.of(depths.open())),
                "",
                "/jobs?q=status:running,stopping,queued",
                line(say("jobs running or queued"), point -> point.running() + point.queued()));
    }

    private Tile failed() {
        long more = overview.window().total().failed();
        return new Tile(
                say("Failed jobs"),
                Counts.of(overview.depths().failed()),
                "",
                say("{1} in {2}", (more == 0 ? say("none") : say("{1} more", Counts.of(more))), window.spoken()),
                overview.depths().failed() == 0 ? "" : Hue.RED.word(),
                "/jobs?q=status:failed",
                line(say("failures"), Point::failed));
    }

    private Tile queues() {
        List<QueueFact> active =
                overview.queues().stream().filter(QueueFact::active).toList();
        int idle = overview.queues().size() - active.size();
        String names = active.stream().map(QueueFact::name).collect(joining(", "));
        return new Tile(
                say("Active queues"),
                Counts.of(active.size()),
                "",
                active.isEmpty() ? say("{1} idle", counted(idle, "{1} queue", "{1} queues")) : names,
                "",
                "/jobs?q=status:active",
                line(say("jobs created"), Point::created));
    }

    private Tile wait95() {
        var wait = overview.window().total().waiting();
        Duration p50 = wait.p50();
        return new Tile(
                say("Wait p95"),
                wait.p95() == null ? "–" : Spans.exact(wait.p95()),
                "",
                p50 == null
                        ? say("nothing started in {1}", window.spoken())
                        : say("half start within {1}", Spans.exact(p50)),
                "",
                "/jobs",
                line(say("seconds of waiting"), point -> seconds(point.waiting().p95())));
    }

    private Tile oldestLock() {
        JobFact oldest = overview.oldestLock();
        Instant since = oldest == null ? null : oldest.times().leaseSince();
        if (oldest == null || since == null) {
            return new Tile(say("Oldest lock"), "–", "", say("no job is running"), "", "/jobs?q=status:running", null);
        }
        String by = oldest.worker() == null ? "" : " " + say("on {1}", oldest.worker());
        return new Tile(
                say("Oldest lock"),
                Spans.running(Duration.between(since, reader.now())),
                "",
                oldest.type() + by,
                "",
                Links.job(oldest.id()),
                null);
    }

    private Sparkline line(String noun, ToDoubleFunction<Point> value) {
        return Sparkline.of(
                noun,
                overview.window().points().stream().map(value::applyAsDouble).toList());
    }

    private static double seconds(@Nullable Duration duration) {
        return duration == null ? 0 : duration.toMillis() / 1000.0;
    }
}
