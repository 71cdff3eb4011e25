package dev.penstock.stack.bench;

import dev.penstock.api.topic.Kafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Jobs from submit to accepted completion, enqueueing and working at the same time: a submitter that never lets more than a
 * fixed number of jobs be open, so that the system is always busy and never measured while it eats up a backlog.
 */
final class Throughput {
    /** Half a second of work: below it the system runs dry between two transactions, far above it only waiting grows. */
    private static final int OPEN = 6_000;
    /** The compilers of four JVMs on few processors need it: after 40 s half of the rate was still missing. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private final Kafka kafka;
    private final Map<String, Object> client;
    private final Duration time;
    private final Path brokerFolder;
    private @Nullable Double jobsPerSecond;
    private final Map<String, Double> diskPerJob = new TreeMap<>();
    private final Map<String, Double> microsPerJob = new TreeMap<>();

    Throughput(Kafka kafka, Map<String, Object> client, Duration time, Path brokerFolder) {
        this.kafka = kafka;
        this.client = client;
        this.time = time;
        this.brokerFolder = brokerFolder;
    }

    /** Warms up, then counts the completions of {@code time}. */
    void measure(Supplier<Map<String, Duration>> processorTime) throws InterruptedException {
        Semaphore open = new Semaphore(OPEN);
        try (Submitting submitting = new Submitting(kafka);
                Completions completions = new Completions(client, kafka.topics().events())) {
            completions.follow(open::release);
            submitting.keepOpen(open);
            Thread.sleep(WARM_UP);
            Map<String, Long> disk = Disk.byTopic(brokerFolder);
            Map<String, Duration> spent = processorTime.get();
            long before = completions.seen();
            long begin = System.nanoTime();
            Thread.sleep(time);
            long jobs = completions.seen() - before;
            jobsPerSecond = Rate.of(jobs, System.nanoTime() - begin);
            perJob(jobs, spent, processorTime.get());
            perJob(jobs, Disk.grown(disk, Disk.byTopic(brokerFolder)));
            long submitted = submitting.stop();
            completions.awaitFollowed(submitted);
        }
    }

    /** Submits and completes so many jobs as fast as it goes, and measures nothing. */
    static void finish(Kafka kafka, Map<String, Object> client, long jobs) throws InterruptedException {
        Semaphore open = new Semaphore(OPEN);
        try (Submitting submitting = new Submitting(kafka);
                Completions completions = new Completions(client, kafka.topics().events())) {
            completions.follow(open::release);
            submitting.keepOpen(open);
            completions.awaitFollowed(jobs);
            completions.awaitFollowed(submitting.stop());
        }
    }

    private void perJob(long jobs, Map<String, Duration> before, Map<String, Duration> after) {
        after.forEach((process, all) -> {
            Duration spent = all.minus(before.getOrDefault(process, Duration.ZERO));
            microsPerJob.put(process, spent.toNanos() / 1000.0 / jobs);
        });
    }

    private void perJob(long jobs, Map<String, Long> grown) {
        grown.forEach((topic, bytes) -> {
            if (bytes >= jobs) {
                diskPerJob.put(topic, (double) bytes / jobs);
            }
        });
    }

    /** Null before it was measured. */
    @Nullable
    Double jobsPerSecond() {
        return jobsPerSecond;
    }

    /** Bytes of each topic that a job adds; topics below a byte a job are left out. */
    Map<String, Double> diskPerJob() {
        return Map.copyOf(diskPerJob);
    }

    /** Microseconds of processor time that a job costs each process. */
    Map<String, Double> microsPerJob() {
        return Map.copyOf(microsPerJob);
    }
}
