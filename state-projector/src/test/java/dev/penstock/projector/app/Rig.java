package dev.penstock.projector.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicCheck;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.projector.store.ReadSchema;
import dev.penstock.projector.story.Dump;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A log in a real broker, written as the processor writes it: in transactions, whose markers take offsets too. */
public final class Rig {
    public static final int PARTITIONS = 3;
    private static final int TRANSACTION = 100;

    public final Kafka kafka;

    private Rig(Kafka kafka) {
        this.kafka = kafka;
    }

    public static Rig fresh() {
        TestKafka broker = TestKafka.shared();
        return on(Kafka.at(broker.bootstrap()).prefix(broker.freshPrefix()));
    }

    static Rig on(Kafka kafka) {
        return on(kafka, PARTITIONS);
    }

    /** With what topics are missing. */
    static Rig on(Kafka kafka, int partitions) {
        try (Admin admin = kafka.admin()) {
            new TopicCheck(admin, kafka, Sizing.DEMO.withPartitions(partitions)).ensure();
        }
        return new Rig(kafka);
    }

    ReadSideSettings settings(TestDatabase database, Path folder) {
        return new ReadSideSettings(
                kafka,
                Dump.source(database),
                ReadSchema.NAME,
                ReadSchema.Reader.EXISTING,
                folder,
                1,
                Duration.ofDays(30));
    }

    /** Writes events, and at last a transaction that is aborted. */
    public void write(List<EventMessage> events) {
        write(events, TRANSACTION);
    }

    void write(List<EventMessage> events, int transaction) {
        try (Producer<String, byte[]> producer = kafka.producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "writer-" + System.nanoTime(),
                ProducerConfig.LINGER_MS_CONFIG,
                5))) {
            producer.initTransactions();
            for (int from = 0; from < events.size(); from += transaction) {
                producer.beginTransaction();
                events.subList(from, Math.min(events.size(), from + transaction))
                        .forEach(event -> send(producer, event));
                producer.commitTransaction();
            }
            producer.beginTransaction();
            events.stream().limit(5).forEach(event -> send(producer, event));
            producer.flush();
            producer.abortTransaction();
        }
    }

    private void send(Producer<String, byte[]> producer, EventMessage event) {
        var unused =
                producer.send(new ProducerRecord<>(kafka.topics().events(), event.route(), EventCodec.encode(event)));
    }

    void send(String topic, String key, byte[] value) {
        try (Producer<String, byte[]> producer = kafka.producer(Map.of())) {
            var unused = producer.send(new ProducerRecord<>(topic, key, value));
        }
    }

    /** Whether everything in the log is in the rows, by the projector's own account. */
    static void awaitCaughtUp(ReadSideKeeper keeper, TestDatabase database, long events) {
        await(() -> {
            ReadSide side = keeper.present();
            return side != null
                    && side.isSettled()
                    && number(database, "SELECT count(*) FROM penstock_read.freshness WHERE behind_records = 0")
                            >= PARTITIONS
                    && number(database, "SELECT count(*) FROM penstock_read.freshness WHERE behind_records > 0") == 0
                    && number(database, "SELECT coalesce(sum(created), 0) FROM penstock_read.statistic") == events;
        });
    }

    static void await(BooleanSupplier condition) {
        assertThat(Await.until(Duration.ofMinutes(3), condition)).as("in time").isTrue();
    }

    static long number(TestDatabase database, String sql) {
        try {
            return Dump.number(database, sql);
        } catch (SQLException e) {
            return -1;
        }
    }

    /** The last value of each key of a topic; a tombstone removes it. */
    Map<String, byte[]> compacted(String topic) {
        Map<String, byte[]> last = new HashMap<>();
        try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of("isolation.level", "read_committed"))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    put(last, record.key(), record.value());
                }
            }
        }
        return last;
    }

    private static void put(Map<String, byte[]> last, String key, byte @Nullable [] value) {
        if (value == null) {
            last.remove(key);
        } else {
            last.put(key, value);
        }
    }
}
