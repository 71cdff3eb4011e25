package dev.penstock.stack.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from a mark to their present end, read committed, without a group. */
public final class LogReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;

    public LogReader(Map<String, Object> client) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where these topics end now. */
    public Map<TopicPartition, Long> end(List<String> topics) {
        return consumer.endOffsets(partitions(topics));
    }

    /** Hands over every record between the mark and the end as it is now; partitions that the mark lacks are read from 0. */
    public void read(List<String> topics, Map<TopicPartition, Long> from, Consumer<LogRecord> visitor) {
        readBytes(topics, from, record -> visitor.accept(LogRecord.of(record)));
    }

    /** The same for topics whose values are no JSON. */
    public void readBytes(
            List<String> topics, Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        Map<TopicPartition, Long> to = end(topics);
        consumer.assign(to.keySet());
        for (TopicPartition partition : to.keySet()) {
            consumer.seek(partition, from.getOrDefault(partition, 0L));
        }
        // The position, not the last record: a transaction's marker takes an offset of its own.
        while (to.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.offset() < to.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    visitor.accept(record);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Set<TopicPartition> partitions(List<String> topics) {
        return topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
    }
}
