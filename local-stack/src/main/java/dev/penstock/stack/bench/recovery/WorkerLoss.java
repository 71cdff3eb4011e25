package dev.penstock.stack.bench.recovery;

import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.Marks;
import dev.penstock.stack.bench.worker.Marks.Begin;
import dev.penstock.stack.bench.worker.Watching;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two workers that share 20 long jobs; one is killed, or frozen: from then until the first line of the handler runs in the other,
 * for each of its jobs.
 */
final class WorkerLoss {
    /** More than are ever taken: a worker polls only with a quarter of them free. */
    private static final int SLOTS = 240;

    private static final int JOBS = 20;
    private static final int MILLIS = 15_000;
    /** So that the jobs are leased, as those of a busy worker are; the others come back with its connection. */
    private static final long RUNNING_MILLIS = 2_500;

    private final Lab lab;

    WorkerLoss(Lab lab) {
        this.lab = lab;
    }

    /** What is done to the worker. */
    interface Blow {
        void strike(WorkerProcess worker);
    }

    Rounds measure(String what, int rounds, Blow blow) throws InterruptedException {
        Rounds took = new Rounds();
        List<WorkerProcess> workers = new ArrayList<>();
        try (Marks marks = new Marks()) {
            Watching watching = new Watching(marks);
            workers.add(next(marks));
            for (int round = 0; round < rounds; round++) {
                workers.add(next(marks));
                Thread.sleep(3_000); // until both take from every partition
                WorkerProcess victim = workers.getFirst();
                Rounds one = round(watching, victim, blow);
                one.each(took::add);
                lab.say().accept("  " + what + ": " + one);
                victim.kill();
                workers.removeFirst();
            }
        } finally {
            workers.forEach(WorkerProcess::kill);
        }
        return took;
    }

    private WorkerProcess next(Marks marks) throws InterruptedException {
        WorkerProcess worker = lab.worker("long", SLOTS);
        marks.follow(worker);
        return worker;
    }

    private Rounds round(Watching watching, WorkerProcess victim, Blow blow) throws InterruptedException {
        Set<Long> hit = Set.of();
        while (hit.isEmpty()) {
            List<Long> jobs = lab.submit(JOBS, MILLIS);
            hit = watching.await(jobs, begin -> true).stream()
                    .filter(begin -> begin.worker().equals(victim.name()))
                    .map(Begin::number)
                    .collect(Collectors.toSet());
        }
        Thread.sleep(RUNNING_MILLIS);
        long struck = WorkerProcess.now();
        blow.strike(victim);
        Rounds took = new Rounds();
        watching.await(
                        hit,
                        begin -> begin.atMicros() > struck && !begin.worker().equals(victim.name()))
                .forEach(begin -> took.add((begin.atMicros() - struck) / 1000.0));
        return took;
    }
}
