package dev.penstock.stack.bench.recovery;

import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.Marks;
import dev.penstock.stack.bench.worker.Steady;
import dev.penstock.stack.bench.worker.WorkerProcess;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.program.RunningProgram;
import java.time.Duration;
import java.util.Locale;

/**
 * A hundred jobs a second through a processor that is killed: the longest that any job waited from then on, that is until the
 * last of its partitions is decided for again.
 */
final class ProcessorLoss {
    private static final double PER_SECOND = 100;
    private static final int SLOTS = 60;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration LAST_DECISIONS = Duration.ofSeconds(2);
    private static final Duration WATCHED = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Lab lab;
    private final Processors processors;

    ProcessorLoss(Lab lab, Processors processors) {
        this.lab = lab;
        this.processors = processors;
    }

    /** One of two is killed, in turn, and comes back when the other has taken over. */
    Rounds ofTwo(int rounds) throws InterruptedException {
        Rounds took = new Rounds();
        for (int round = 0; round < rounds; round++) {
            processors.awaitBalance();
            RunningProgram victim = processors.get(round % 2);
            lab.say().accept("  a processor with " + Facts.of(victim).partitions() + " is killed ...");
            watch(took, () -> Processors.kill(victim), WATCHED);
            Rounds back = new Rounds();
            watch(back, victim::restart, Duration.ofSeconds(8));
            lab.say()
                    .accept("  taken over: " + took + "; while it came back the longest wait was "
                            + String.format(Locale.ROOT, "%.1f s", back.worst()));
        }
        return took;
    }

    /** The only one is killed and started again at once, as a supervisor does; its stores are read back from the log. */
    Rounds ofOne(int rounds) throws InterruptedException {
        Rounds took = new Rounds();
        for (int round = 0; round < rounds; round++) {
            RunningProgram only = processors.get(0);
            watch(
                    took,
                    () -> {
                        Processors.kill(only);
                        only.restart();
                    },
                    Duration.ZERO);
            lab.say().accept("  the only processor, killed and started again: " + took);
        }
        // What was submitted last is decided before the processor is stopped: else the books would miss it.
        Thread.sleep(LAST_DECISIONS);
        return took;
    }

    private void watch(Rounds took, Runnable deed, Duration watched) throws InterruptedException {
        WorkerProcess worker = lab.worker("steady", SLOTS);
        try (Marks marks = Marks.of(worker)) {
            lab.calm(marks);
            watch(took, deed, watched, marks);
        } finally {
            worker.close();
        }
    }

    private void watch(Rounds took, Runnable deed, Duration watched, Marks marks) throws InterruptedException {
        try (Steady load = Steady.start(lab.client(), PER_SECOND)) {
            Thread.sleep(WARM_UP);
            long since = WorkerProcess.now();
            deed.run();
            Thread.sleep(watched);
            long until = WorkerProcess.now();
            if (!Await.until(PATIENCE, () -> load.waiting(marks, until).isEmpty())) {
                throw new IllegalStateException("Some jobs still wait " + PATIENCE + " after a processor was lost.");
            }
            took.add(load.longestWait(marks, since));
        }
    }
}
