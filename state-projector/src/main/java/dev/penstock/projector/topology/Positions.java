package dev.penstock.projector.topology;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this process has read: transaction markers take offsets and are no records, so a reader's position is past the
 * last record it got, and only the position says that nothing is left (failure scenario C5). Thread-safe.
 */
public final class Positions {
    private final Map<TopicPartition, Reading> readings = new ConcurrentHashMap<>();

    /**
     * How far one partition has been read.
     *
     * @param position offset that is read next
     * @param delivered offset after the last record handed out; 0: none yet
     */
    public record Reading(long position, long delivered) {}

    /** Partitions of this process that have a position. */
    public Map<TopicPartition, Reading> now() {
        return Map.copyOf(readings);
    }

    void delivered(TopicPartition partition, long after) {
        readings.merge(
                partition,
                new Reading(after, after),
                (before, now) -> new Reading(Math.max(before.position(), after), after));
    }

    void position(TopicPartition partition, long position) {
        readings.merge(partition, new Reading(position, 0), (before, now) -> new Reading(position, before.delivered()));
    }

    boolean knows(TopicPartition partition) {
        return readings.containsKey(partition);
    }

    void assigned(Set<TopicPartition> partitions) {
        readings.keySet().retainAll(partitions);
    }

    void forget() {
        readings.clear();
    }
}
