package dev.penstock.stack.bench.worker;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.stack.bench.worker.Marks.Begin;
import dev.penstock.stack.history.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Jobs without work at a steady rate, each of them known by the moment of its submission, until it is closed. */
public final class Steady implements AutoCloseable {
    private final JobClient client;
    private final double perSecond;
    private final String queue;
    private final int millis;
    private final Map<Long, Long> submitted = new ConcurrentHashMap<>();
    private final Map<Long, Long> began = new HashMap<>();
    private final List<Begin> all = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "steady load");
    private volatile boolean closed;

    private Steady(JobClient client, double perSecond, String queue, int millis) {
        this.client = client;
        this.queue = queue;
        this.millis = millis;
        this.perSecond = perSecond;
    }

    /** Begins to submit to the usual queue. */
    public static Steady start(JobClient client, double perSecond) {
        return start(client, perSecond, Lab.QUEUE, 0);
    }

    /**
     * Begins to submit.
     *
     * @param millis how long each of the jobs goes on
     */
    public static Steady start(JobClient client, double perSecond, String queue, int millis) {
        Steady load = new Steady(client, perSecond, queue, millis);
        load.thread.start();
        return load;
    }

    /** All that were submitted so far. */
    public Set<Long> numbers() {
        return Set.copyOf(submitted.keySet());
    }

    /** Milliseconds that each job waited whose beginning was after {@code sinceMicros}, counted from then at the earliest. */
    public double longestWait(Marks marks, long sinceMicros) {
        read(marks);
        double longest = 0;
        for (Map.Entry<Long, Long> begin : began.entrySet()) {
            Long from = submitted.get(begin.getKey());
            if (from != null && begin.getValue() > sinceMicros) {
                longest = Math.max(longest, (begin.getValue() - Math.max(from, sinceMicros)) / 1000.0);
            }
        }
        return longest;
    }

    /** How long those waited that were submitted between two moments, in milliseconds. */
    public Latencies waits(Marks marks, long fromMicros, long toMicros) {
        read(marks);
        Latencies waits = new Latencies();
        submitted.forEach((number, at) -> {
            Long begin = began.get(number);
            if (begin != null && at >= fromMicros && at < toMicros) {
                waits.add((begin - at) / 1000.0);
            }
        });
        return waits;
    }

    /** Those that were submitted before a moment and have not begun by now. */
    public Set<Long> waiting(Marks marks, long submittedBeforeMicros) {
        read(marks);
        Set<Long> waiting = new HashSet<>();
        submitted.forEach((number, at) -> {
            if (at < submittedBeforeMicros && !began.containsKey(number)) {
                waiting.add(number);
            }
        });
        return waiting;
    }

    /** Milliseconds from a moment until a worker began the last of the jobs that were submitted before it. */
    public double lastBeginOf(Marks marks, String worker, long momentMicros) {
        read(marks);
        return all.stream()
                .filter(begin -> begin.worker().equals(worker))
                .filter(begin -> submitted.getOrDefault(begin.number(), Long.MAX_VALUE) < momentMicros)
                .mapToDouble(begin -> (begin.atMicros() - momentMicros) / 1000.0)
                .max()
                .orElse(0);
    }

    /** The first beginning counts: what runs a second time had not waited for it. */
    private void read(Marks marks) {
        for (Begin begin : marks.fresh()) {
            began.putIfAbsent(begin.number(), begin.atMicros());
            all.add(begin);
        }
    }

    private void run() {
        long begin = System.nanoTime();
        for (long i = 0; !closed; i++) {
            long due = begin + (long) (i * 1e9 / perSecond);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            long number = Lab.numbers(1).getFirst();
            submitted.put(number, WorkerProcess.now());
            var unused = client.submitAsync(NewJob.of(new Mark(number, millis)).queue(queue));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
