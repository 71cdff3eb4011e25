package dev.penstock.processor.fence;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether the processors know where they were (A11). Events without a committed offset mean that the offsets have
 * expired: going on from the earliest command would decide a week of them again and run their jobs a second time.
 */
public final class Bearings {
    private static final long PATIENCE_SECONDS = 30;
    private static final Duration POLL = Duration.ofMillis(500);

    private final Admin admin;
    private final Kafka kafka;
    private final String group;
    private final int partitions;

    public Bearings(Admin admin, Kafka kafka, String group, int partitions) {
        this.admin = admin;
        this.kafka = kafka;
        this.group = group;
        this.partitions = partitions;
    }

    /**
     * Returns if it is safe to go on.
     *
     * @throws IllegalStateException with what to do if it is not
     */
    public void check() throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        List<TopicPartition> doubtful = new ArrayList<>();
        IntStream.range(0, partitions)
                .filter(p ->
                        !committed.containsKey(new TopicPartition(kafka.topics().commands(), p)))
                .filter(p ->
                        !committed.containsKey(new TopicPartition(kafka.topics().submissions(), p)))
                .forEach(p -> doubtful.add(new TopicPartition(kafka.topics().events(), p)));
        TreeSet<Integer> lost = new TreeSet<>();
        if (!doubtful.isEmpty()) {
            try (Consumer<byte[], byte[]> events = consumer()) {
                doubtful.stream()
                        .filter(partition -> hasEvents(events, partition))
                        .forEach(partition -> lost.add(partition.partition()));
            }
        }
        if (!lost.isEmpty()) {
            throw new IllegalStateException("The topic " + kafka.topics().events() + " holds events in the partitions "
                    + lost + ", but the group " + group + " has no committed offset there: it has expired, or was"
                    + " deleted, and the commands from the earliest on would be decided a second time. Find the offsets"
                    + " in the log again: './penstock processor --rebuild mend', then start again.");
        }
    }

    /** Events that were really decided: those of an aborted transaction are none. */
    private static boolean hasEvents(Consumer<byte[], byte[]> events, TopicPartition partition) {
        events.assign(List.of(partition));
        long end = events.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        events.seekToBeginning(List.of(partition));
        while (events.position(partition) < end) {
            if (!events.poll(POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The offsets of the group " + group + " could not be read: " + e, e);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                kafka.client(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
