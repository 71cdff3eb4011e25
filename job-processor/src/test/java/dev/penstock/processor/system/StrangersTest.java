package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    private static final String FIELDS = "\"type\":\"email.send\",\"queue\":\"mail\"";

    private Rig rig;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, 12);
        rig.processor();
        rig.queue("mail");
    }

    @AfterAll
    void close() {
        rig.close();
    }

    @Test
    @DisplayName("A7: submissions in any partition, as kcat's CRC32 puts them, run like all others")
    void submissionsInAnyPartitionRun() {
        Hand hand = rig.hand("mail").beating();
        for (int partition = 0; partition < 12; partition++) {
            JobId job = JobId.of("anywhere" + partition, "0");
            String json = "{\"job\":\"" + job + "\"," + FIELDS + "}";
            rig.post(new ProducerRecord<>(
                    rig.kafka.topics().submissions(),
                    (partition * 5 + 3) % 12,
                    null,
                    json.getBytes(StandardCharsets.UTF_8)));
            WorkOrder order = hand.dispatch(job, 1);
            hand.succeeded(order);
            rig.events.await(job, Ending.JobCompleted.class);
        }
    }

    @Test
    @DisplayName(
            "A7: a submission of a foreign transaction that stays open delays no job of another partition, and no report")
    void anOpenForeignTransactionDelaysNoReport() {
        Hand hand = rig.hand("mail").beating();
        JobId before = rig.submit("outbox", FIELDS);
        WorkOrder order = hand.dispatch(before, 1);
        try (KafkaProducer<String, byte[]> outbox = new KafkaProducer<>(
                rig.kafka.client(Map.of("transactional.id", "outbox-" + before)),
                new StringSerializer(),
                new ByteArraySerializer())) {
            outbox.initTransactions();
            outbox.beginTransaction();
            var unused = outbox.send(new ProducerRecord<>(
                    rig.kafka.topics().submissions(),
                    "outbox",
                    ("{\"job\":\"outbox.1\"," + FIELDS + "}").getBytes(StandardCharsets.UTF_8)));
            outbox.flush();
            hand.succeeded(order);
            rig.events.await(before, Ending.JobCompleted.class);
            assertThat(rig.events.of("outbox.1")).isEmpty();
            outbox.commitTransaction();
        }
        rig.events.await("outbox.1", JobSubmitted.class);
    }

    @Test
    @DisplayName("A9: time is the brokers': a producer's clock in 2031 changes nothing")
    void timeIsTheBrokers() {
        JobId job = JobId.of("future", "0");
        rig.post(new ProducerRecord<>(
                rig.kafka.topics().submissions(),
                null,
                Instant.parse("2031-01-01T00:00:00Z").toEpochMilli(),
                "future",
                ("{\"job\":\"" + job + "\"," + FIELDS + "}").getBytes(StandardCharsets.UTF_8)));
        EventMessage submitted = rig.events.await(job, JobSubmitted.class);
        assertThat(submitted.at()).isBefore(Instant.now().plus(Duration.ofMinutes(5)));
    }

    @Test
    @DisplayName("A1: an unknown queue stops no partition and is refused with the known ones")
    void anUnknownQueueStopsNoPartition() {
        JobId unknown = rig.submit("typo", "\"type\":\"email.send\",\"queue\":\"emials\"");
        JobId good = rig.submit("good", FIELDS);
        rig.events.await(good, JobSubmitted.class);
        EventMessage refused = rig.events.await(unknown, CommandRefused.class);
        assertThat(((CommandRefused) refused.body()).sentence())
                .contains("no queue emials")
                .contains("mail");
    }

    @Test
    @DisplayName("A6: there is no transaction in the commands topic")
    void thereIsNoTransactionInTheCommandsTopic() throws Exception {
        JobId job = rig.submit("plain", FIELDS);
        rig.events.await(job, JobSubmitted.class);
        Topic commands = rig.topic(rig.kafka.topics().commands(), true);
        try (Admin admin = Admin.create(rig.kafka.client(Map.of()))) {
            List<TopicPartition> partitions = IntStream.range(0, 12)
                    .mapToObj(p -> new TopicPartition(rig.kafka.topics().commands(), p))
                    .toList();
            // A marker takes an offset and is no record.
            Rig.await("every offset is a record", () -> commands.all().size() == ends(admin, partitions));
        }
    }

    private static long ends(Admin admin, List<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetSpec> specs = new java.util.HashMap<>();
            partitions.forEach(p -> specs.put(p, OffsetSpec.latest()));
            return admin.listOffsets(specs).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
