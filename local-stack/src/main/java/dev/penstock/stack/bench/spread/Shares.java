package dev.penstock.stack.bench.spread;

import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.Marks;
import dev.penstock.stack.bench.worker.Marks.Begin;
import dev.penstock.stack.bench.worker.Steady;
import dev.penstock.stack.bench.worker.Watching;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Four equal workers: how much more than its share the busiest has done (S1.12), with a backlog and at half of what they can. */
final class Shares {
    private static final int WORKERS = 4;
    private static final int SLOTS = 10;
    private static final int MILLIS = 20;
    private static final int BACKLOG = 8_000;
    private static final double HALF = WORKERS * SLOTS * 1000.0 / MILLIS / 2;
    private static final long SECONDS = 20;

    private final Lab lab;

    Shares(Lab lab) {
        this.lab = lab;
    }

    /**
     * What came out.
     *
     * @param backlog times its share that the busiest did when there was always something waiting
     * @param easy the same when half of the slots were enough
     */
    record Result(double backlog, double easy) {}

    Result measure() throws InterruptedException {
        List<WorkerProcess> workers = new ArrayList<>();
        try (Marks marks = new Marks()) {
            for (int i = 0; i < WORKERS; i++) {
                workers.add(lab.worker("equal", SLOTS));
                marks.follow(workers.getLast());
            }
            Thread.sleep(3_000); // until all of them take from every partition
            Watching watching = new Watching(marks);
            double backlog = busiest(watching, lab.submit(BACKLOG, MILLIS));
            return new Result(backlog, busiest(watching, evenly()));
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    private Set<Long> evenly() throws InterruptedException {
        Steady load = Steady.start(lab.client(), HALF, Lab.QUEUE, MILLIS);
        Thread.sleep(SECONDS * 1000);
        load.close();
        return load.numbers(); // no more are to come
    }

    private static double busiest(Watching watching, Collection<Long> jobs) {
        Map<String, Long> each = watching.await(Set.copyOf(jobs), begin -> true).stream()
                .collect(Collectors.groupingBy(Begin::worker, TreeMap::new, Collectors.counting()));
        long most = each.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most * WORKERS / (double) jobs.size();
    }
}
