package dev.penstock.projector.analyst.snapshot;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.job.Actor;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.projector.story.EventLog;
import dev.penstock.projector.story.Story;
import dev.penstock.projector.view.LogEntry;
import dev.penstock.stack.fixture.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A log on a real broker, filled at random. */
final class RandomLog implements AutoCloseable {
    final Kafka kafka =
            Kafka.at(TestKafka.shared().bootstrap()).prefix(TestKafka.shared().freshPrefix());
    private final int partitions;
    private KafkaProducer<String, byte[]> producer;

    RandomLog(int partitions) throws Exception {
        this.partitions = partitions;
        this.producer = open();
    }

    /** Another topic of the same name, empty. */
    void makeAgain() throws Exception {
        try (Admin admin = kafka.admin()) {
            admin.deleteTopics(List.of(kafka.topics().events())).all().get();
        }
        producer.close();
        producer = open();
    }

    private KafkaProducer<String, byte[]> open() throws Exception {
        try (Admin admin = kafka.admin()) {
            Leaders.create(
                    admin,
                    List.of(new NewTopic(kafka.topics().events(), partitions, (short) 1)
                            .configs(Map.of("retention.ms", "-1"))));
        }
        KafkaProducer<String, byte[]> fresh =
                kafka.producer(Map.of("transactional.id", kafka.topics().prefix() + "writer"));
        fresh.initTransactions();
        return fresh;
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Jobs of all sorts, settings, an aborted transaction and a record that is no event, in each partition. */
    void write(long seed) {
        Random random = new Random(seed);
        for (int partition = 0; partition < partitions; partition++) {
            producer.beginTransaction();
            for (LogEntry entry : EventLog.random(seed, partition, 60).entries()) {
                send(partition, ((LogEntry.Fact) entry).event());
                if (random.nextInt(20) == 0) {
                    send(partition, queue("q" + partition, random.nextBoolean()));
                    producer.commitTransaction();
                    producer.beginTransaction();
                }
            }
            var unused =
                    producer.send(new ProducerRecord<>(kafka.topics().events(), partition, "x", new byte[] {1, 2, 3}));
            producer.commitTransaction();
            producer.beginTransaction();
            send(partition, queue("never", true));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private void send(int partition, EventMessage event) {
        var unused = producer.send(
                new ProducerRecord<>(kafka.topics().events(), partition, event.route(), EventCodec.encode(event)));
    }

    private static EventMessage queue(String name, boolean paused) {
        return new EventMessage(
                "queue/" + name,
                0,
                "c",
                true,
                Actor.user("ana"),
                null,
                Story.START,
                "default",
                null,
                null,
                null,
                new SettingEvent.SettingChanged(Setting.Queue.named(name, "").withPaused(paused)));
    }
}
