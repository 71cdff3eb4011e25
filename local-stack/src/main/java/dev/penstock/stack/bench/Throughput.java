package dev.penstock.stack.bench;

import dev.penstock.api.topic.Kafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Jobs from submit to accepted completion, enqueueing and working at the same time. */
final class Throughput {
    private static final Duration LEAST_WARM_UP_STEP = Duration.ofSeconds(1);

    private final Kafka kafka;
    private final Map<String, Object> client;
    private final Duration time;
    private final Path brokerFolder;
    private double jobsPerSecond;
    private final Map<String, Double> diskPerJob = new TreeMap<>();

    Throughput(Kafka kafka, Map<String, Object> client, Duration time, Path brokerFolder) {
        this.kafka = kafka;
        this.client = client;
        this.time = time;
        this.brokerFolder = brokerFolder;
    }

    /** Warms up with a burst, whose rate times {@code pressure} is then kept up for the whole time. */
    void measure(int warmUpJobs, double pressure) throws InterruptedException {
        try (Submitting submitting = new Submitting(kafka)) {
            burst(submitting, warmUpJobs);
            double rate = burst(submitting, warmUpJobs);
            Map<String, Long> before = Disk.byTopic(brokerFolder);
            try (Completions completions =
                    new Completions(client, kafka.topics().events())) {
                long begin = System.currentTimeMillis();
                long jobs = submitting.evenly(rate * pressure, time);
                long end = completions.await(jobs);
                jobsPerSecond = Rate.of(jobs, Math.max(1, end - begin) * 1_000_000);
                Disk.grown(before, Disk.byTopic(brokerFolder)).forEach((topic, bytes) -> {
                    if (bytes >= jobs) {
                        diskPerJob.put(topic, (double) bytes / jobs);
                    }
                });
            }
        }
    }

    double jobsPerSecond() {
        return jobsPerSecond;
    }

    /** Bytes of each topic that a job adds; topics below a byte a job are left out. */
    Map<String, Double> diskPerJob() {
        return Map.copyOf(diskPerJob);
    }

    private double burst(Submitting submitting, int jobs) throws InterruptedException {
        try (Completions completions = new Completions(client, kafka.topics().events())) {
            long begin = System.currentTimeMillis();
            submitting.burst(jobs);
            long took = Math.max(LEAST_WARM_UP_STEP.toMillis(), completions.await(jobs) - begin);
            return Rate.of(jobs, took * 1_000_000);
        }
    }
}
