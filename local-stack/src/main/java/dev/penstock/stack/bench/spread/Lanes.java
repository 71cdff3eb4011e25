package dev.penstock.stack.bench.spread;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Priority;
import dev.penstock.stack.bench.worker.Lab;
import dev.penstock.stack.bench.worker.Mark;
import dev.penstock.stack.bench.worker.Marks;
import dev.penstock.stack.bench.worker.Marks.Begin;
import dev.penstock.stack.bench.worker.Watching;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * 2,000 jobs of each lane, submitted mixed while every slot is taken: in which order they begin (S3.9, S1.4), with one worker of 16
 * slots or with four of 4.
 */
final class Lanes {
    private static final int EACH = 2_000;
    private static final int SLOTS = 16;
    private static final int MILLIS = 10;
    /** Until all are dispatched. */
    private static final int BUSY_MILLIS = 8_000;

    private final Lab lab;

    Lanes(Lab lab) {
        this.lab = lab;
    }

    /**
     * What came out.
     *
     * @param normalEarly share of the normal ones that began before the last high one
     * @param lowEarly share of the low ones that began before the last normal one
     * @param order within the lane that is furthest from the order of creation
     */
    record Result(double normalEarly, double lowEarly, Displacement order) {}

    Result measure(int workers) throws InterruptedException {
        List<WorkerProcess> running = new ArrayList<>();
        try (Marks marks = new Marks()) {
            for (int i = 0; i < workers; i++) {
                running.add(lab.worker("lanes", SLOTS / workers));
                marks.follow(running.getLast());
            }
            Thread.sleep(3_000); // until all of them take from every partition
            Watching watching = new Watching(marks);
            watching.await(Set.copyOf(lab.submit(SLOTS, BUSY_MILLIS)), begin -> true);
            Map<Long, Priority> lanes = submitMixed();
            List<Long> began = watching.await(lanes.keySet(), begin -> true).stream()
                    .sorted(Comparator.comparingLong(Begin::atMicros))
                    .map(Begin::number)
                    .toList();
            return result(lanes, began);
        } finally {
            running.forEach(WorkerProcess::close);
        }
    }

    private Map<Long, Priority> submitMixed() {
        Map<Long, Priority> lanes = new HashMap<>();
        List<NewJob> jobs = new ArrayList<>();
        Priority[] all = Priority.values();
        for (Long number : Lab.numbers(EACH * all.length)) {
            Priority lane = all[(int) (number % all.length)];
            lanes.put(number, lane);
            jobs.add(NewJob.of(new Mark(number, MILLIS)).priority(lane));
        }
        lab.client().submitAll(jobs);
        return lanes;
    }

    private static Result result(Map<Long, Priority> lanes, List<Long> began) {
        Displacement furthest = Arrays.stream(Priority.values())
                .map(lane -> Displacement.of(
                        places(lanes, began, lane).stream().map(began::get).toList()))
                .max(Comparator.comparingInt(Displacement::most))
                .orElseThrow();
        List<Integer> normal = places(lanes, began, Priority.NORMAL);
        return new Result(
                early(normal, places(lanes, began, Priority.HIGH)),
                early(places(lanes, began, Priority.LOW), normal),
                furthest);
    }

    private static List<Integer> places(Map<Long, Priority> lanes, List<Long> began, Priority lane) {
        return IntStream.range(0, began.size())
                .filter(i -> lanes.get(began.get(i)) == lane)
                .boxed()
                .toList();
    }

    private static double early(List<Integer> lower, List<Integer> higher) {
        int last = higher.getLast();
        return lower.stream().filter(place -> place < last).count() / (double) lower.size();
    }
}
