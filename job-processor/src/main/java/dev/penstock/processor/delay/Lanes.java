package dev.penstock.processor.delay;

import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.topic.TopicNames.Rung;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** The partitions this relay has now. One thread, which is also the one that rebalances. */
final class Lanes implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    /** What the last seconds may hold before the lowest rung is read no further. */
    private static final int MOST_IN_MEMORY = 200_000;

    private final Consumer<byte[], byte[]> consumer;
    private final LastSeconds lastSeconds;
    private final Map<String, Rung> rungs = new HashMap<>();
    private final Map<TopicPartition, Lane> lanes = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    Lanes(Consumer<byte[], byte[]> consumer, TopicNames names, LastSeconds lastSeconds) {
        this.consumer = consumer;
        this.lastSeconds = lastSeconds;
        for (Rung rung : Rung.values()) {
            rungs.put(names.retry(rung), rung);
        }
    }

    Consumer<byte[], byte[]> consumer() {
        return consumer;
    }

    Collection<Lane> all() {
        return lanes.values();
    }

    Lane of(ConsumerRecord<byte[], byte[]> record) {
        return lane(new TopicPartition(record.topic(), record.partition()));
    }

    /** Stops reading what would only lie in memory, and goes on where there is room again. */
    void balance() {
        for (Lane lane : lanes.values()) {
            boolean full = lane.isFull() || lastSeconds.size() >= MOST_IN_MEMORY;
            if (!lane.paused && full) {
                consumer.pause(List.of(lane.partition));
                lane.paused = true;
            } else if (lane.paused && !full && lane.isLow()) {
                consumer.resume(List.of(lane.partition));
                lane.paused = false;
            }
        }
    }

    void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = committable(lanes.keySet());
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (done, failure) -> {
                if (failure == null) {
                    done.forEach((partition, offset) -> committed.put(partition, offset.offset()));
                }
            });
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(this::lane);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            consumer.commitSync(committable(partitions));
        } catch (RuntimeException e) {
            LOG.debugf("What was done is done again: %s", e);
        }
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Lane lane = lanes.remove(partition);
            if (lane != null) {
                lastSeconds.forget(lane);
            }
            committed.remove(partition);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committable(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Lane lane = lanes.get(partition);
            if (lane != null) {
                long offset = lane.prefix.committable();
                if (offset != committed.getOrDefault(partition, Prefix.NOTHING_READ)) {
                    offsets.put(partition, new OffsetAndMetadata(offset));
                }
            }
        }
        return offsets;
    }

    private Lane lane(TopicPartition partition) {
        return lanes.computeIfAbsent(partition, p -> new Lane(p, rungs.getOrDefault(p.topic(), Rung.SECOND)));
    }
}
