package dev.penstock.stack.sdk;

import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A broker with Penstock's topics and no processor: the test plays its part by hand. */
final class BareBroker implements AutoCloseable {
    static final Sizing SIZING = new Sizing(3, 1, 1, 2);

    private final Kafka kafka;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    private BareBroker(Kafka kafka) {
        this.kafka = kafka;
        this.admin = kafka.admin();
        this.producer = kafka.producer(Map.of("linger.ms", 0));
    }

    static BareBroker fresh() {
        TestKafka server = TestKafka.shared();
        return at(Kafka.at(server.bootstrap()).prefix(server.freshPrefix()));
    }

    static BareBroker at(Kafka kafka) {
        BareBroker broker = new BareBroker(kafka);
        broker.check().ensure();
        return broker;
    }

    Kafka kafka() {
        return kafka;
    }

    TopicNames names() {
        return kafka.topics();
    }

    TopicCheck check() {
        return new TopicCheck(admin, kafka, SIZING);
    }

    void signal(String to, Signal signal) {
        send(names().signals(), to, signal);
    }

    void send(String topic, String key, @Nullable Object word) {
        write(topic, key, word == null ? null : Wire.write(word));
    }

    void write(String topic, String key, byte @Nullable [] record) {
        try {
            producer.send(new ProducerRecord<>(topic, key, record)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The first {@code count} records of a topic, or as many as there are after three minutes. */
    List<ConsumerRecord<String, byte[]>> records(String topic, int count) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of("auto.offset.reset", "earliest"))) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList());
            Instant end = Instant.now().plusSeconds(180);
            while (found.size() < count && Instant.now().isBefore(end)) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
