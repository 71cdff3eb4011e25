package dev.penstock.stack.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Counts accepted completions in the event log, read committed; looks at the first bytes only, to cost little beside the run. */
final class Completions implements AutoCloseable {
    private static final byte[] BEGINNING = "{\"event\":\"JobCompleted\"".getBytes(StandardCharsets.UTF_8);
    private static final Duration STUCK = Duration.ofSeconds(60);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AtomicLong seen = new AtomicLong();
    private volatile boolean closed;
    private @Nullable Thread follower;

    /** Counts what comes after this moment. */
    Completions(Map<String, Object> client, String events) {
        consumer = atEnd(client, events, "read_committed");
    }

    /** A consumer that reads what is appended to a topic from now on. */
    static KafkaConsumer<byte[], byte[]> atEnd(Map<String, Object> client, String topic, String isolation) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    /**
     * Waits for so many.
     *
     * @throws IllegalStateException when none comes for a minute
     */
    void await(long jobs) {
        awaitProgress(jobs, () -> poll(() -> {}));
    }

    /** Counts in a thread of its own, and tells of each. */
    void follow(Runnable completion) {
        Thread thread = new Thread(
                () -> {
                    while (!closed) {
                        poll(completion);
                    }
                },
                "completions");
        follower = thread;
        thread.start();
    }

    /** Waits until the follower has counted so many. */
    void awaitFollowed(long jobs) {
        awaitProgress(jobs, () -> LockSupport.parkNanos(1_000_000));
    }

    /** How many so far. */
    long seen() {
        return seen.get();
    }

    private void poll(Runnable completion) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            if (isCompletion(record.value())) {
                seen.incrementAndGet();
                completion.run();
            }
        }
    }

    private void awaitProgress(long jobs, Runnable step) {
        long before = seen.get();
        long progress = System.nanoTime();
        while (seen.get() < jobs) {
            step.run();
            if (seen.get() > before) {
                before = seen.get();
                progress = System.nanoTime();
            }
            if (System.nanoTime() - progress > STUCK.toNanos()) {
                throw new IllegalStateException("Only " + seen + " of " + jobs + " jobs were completed, and none for "
                        + STUCK.toSeconds() + " s. The logs are in the bench's data folder.");
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = follower;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        consumer.close();
    }

    private static boolean isCompletion(byte[] value) {
        return value.length > BEGINNING.length
                && Arrays.equals(value, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }
}
