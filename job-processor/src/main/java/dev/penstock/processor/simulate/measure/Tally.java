package dev.penstock.processor.simulate.measure;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in a stretch, from events and the job before and after each of them. What happened and what is simulated are
 * counted by the same code. Events of one job come in their order, otherwise the order does not matter. Not thread-safe.
 */
public final class Tally {
    private final Stretch stretch;
    private final Map<String, QueueTally> queues = new TreeMap<>();

    public Tally(Stretch stretch) {
        this.stretch = stretch;
    }

    /** A job that was there when the stretch began. */
    public void begin(Job job) {
        if (isWaiting(job)) {
            queue(job.queue()).waits(stretch.from(), 1);
        }
        if (job.run().holder() != null) {
            queue(job.queue()).busy.step(stretch.from(), 1);
        }
    }

    /** Slots that workers offer to a queue between two moments. */
    public void slots(String queue, int count, long from, long to) {
        queue(queue).slots.between(from, to, count);
    }

    /** An event of the stretch. */
    public void add(@Nullable Job before, EventMessage event, @Nullable Job after) {
        Job job = after != null ? after : before;
        if (job == null) {
            return;
        }
        QueueTally queue = queue(job.queue());
        queue.count(event.body());
        long at = Micros.of(event.body() instanceof Attempt.AttemptStarted started ? started.startedAt() : event.at());
        boolean waited = before != null && isWaiting(before);
        boolean waits = after != null && isWaiting(after);
        if (waited != waits) {
            queue.waits(at, waits ? 1 : -1);
        }
        if (before != null) {
            attempt(queue, before, event, after);
        }
    }

    private static void attempt(QueueTally queue, Job before, EventMessage event, @Nullable Job after) {
        Job.Holder was = before.run().holder();
        Job.Holder is = after == null ? null : after.run().holder();
        if (was == null && is != null && after != null) {
            queue.busy.step(Micros.of(is.since()), 1);
            Instant first = after.times().startedAt();
            if (before.times().startedAt() == null && first != null) {
                long waited = Micros.of(first) - Micros.of(before.times().availableAt());
                queue.waiting.add(Math.max(0, waited));
            }
        } else if (was != null && is == null) {
            AttemptEnd end = AttemptEnd.of(before, event.body(), event.at());
            Duration took = end == null || end.took() == null ? Duration.between(was.since(), event.at()) : end.took();
            queue.busy.step(Micros.of(was.since()) + Micros.of(took), -1);
            queue.service.add(Micros.of(took));
        }
    }

    private static boolean isWaiting(Job job) {
        return job.status() == Status.QUEUED;
    }

    private QueueTally queue(String name) {
        return queues.computeIfAbsent(name, any -> new QueueTally(stretch));
    }

    /** What was counted, by queue. */
    public Map<String, QueueFigures> figures() {
        Map<String, QueueFigures> all = new TreeMap<>();
        queues.forEach((name, tally) -> all.put(name, tally.figures()));
        return all;
    }
}
