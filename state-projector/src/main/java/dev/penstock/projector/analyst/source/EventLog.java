package dev.penstock.projector.analyst.source;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic {@code jobs.events} of a cluster: read committed, by a consumer without a group, so nothing is ever committed. Not
 * thread-safe.
 */
public final class EventLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Map<String, Object> READER = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            4_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            20_000);

    /** For a program that does something else with its memory. */
    private static final Map<String, Object> FRUGAL = Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            500,
            ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
            4 << 20,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            512 << 10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<TopicPartition> partitions;
    private long unreadable;

    /** @throws IllegalStateException if there is no such topic, or no such cluster */
    public EventLog(Kafka kafka) {
        this(kafka, READER);
    }

    /** The same with little memory: some megabytes, whatever the records weigh. */
    public static EventLog frugal(Kafka kafka) {
        Map<String, Object> settings = new HashMap<>(READER);
        settings.putAll(FRUGAL);
        return new EventLog(kafka, settings);
    }

    private EventLog(Kafka kafka, Map<String, Object> settings) {
        consumer = kafka.consumer(settings);
        try {
            String topic = kafka.topics().events();
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (KafkaException e) {
            consumer.close();
            throw new IllegalStateException("The log cannot be read from " + kafka + ": " + e.getMessage(), e);
        }
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException(
                    "There is no topic " + kafka.topics().events() + " on " + kafka + "; is the --prefix right?");
        }
    }

    /** How many partitions the log has; fixed for its life. */
    public int partitions() {
        return partitions.size();
    }

    /** The partition that holds everything about a job and its family. */
    public int partitionOf(String route) {
        return Partition.of(route, partitions());
    }

    /** Records that were passed over so far because they are no events. */
    public long unreadable() {
        return unreadable;
    }

    /** The first records that the cluster still has. */
    public Offsets beginning() {
        return offsets(consumer.beginningOffsets(partitions));
    }

    /** The present, read-committed end. */
    public Offsets end() {
        return offsets(consumer.endOffsets(partitions));
    }

    /** Where a stretch begins that is said to begin at {@code moment}: in each partition at its first record that is not earlier. */
    public Offsets from(Moment moment) {
        Offsets beginning = beginning();
        Offsets end = end();
        return switch (moment) {
            case Moment.Beginning b -> beginning;
            case Moment.Now n -> end;
            case Moment.At at -> at(at.instant()).orElse(end);
            case Moment.Places places ->
                places.offsets().orElse(beginning).max(beginning).min(end);
        };
    }

    /**
     * Where a stretch ends that is said to end at {@code moment}, or how far the log has to be folded for the state as of then: in
     * each partition before its first record that is later.
     */
    public Offsets to(Moment moment) {
        Offsets end = end();
        return switch (moment) {
            case Moment.Beginning b -> beginning();
            case Moment.Now n -> end;
            case Moment.At at -> at(at.instant().plusMillis(1)).orElse(end);
            case Moment.Places places -> places.offsets().orElse(end).min(end);
        };
    }

    /** Hands over the events of a stretch, those of several partitions in the order of their times. */
    public void read(Stretch stretch, Consumer<Fact> visitor) {
        Merge merge = new Merge(open(stretch));
        while (!merge.open().isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (stretch.to().covers(record.partition(), record.offset())) {
                    merge.add(record);
                }
            }
            // The position, not the last record: a transaction's marker takes an offset of its own.
            merge.open().stream()
                    .filter(partition -> !stretch.to().covers(partition.partition(), consumer.position(partition)))
                    .forEach(merge::end);
            merge.drain(record -> deliver(record, visitor));
            consumer.pause(merge.full());
            consumer.resume(merge.open().stream()
                    .filter(partition -> !merge.full().contains(partition))
                    .toList());
        }
    }

    /** Hands over every event from a place on as it comes, until {@code on} is false. */
    public void follow(Offsets from, BooleanSupplier on, Consumer<Fact> visitor) {
        open(new Stretch(
                from,
                new Offsets(from.next().keySet().stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> Long.MAX_VALUE)))));
        while (on.getAsBoolean()) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            consumer.poll(POLL).forEach(batch::add);
            // Stable: records of one partition stay in their order.
            batch.sort(Comparator.comparingLong(record -> record.timestamp()));
            batch.forEach(record -> deliver(record, visitor));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Set<TopicPartition> open(Stretch stretch) {
        Set<TopicPartition> open = partitions.stream()
                .filter(partition -> stretch.to()
                        .covers(partition.partition(), stretch.from().next().getOrDefault(partition.partition(), 0L)))
                .collect(Collectors.toSet());
        consumer.assign(open);
        // A partition that was assigned before is still paused if it was.
        consumer.resume(open);
        open.forEach(
                partition -> consumer.seek(partition, stretch.from().next().getOrDefault(partition.partition(), 0L)));
        return open;
    }

    private void deliver(ConsumerRecord<String, byte[]> record, Consumer<Fact> visitor) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Fact fact;
        try {
            fact = new Fact(
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp()),
                    EventCodec.decode(value),
                    value.length);
        } catch (UndecodableException e) {
            unreadable++;
            return;
        }
        visitor.accept(fact);
    }

    /**
     * In each partition its first record that is not earlier. The broker answers with the marker of a transaction too, whose time
     * is that of the commit and later than that of the records before and behind it: from there on it is looked for by reading.
     */
    private Offsets at(Instant instant) {
        long time = Math.max(0, instant.toEpochMilli());
        Offsets end = end();
        Map<Integer, Long> next = new HashMap<>();
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(partition -> partition, p -> time)))
                .forEach((partition, found) -> {
                    if (found != null) {
                        next.put(partition.partition(), found.offset());
                    }
                });
        Stretch rest = new Stretch(new Offsets(next).orElse(end), end);
        Set<TopicPartition> open = open(rest);
        while (!open.isEmpty()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.timestamp() >= time && open.remove(partition)) {
                    next.put(record.partition(), record.offset());
                    consumer.pause(Set.of(partition));
                }
            }
            open.removeIf(partition -> {
                boolean none = !end.covers(partition.partition(), consumer.position(partition));
                if (none) {
                    next.remove(partition.partition());
                }
                return none;
            });
        }
        return new Offsets(next);
    }

    private static Offsets offsets(Map<TopicPartition, Long> found) {
        return new Offsets(found.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue)));
    }
}
