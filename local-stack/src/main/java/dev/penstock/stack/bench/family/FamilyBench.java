package dev.penstock.stack.bench.family;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.bench.worker.WorkerProcess;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How long a family of 100,000 takes that does nothing; and with 16 slots and jobs of 20 ms, when 100 single jobs have all begun:
 * on an empty queue, and beside a family of 50,000 that was there before them (S2.24).
 */
public final class FamilyBench {
    private static final int BIG = 100_000;
    private static final int CROWD = 50_000;
    private static final int SINGLES = 100;
    private static final int SLOTS = 16;
    private static final int MILLIS = 20;
    private static final int STRANGERS = 10_000;
    private static final int LONG_ONES = 2_000;
    private static final int LONG_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Kafka kafka;
    private final DataFolder data;
    private final Consumer<String> say;
    private final Map<String, String> figures = new LinkedHashMap<>();

    public FamilyBench(Kafka kafka, DataFolder data, Consumer<String> say) {
        this.kafka = kafka;
        this.data = data;
        this.say = say;
    }

    /** Measures; names and values for people. */
    public Map<String, String> measure(Runnable after) throws InterruptedException {
        try (JobClient client = JobClient.at(kafka)) {
            try (WorkerProcess worker = WorkerProcess.start(FamilyWorkerMain.class, kafka, data, 200)) {
                run(client, 2_000, 0);
                say.accept("  a family of " + BIG + " ...");
                Duration took = run(client, BIG, 0);
                figures.put(
                        "a family of 100,000 that does nothing, from submit to the parent's end",
                        String.format(
                                Locale.ROOT,
                                "%.1f s (%,.0f children/s; worker %d MB)",
                                took.toMillis() / 1000.0,
                                BIG * 1000.0 / took.toMillis(),
                                worker.memory() >> 20));
            }
            after.run();
            fairness(client);
        }
        return figures;
    }

    private void fairness(JobClient client) throws InterruptedException {
        try (WorkerProcess worker = WorkerProcess.start(FamilyWorkerMain.class, kafka, data, SLOTS)) {
            say.accept("  100 single jobs, alone and beside a family of " + CROWD + " ...");
            singles(client, worker); // warm
            double alone = singles(client, worker);
            long begin = System.nanoTime();
            JobHandle crowd = client.submit(NewJob.of(new Brood(CROWD, MILLIS)).awaited());
            Thread.sleep(15_000);
            double beside = singles(client, worker);
            figures.put("100 single jobs of 20 ms on 16 slots have begun, on an empty queue", ms(alone));
            figures.put(
                    "the same, submitted behind a family of 50,000",
                    ms(beside) + String.format(Locale.ROOT, " (%.1f times)", beside / alone));
            await(client, crowd);
            figures.put("that family alone on 16 slots", used(CROWD + SINGLES, MILLIS, System.nanoTime() - begin));
            begin = System.nanoTime();
            List<JobHandle> all = client.submitAll(IntStream.range(0, STRANGERS)
                    .mapToObj(i -> NewJob.of(new Nap(MILLIS, 0)).awaited())
                    .toList());
            for (JobHandle job : all) {
                await(client, job);
            }
            figures.put(
                    "for comparison: 10,000 single jobs of 20 ms", used(STRANGERS, MILLIS, System.nanoTime() - begin));
            long took = run(client, LONG_ONES, LONG_MILLIS).toNanos();
            figures.put("a family of 2,000 jobs of 200 ms alone on 16 slots", used(LONG_ONES, LONG_MILLIS, took));
        }
    }

    /** How many jobs a second, and how much of the slots they kept busy. */
    private static String used(int jobs, int millis, long nanos) {
        double rate = jobs * 1e9 / nanos;
        return String.format(
                Locale.ROOT, "%,.0f jobs/s, %.0f %% of what 16 slots can do", rate, rate * millis / 10.0 / SLOTS);
    }

    /** Milliseconds until the last of them began. */
    private static double singles(JobClient client, WorkerProcess worker) throws InterruptedException {
        int before = worker.began().size();
        List<JobHandle> jobs = client.submitAll(IntStream.range(0, SINGLES)
                .mapToObj(i -> NewJob.of(new Nap(MILLIS, WorkerProcess.now())).awaited())
                .toList());
        for (JobHandle job : jobs) {
            await(client, job);
        }
        List<Double> all = worker.began();
        return Collections.max(all.subList(before, all.size()));
    }

    private static Duration run(JobClient client, int children, int millis) throws InterruptedException {
        long begin = System.nanoTime();
        await(client, client.submit(NewJob.of(new Brood(children, millis)).awaited()));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void await(JobClient client, JobHandle job) {
        try {
            client.await(job, PATIENCE);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The job " + job.job() + " did not end within " + PATIENCE, e);
        }
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, "%.0f ms", value);
    }
}
