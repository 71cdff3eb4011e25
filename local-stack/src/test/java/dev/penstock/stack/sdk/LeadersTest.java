package dev.penstock.stack.sdk;

import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import dev.penstock.stack.fixture.TestKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.RepeatedTest;

class LeadersTest {
    private static final int PARTITIONS = 12;
    private static final Map<String, Object> SOON =
            Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 40_000, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 30_000);

    /** Without the wait, a third of the rounds lose records. */
    @RepeatedTest(10)
    void a_topic_just_made_takes_whatever_is_written_to_it() throws Exception {
        TestKafka server = TestKafka.shared();
        Kafka kafka = Kafka.at(server.bootstrap());
        String topic = server.freshPrefix() + "made";
        List<Future<?>> sent = new ArrayList<>();
        try (Admin admin = kafka.admin();
                KafkaProducer<String, byte[]> producer = kafka.producer(SOON)) {
            Leaders.create(
                    admin,
                    List.of(new NewTopic(topic, PARTITIONS, (short) 1), new NewTopic(topic + "-2", PARTITIONS, (short)
                            1)));
            for (int i = 0; i < 3_000; i++) {
                sent.add(producer.send(new ProducerRecord<>(topic, i % PARTITIONS, "key", new byte[800])));
                if (i % 100 == 0) {
                    Thread.sleep(1);
                }
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }
}
