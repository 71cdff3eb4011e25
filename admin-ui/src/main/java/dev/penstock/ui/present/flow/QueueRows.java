package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.QueueFact.Flow;
import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.Key;
import dev.penstock.ui.filter.Value;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.tongue.Numbers;
import dev.penstock.ui.view.flow.QueuesView.Count;
import dev.penstock.ui.view.flow.QueuesView.Row;
import java.time.Duration;

/** Queues in a line each: what waits, how fast it moves, and when nobody will wait any more. */
public final class QueueRows {
    private static final String NOTHING = "–";
    private static final double MANY = 10;
    /** Over a day nobody believes a forecast. */
    private static final Duration FARTHEST = Duration.ofDays(1);

    private QueueRows() {}

    /**
     * A queue's line.
     *
     * @param failed jobs of it that failed for good in the last hour
     */
    public static Row row(QueueFact queue, long failed) {
        Flow flow = queue.flow();
        return new Row(
                queue.name(),
                hue(queue).word(),
                state(queue),
                count(Counts.of(queue.depths().queued()), queue, "status:queued"),
                drain(queue),
                rate(flow.created(), flow.over()),
                rate(flow.ended(), flow.over()),
                flow.waitP95() == null ? NOTHING : Spans.exact(flow.waitP95()),
                count(running(queue), queue, "status:running"),
                count(Counts.of(failed), queue, "status:failed finished:-1h"),
                Counts.of(queue.workers().size()));
    }

    private static Hue hue(QueueFact queue) {
        return queue.setting().paused()
                ? Hue.AMBER
                : queue.starving() ? Hue.RED : queue.workers().isEmpty() ? Hue.GREY : Hue.GREEN;
    }

    private static String state(QueueFact queue) {
        if (queue.setting().paused()) {
            return say("paused");
        }
        return queue.workers().isEmpty() ? say("no worker") : say("served");
    }

    private static String running(QueueFact queue) {
        String running = Counts.of(queue.depths().of(Status.RUNNING));
        int slots = queue.workers().stream().mapToInt(WorkerFact::slots).sum();
        return slots == 0 ? running : running + "/" + Counts.of(slots);
    }

    /** If it goes on as in the last minutes. */
    static String drain(QueueFact queue) {
        long waiting = queue.depths().queued();
        Flow flow = queue.flow();
        if (waiting == 0
                || queue.setting().paused()
                || flow.over().isZero()
                || (flow.created() == 0 && flow.ended() == 0)) {
            return NOTHING;
        }
        long shrinks = flow.ended() - flow.created();
        if (shrinks <= 0) {
            return shrinks == 0 ? say("steady") : say("grows");
        }
        double millis = (double) flow.over().toMillis() * waiting / shrinks;
        Duration left = Duration.ofMillis((long) Math.min(millis, (double) FARTHEST.toMillis()));
        return left.compareTo(FARTHEST) < 0 ? say("in {1}", Spans.coarse(left)) : say("in over a day");
    }

    private static String rate(long jobs, Duration over) {
        if (over.isZero()) {
            return "0";
        }
        double rate = (double) jobs / over.toMinutes();
        return rate >= MANY || rate == 0 ? Counts.of(Math.round(rate)) : Numbers.decimal("%.1f", rate);
    }

    private static Count count(String text, QueueFact queue, String rest) {
        return new Count(text, "/jobs?q=" + Links.encoded(filter(queue.name()).print() + " " + rest));
    }

    /** All jobs of a queue. */
    public static Filter filter(String queue) {
        return Links.with(Filter.ALL, Key.QUEUE, new Value.Word(queue, false));
    }
}
