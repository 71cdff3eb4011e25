package dev.penstock.stack.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts accepted completions in the event log, read committed; looks at the first bytes only, to cost little beside the run. */
final class Completions implements AutoCloseable {
    private static final byte[] BEGINNING = "{\"event\":\"JobCompleted\"".getBytes(StandardCharsets.UTF_8);
    private static final Duration STUCK = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private long lastAppendedMs;

    /** Counts what comes after this moment. */
    Completions(Map<String, Object> client, String events) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(events).stream()
                .map(info -> new TopicPartition(events, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits for so many.
     *
     * @return the time of the last one, by the brokers' clock: when its report was appended
     * @throws IllegalStateException when none comes for a minute
     */
    long await(long jobs) {
        long seen = 0;
        long progress = System.nanoTime();
        while (seen < jobs) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                if (isCompletion(record.value())) {
                    seen++;
                    lastAppendedMs = Math.max(lastAppendedMs, record.timestamp());
                    progress = System.nanoTime();
                }
            }
            if (System.nanoTime() - progress > STUCK.toNanos()) {
                throw new IllegalStateException("Only " + seen + " of " + jobs + " jobs were completed, and none for "
                        + STUCK.toSeconds() + " s. The logs are in the bench's data folder.");
            }
        }
        return lastAppendedMs;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static boolean isCompletion(byte[] value) {
        return value.length > BEGINNING.length
                && Arrays.equals(value, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }
}
