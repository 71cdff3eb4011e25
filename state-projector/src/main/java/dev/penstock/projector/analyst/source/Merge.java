package dev.penstock.projector.analyst.source;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of several partitions in the order of their times, as far as the order of each partition allows: what comes out depends
 * on the log alone, not on which broker answered first. Mutable; not thread-safe.
 */
final class Merge {
    /** So many records of one partition wait before no more of it are fetched. */
    private static final int FULL = 2_000;
    /** Or so many bytes. */
    private static final long HEAVY = 1 << 20;

    private static final Comparator<ConsumerRecord<String, byte[]>> ORDER = Comparator.comparingLong(
                    (ConsumerRecord<String, byte[]> record) -> record.timestamp())
            .thenComparingInt(record -> record.partition());

    private final Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting = new HashMap<>();
    private final Map<TopicPartition, Long> bytes = new HashMap<>();
    private final Set<TopicPartition> open;

    Merge(Set<TopicPartition> partitions) {
        open = partitions.stream().collect(Collectors.toSet());
        partitions.forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
    }

    void add(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        waiting.computeIfAbsent(partition, none -> new ArrayDeque<>()).add(record);
        bytes.merge(partition, size(record), Long::sum);
    }

    /** Nothing more comes from this partition. */
    void end(TopicPartition partition) {
        open.remove(partition);
    }

    Set<TopicPartition> open() {
        return Set.copyOf(open);
    }

    /** The open partitions that have enough waiting. */
    Set<TopicPartition> full() {
        return open.stream()
                .filter(partition -> waiting(partition).size() >= FULL || bytes.getOrDefault(partition, 0L) >= HEAVY)
                .collect(Collectors.toSet());
    }

    /** Hands over what nothing earlier can come before any more. */
    void drain(Consumer<ConsumerRecord<String, byte[]>> visitor) {
        while (open.stream().noneMatch(partition -> waiting(partition).isEmpty())) {
            Optional<ConsumerRecord<String, byte[]>> next = waiting.values().stream()
                    .filter(queue -> !queue.isEmpty())
                    .map(Deque::getFirst)
                    .min(ORDER);
            if (next.isEmpty()) {
                return;
            }
            visitor.accept(next.get());
            TopicPartition partition =
                    new TopicPartition(next.get().topic(), next.get().partition());
            waiting(partition).removeFirst();
            bytes.merge(partition, -size(next.get()), Long::sum);
        }
    }

    private static long size(ConsumerRecord<String, byte[]> record) {
        return Math.max(0, record.serializedValueSize());
    }

    private Deque<ConsumerRecord<String, byte[]>> waiting(TopicPartition partition) {
        return waiting.getOrDefault(partition, new ArrayDeque<>());
    }
}
