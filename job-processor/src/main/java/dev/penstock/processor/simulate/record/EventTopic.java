package dev.penstock.processor.simulate.record;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The topics {@code jobs.events} and {@code jobs.workers} of a cluster: read committed, by a consumer without a group, so nothing is
 * ever committed. Not thread-safe.
 */
public final class EventTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** The times of records in a partition may lie this far out of their order. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final Kafka kafka;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private long unreadable;

    /** The last word of a worker, and when it came. */
    public record LastBeat(Beat.Heartbeat beat, Instant at) {}

    /** @throws IllegalStateException if there is no such topic, or no such cluster */
    public EventTopic(Kafka kafka) {
        this.kafka = kafka;
        this.consumer = kafka.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                4_000,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                20_000));
        try {
            this.partitions = partitions(kafka.topics().events());
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

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    /** Time of the first event that the cluster still has; null if there is none. */
    public @Nullable Instant first() {
        return found(Instant.EPOCH).values().stream()
                .filter(Objects::nonNull)
                .map(place -> Instant.ofEpochMilli(place.timestamp()))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Time of the last event, or of the transaction that it came with. */
    public Instant last() {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.maxTimestamp()));
        try (Admin admin = kafka.admin()) {
            long millis = admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::timestamp)
                    .max()
                    .orElse(0);
            return Instant.ofEpochMilli(millis);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The end of the log cannot be found: " + e.getMessage(), e);
        }
    }

    /** Times of the first events at or behind these offsets, by partition; none of a partition that ends before. */
    public List<Instant> times(Map<Integer, Long> offsets) {
        List<Instant> times = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Long offset = offsets.get(partition.partition());
            if (offset != null) {
                firstFrom(partition, offset).ifPresent(times::add);
            }
        }
        return times;
    }

    private Optional<Instant> firstFrom(TopicPartition partition, long offset) {
        List<TopicPartition> one = List.of(partition);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        consumer.assign(one);
        consumer.seek(partition, offset);
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                return Optional.of(Instant.ofEpochMilli(record.timestamp()));
            }
        }
        return Optional.empty();
    }

    /** Records, and markers of transactions, up to a moment. */
    public long records(Instant to) {
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        return ends(to).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - begin.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Records that were passed over so far because they are no events. */
    public long unreadable() {
        return unreadable;
    }

    /** Whether the cluster has deleted the beginning of the log. */
    public boolean isCut() {
        return consumer.beginningOffsets(partitions).values().stream().anyMatch(offset -> offset > 0);
    }

    /** Hands over all events from the beginning to a moment, and some later ones; those of a partition in their order. */
    public void read(Instant to, Consumer<EventMessage> visitor) {
        read(ends(to), record -> event(record, visitor));
    }

    /** The last heartbeat of each worker that the cluster still has. */
    public Map<String, LastBeat> beats() {
        Map<String, LastBeat> last = new HashMap<>();
        List<TopicPartition> beats = partitions(kafka.topics().workers());
        read(consumer.endOffsets(beats), record -> {
            try {
                if (record.value() != null && Wire.read(record.value(), Beat.class) instanceof Beat.Heartbeat beat) {
                    last.put(beat.worker(), new LastBeat(beat, Instant.ofEpochMilli(record.timestamp())));
                }
            } catch (UndecodableException e) {
                unreadable++;
            }
        });
        return last;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void event(ConsumerRecord<String, byte[]> record, Consumer<EventMessage> visitor) {
        EventMessage event;
        try {
            event = EventCodec.decode(record.value() == null ? new byte[0] : record.value());
        } catch (UndecodableException e) {
            unreadable++;
            return;
        }
        visitor.accept(event);
    }

    private void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> visitor) {
        Collection<TopicPartition> open = ends.keySet();
        consumer.assign(open);
        consumer.seekToBeginning(open);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                long end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                if (record.offset() < end) {
                    visitor.accept(record);
                }
            }
        }
    }

    /** In each partition behind its last record up to a moment. */
    private Map<TopicPartition, Long> ends(Instant to) {
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        found(to.plus(DISORDER)).forEach((partition, place) -> {
            if (place != null) {
                ends.put(partition, place.offset());
            }
        });
        return ends;
    }

    private Map<TopicPartition, @Nullable OffsetAndTimestamp> found(Instant at) {
        return consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, p -> at.toEpochMilli())));
    }
}
