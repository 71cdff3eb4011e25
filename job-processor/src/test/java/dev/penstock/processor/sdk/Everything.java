package dev.penstock.processor.sdk;

import dev.penstock.api.topic.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Every record that lies in an installation's topics, committed or not. */
final class Everything {
    private Everything() {}

    static List<ConsumerRecord<String, byte[]>> in(Kafka kafka) throws Exception {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        try (Admin admin = kafka.admin()) {
            for (String topic : admin.listTopics().names().get()) {
                if (topic.startsWith(kafka.topics().prefix())) {
                    all.addAll(of(kafka, topic));
                }
            }
        }
        return all;
    }

    static List<ConsumerRecord<String, byte[]>> of(Kafka kafka, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }
}
