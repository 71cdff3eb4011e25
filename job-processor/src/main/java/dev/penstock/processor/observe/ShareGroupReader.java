package dev.penstock.processor.observe;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Asks where share groups are, and reads the record there. One thread. */
final class ShareGroupReader implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;
    private static final Duration POLL = Duration.ofMillis(300);

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;

    ShareGroupReader(Admin admin, Kafka kafka) {
        this.admin = admin;
        this.consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        1)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Where a group is in one partition.
     *
     * @param start offset of the first record it has not finished with
     * @param lag records it has not finished with, transaction markers included; -1 if the broker does not say
     */
    record Left(int partition, long start, long lag) {}

    /** The partitions where the group has begun; one that no worker ever joined has not. */
    List<Left> left(String topic, String group) {
        Map<TopicPartition, SharePartitionOffsetInfo> found = offsets(group);
        List<Left> left = new ArrayList<>();
        found.forEach((partition, info) -> {
            if (partition.topic().equals(topic) && info != null && info.startOffset() >= 0) {
                left.add(new Left(
                        partition.partition(), info.startOffset(), info.lag().orElse(-1L)));
            }
        });
        return left;
    }

    int partitions(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    /**
     * Timestamp of the first record the group has not finished with; null if there is none. Lag counts the markers of
     * transactions, so only a look tells: a reader passes over them.
     */
    @Nullable
    Instant oldest(TopicPartition partition, Left left) {
        if (left.lag() == 0) {
            return null;
        }
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, left.start());
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return Instant.ofEpochMilli(record.timestamp());
            }
        }
        return null;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Map<TopicPartition, SharePartitionOffsetInfo> offsets(String group) {
        try {
            return admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                    .partitionsToOffsetInfo(group)
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException) {
                return Map.of();
            }
            throw new KafkaException("Where the share group " + group + " is was not answered: " + e, e);
        } catch (TimeoutException e) {
            throw new KafkaException("Where the share group " + group + " is was not answered in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }
}
