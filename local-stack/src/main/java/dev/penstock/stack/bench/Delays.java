package dev.penstock.stack.bench;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.history.Latencies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * How late delayed jobs are dispatched while thousands of others wait: from the time they are due until a reader has their
 * dispatch out of the work topic, which is a little after it was appended.
 */
final class Delays {
    private static final int OTHERS = 10_000;
    private static final Duration OTHERS_WAIT = Duration.ofHours(2);
    private static final int MEASURED = 2_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Kafka kafka;
    private final Map<String, Object> client;

    Delays(Kafka kafka, Map<String, Object> client) {
        this.kafka = kafka;
        this.client = client;
    }

    /** Delays from one second to {@code longest}, submitted one by one over a third of that time. */
    Latencies.Summary measure(Duration longest) throws InterruptedException {
        try (JobClient jobs = JobClient.builder(kafka).source("bench").build();
                KafkaConsumer<byte[], byte[]> reader =
                        Completions.atEnd(client, kafka.topics().work("bench", Priority.NORMAL), "read_uncommitted")) {
            Instant later = Instant.now().plus(OTHERS_WAIT);
            jobs.submitAll(Collections.nCopies(OTHERS, NewJob.of(NoWork.any()).runAt(later)));
            Thread.sleep(SETTLING);
            Map<JobId, Instant> due = new HashMap<>();
            Latencies late = new Latencies();
            Duration pace = longest.dividedBy(3L * MEASURED);
            Instant begin = Instant.now();
            for (int i = 0; i < MEASURED; i++) {
                Instant moment = begin.plus(pace.multipliedBy(i));
                while (Instant.now().isBefore(moment)) {
                    read(reader, due, late);
                }
                Instant runAt = moment.plus(delay(i, longest));
                due.put(
                        Objects.requireNonNull(
                                jobs.submit(NewJob.of(NoWork.any()).runAt(runAt))
                                        .job(),
                                "the id of a job without a key is known"),
                        runAt);
            }
            awaitAll(reader, due, late, Instant.now().plus(longest).plus(GRACE));
            return late.summary();
        }
    }

    /** Spread evenly, in no order. */
    private static Duration delay(int i, Duration longest) {
        double share = i * 0.618_033_988_75 % 1;
        return SHORTEST.plusMillis((long) (share * longest.minus(SHORTEST).toMillis()));
    }

    private static void read(KafkaConsumer<byte[], byte[]> reader, Map<JobId, Instant> due, Latencies late) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(5))) {
            Instant was = due.remove(new JobId(new String(record.key(), StandardCharsets.UTF_8)));
            if (was != null) {
                late.add(Duration.between(was, Instant.now()).toNanos() / 1e6);
            }
        }
    }

    private static void awaitAll(
            KafkaConsumer<byte[], byte[]> reader, Map<JobId, Instant> due, Latencies late, Instant deadline) {
        while (!due.isEmpty()) {
            read(reader, due, late);
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(due.size() + " of " + MEASURED + " delayed jobs were not dispatched.");
            }
        }
    }
}
