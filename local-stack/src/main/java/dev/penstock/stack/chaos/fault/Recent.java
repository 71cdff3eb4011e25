package dev.penstock.stack.chaos.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The last records of some topics, as an eavesdropper has them: uncommitted ones too. */
final class Recent implements AutoCloseable {
    private static final int KEPT = 400;
    private static final int FRESH = 30;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> byTopic = new HashMap<>();

    /** @param topics a pattern of their names */
    Recent(Map<String, Object> client, String group, Pattern topics) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("group.id", group);
        config.put("auto.offset.reset", "latest");
        config.put("metadata.max.age.ms", 2_000);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(topics);
    }

    /** Reads what has come. */
    void refresh() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
            List<ConsumerRecord<byte[], byte[]>> kept =
                    byTopic.computeIfAbsent(record.topic(), topic -> new ArrayList<>());
            kept.add(record);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
    }

    /** Any of the last records of a topic. */
    Optional<ConsumerRecord<byte[], byte[]>> any(String topic, Random dice) {
        List<ConsumerRecord<byte[], byte[]>> kept = byTopic.getOrDefault(topic, List.of());
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(dice.nextInt(kept.size())));
    }

    /** One of the very last records of a topic: what it is about may still be under way. */
    Optional<ConsumerRecord<byte[], byte[]>> fresh(String topic, Random dice) {
        List<ConsumerRecord<byte[], byte[]>> kept = byTopic.getOrDefault(topic, List.of());
        int from = Math.max(0, kept.size() - FRESH);
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(from + dice.nextInt(kept.size() - from)));
    }

    /** The last dispatch of a job, if it was lately. */
    Optional<ConsumerRecord<byte[], byte[]>> dispatchOf(String job) {
        byte[] key = job.getBytes(StandardCharsets.UTF_8);
        return byTopic.values().stream()
                .flatMap(List::stream)
                .filter(record -> record.topic().contains(".work.") && Arrays.equals(record.key(), key))
                .reduce((earlier, later) -> later);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
