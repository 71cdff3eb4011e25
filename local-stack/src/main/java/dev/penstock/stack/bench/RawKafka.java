package dev.penstock.stack.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What Kafka alone does on this machine: records of 250 bytes, acknowledged by all copies, one producer, then one consumer.
 *
 * @param producePerSecond records
 * @param consumePerSecond records
 */
record RawKafka(double producePerSecond, double consumePerSecond) {
    private static final int RECORD_BYTES = 250;

    static RawKafka measure(Map<String, Object> client, String topic, Duration time) {
        double produced = produce(client, topic, time);
        return new RawKafka(produced, consume(client, topic, time));
    }

    private static double produce(Map<String, Object> client, String topic, Duration time) {
        Map<String, Object> config = new HashMap<>(client);
        config.put("linger.ms", 2);
        config.put("batch.size", 128 << 10);
        byte[] value = new byte[RECORD_BYTES];
        long records = 0;
        long begin = System.nanoTime();
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (System.nanoTime() - begin < time.toNanos()) {
                var unused = producer.send(new ProducerRecord<>(topic, value));
                records++;
            }
            producer.flush();
            return Rate.of(records, System.nanoTime() - begin);
        }
    }

    private static double consume(Map<String, Object> client, String topic, Duration time) {
        try (var consumer =
                new KafkaConsumer<>(new HashMap<>(client), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long all = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long records = 0;
            long begin = System.nanoTime();
            while (records < all && System.nanoTime() - begin < time.toNanos()) {
                records += consumer.poll(Duration.ofMillis(200)).count();
            }
            return Rate.of(records, System.nanoTime() - begin);
        }
    }
}
