package dev.penstock.projector.analyst.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The topic {@code jobs.state}: the newest record of each job. A lower version than one that was seen is passed over. */
final class StateTopic implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, Shown> jobs = new HashMap<>();

    StateTopic(Kafka kafka) {
        consumer = kafka.consumer(Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 4_000));
        String topic = kafka.topics().state();
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException("There is no topic " + topic + " on " + kafka
                    + ": no projector has ever run, so nothing can be compared.");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every job by id, as far as it was read. */
    Map<String, Shown> jobs() {
        return jobs;
    }

    /** Reads on to the topic's present end, and a moment longer. */
    void refresh() {
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        do {
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
        } while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue()));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            jobs.remove(record.key());
            return;
        }
        Shown shown = shown(record.value());
        if (shown != null) {
            jobs.merge(record.key(), shown, (before, now) -> now.version() < before.version() ? before : now);
        }
    }

    private static @Nullable Shown shown(byte[] value) {
        try {
            JsonNode node = Wire.mapper().readTree(value);
            JsonNode job = node.path("job");
            return job.isObject()
                    ? new Shown(
                            node.path("partition").asInt(-1),
                            node.path("offset").asLong(-1),
                            node.path("version").asLong(-1),
                            job.toString())
                    : null;
        } catch (IOException e) {
            return null;
        }
    }
}
