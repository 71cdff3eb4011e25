package dev.penstock.stack.bench.spread;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.Mark;
import dev.penstock.stack.bench.worker.Marks;
import dev.penstock.stack.bench.worker.Steady;
import dev.penstock.stack.bench.worker.Watching;
import dev.penstock.stack.bench.worker.WorkerProcess;
import dev.penstock.stack.history.Latencies;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * 50,000 jobs at once in one queue beside 50 a second in another, one worker for both (S1.28): how long the others wait before it, and
 * from the first of the 50,000 until the last of them begins.
 */
final class Spike {
    private static final int JOBS = 50_000;
    private static final int WARM_UP = 40_000;
    private static final int MILLIS = 20;
    private static final int SLOTS = 32;
    private static final double QUIET_PER_SECOND = 50;
    private static final long BEFORE_MILLIS = 20_000;
    private static final String SPIKE = "bench-spike";
    private static final String QUIET = "bench-quiet";

    private final Lab lab;

    Spike(Lab lab) {
        this.lab = lab;
    }

    /** Waiting times in the other queue. */
    record Result(Latencies.Summary before, Latencies.Summary during, double seconds) {}

    /** The course of it: where in the spike its neighbours wait. */
    private void tell(Steady quiet, Marks marks, long spike, long end) {
        long part = 1_000_000;
        for (long from = spike; from < end; from += part, part = Math.min(part * 2, 10_000_000)) {
            lab.say()
                    .accept(String.format(
                            Locale.ROOT,
                            "  beside the spike, submitted in second %.0f to %.0f of it: %s",
                            (from - spike) / 1e6,
                            (from + part - spike) / 1e6,
                            quiet.waits(marks, from, from + part).summary()));
        }
    }

    /** Until the processes have compiled what a burst needs: the first minute of a system is a measurement of its own. */
    private void warmUp(WorkerProcess worker) throws InterruptedException {
        try (Marks marks = Marks.of(worker)) {
            List<Long> jobs = lab.submit(WARM_UP, 0, job -> job.queue(SPIKE));
            new Watching(marks).await(Set.copyOf(jobs), begun -> true);
        }
        lab.calm(); // the projector has them too
    }

    Result measure() throws InterruptedException {
        WorkerProcess worker = lab.worker("both", SLOTS, SPIKE, QUIET);
        warmUp(worker);
        try (Marks marks = Marks.of(worker);
                Marks all = Marks.of(worker);
                Steady quiet = Steady.start(lab.client(), QUIET_PER_SECOND, QUIET, 0);
                JobClient other = JobClient.at(lab.kafka())) {
            Thread.sleep(BEFORE_MILLIS / 2); // warm
            long begin = WorkerProcess.now();
            Thread.sleep(BEFORE_MILLIS);
            List<Long> numbers = Lab.numbers(JOBS);
            long spike = WorkerProcess.now();
            other.submitAll(numbers.stream()
                    .map(number -> NewJob.of(new Mark(number, MILLIS)).queue(SPIKE))
                    .toList());
            // With a reader of its own: what one has read the other has not.
            new Watching(all).await(Set.copyOf(numbers), begun -> true);
            long end = WorkerProcess.now();
            tell(quiet, marks, spike, end);
            return new Result(
                    quiet.waits(marks, begin, spike).summary(),
                    quiet.waits(marks, spike, end - 500_000).summary(),
                    (end - spike) / 1e6);
        } finally {
            worker.close();
        }
    }
}
