package dev.penstock.processor.rebuild;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginnings to their present ends: committed, without a group. Not thread-safe. */
final class Reading implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;

    Reading(Kafka kafka) {
        consumer = kafka.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 4_000));
    }

    /** Whether there is such a topic. */
    boolean has(String topic) {
        return consumer.listTopics().containsKey(topic);
    }

    /** How many partitions a topic has. */
    int partitions(String topic) {
        return has(topic) ? consumer.partitionsFor(topic).size() : 0;
    }

    /** The first offset that is still there. */
    long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Where the next record will be. */
    long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Hands over every record of a partition, in its order. */
    void read(TopicPartition partition, Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.assign(List.of(partition));
        long end = end(partition);
        consumer.seekToBeginning(List.of(partition));
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(each);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
