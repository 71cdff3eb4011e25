package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.Outcome.CommandIgnored;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.key.Keys;
import dev.penstock.api.topic.Leaders;
import dev.penstock.api.trigger.Source;
import dev.penstock.api.trigger.TriggerMapping;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.handlers.legacy.LegacyEvent;
import dev.penstock.processor.handlers.legacy.LegacyEventHandler;
import dev.penstock.processor.trigger.TopicTrigger;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggerTest {
    private static final int GOOD = 40;

    @TempDir
    Path folder;

    private Rig rig;
    private String topic;
    private final TriggerMapping mapping = new TriggerMapping(
            "legacy",
            "legacy.event",
            null,
            Map.of(
                    "event", new Source("header:what"),
                    "customer", new Source("/customer/no"),
                    "revision", new Source("/rev"),
                    "place", new Source("/customer/city?")),
            new Source("/clerk?"),
            List.of("crm"),
            null);

    @BeforeEach
    void open() throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        topic = "foreign-" + rig.kafka.topics().prefix() + "customers";
        rig.processor();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName(
            "S1.2, S2.2: records of a foreign topic become jobs and run; what cannot be mapped is a dead letter and stops nothing")
    void recordsBecomeJobs() throws Exception {
        try (JobWorker worker = JobWorker.builder(rig.kafka)
                        .handler(LegacyEvent.class, new LegacyEventHandler(folder.resolve("customers")))
                        .actKey(rig.keys().act(Keys.WORKER))
                        .start();
                TopicTrigger trigger = TopicTrigger.start(rig.kafka, topic, mapping)) {
            assertThat(worker.isAlive()).isTrue();
            createTopic();
            tell("customer;C-0;an old format", "moved");
            tell("{\"rev\":1}", "moved");
            tell("{\"customer\":{\"no\":\"C-0\"},\"rev\":1}", null);
            tell("{\"customer\":{\"no\":\"" + "x".repeat(300_000) + "\"},\"rev\":1}", "moved");
            tellAll();

            Rig.await("all jobs are done", () -> count(JobCompleted.class) == GOOD);

            assertThat(rig.events.events().stream()
                            .map(e -> e.body())
                            .filter(JobSubmitted.class::isInstance)
                            .map(e -> ((JobSubmitted) e).spec()))
                    .hasSize(GOOD)
                    .allSatisfy(spec -> {
                        assertThat(spec.runBy()).isEqualTo("ute");
                        assertThat(spec.tags()).containsExactly("crm");
                        assertThat(spec.metadata()).containsEntry("trigger", "legacy");
                    })
                    .extracting(JobSpec::idempotencyKey)
                    .doesNotHaveDuplicates();
            assertThat(folder.resolve("customers").toFile().list()).hasSize(GOOD);
            assertThat(letters())
                    .hasSize(4)
                    .anyMatch(letter ->
                            letter.contains("cannot be submitted: Cannot submit legacy.event: its payload has 3000"))
                    .anyMatch(letter -> letter.matches(".*foreign-.*-[01]-\\d+ is not JSON: .*"))
                    .anyMatch(letter -> letter.endsWith(" has no /customer/no"))
                    .anyMatch(letter -> letter.endsWith(" has no header:what"));
            assertThat(trigger.facts()).contains(GOOD + " jobs, 4 dead letters");
        }
    }

    @Test
    @DisplayName("S2.2: a trigger that dies before it commits reads again, and a record makes one job all the same")
    void aRecordMakesOneJob() throws Exception {
        createTopic();
        tellAll();
        try (TopicTrigger first = TopicTrigger.start(rig.kafka, topic, mapping)) {
            assertThat(first.isAlive()).isTrue();
            Rig.await("all are submitted", () -> count(JobSubmitted.class) == GOOD);
        }
        forgetWhatWasCommitted();

        try (TopicTrigger second = TopicTrigger.start(rig.kafka, topic, mapping)) {
            assertThat(second.isAlive()).isTrue();
            Rig.await("all were submitted again", () -> count(CommandIgnored.class) == GOOD);
        }
        assertThat(count(JobSubmitted.class)).isEqualTo(GOOD);
    }

    private void createTopic() throws Exception {
        try (Admin admin = rig.kafka.admin()) {
            Leaders.create(admin, List.of(new NewTopic(topic, 2, (short) 1)));
        }
    }

    private void forgetWhatWasCommitted() throws Exception {
        try (Admin admin = rig.kafka.admin()) {
            admin.alterConsumerGroupOffsets(
                            TopicTrigger.group(rig.kafka, "legacy"),
                            Map.of(
                                    new TopicPartition(topic, 0), new OffsetAndMetadata(0),
                                    new TopicPartition(topic, 1), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }

    private void tellAll() {
        for (int i = 1; i <= GOOD; i++) {
            tell("{\"customer\":{\"no\":\"C-" + i + "\",\"city\":\"Bern\"},\"rev\":1,\"clerk\":\"ute\"}", "opened");
        }
    }

    private void tell(String body, String what) {
        ProducerRecord<String, byte[]> said = new ProducerRecord<>(topic, null, body.getBytes(StandardCharsets.UTF_8));
        if (what != null) {
            said.headers().add("what", what.getBytes(StandardCharsets.UTF_8));
        }
        rig.post(said);
    }

    private long count(Class<? extends Event> type) {
        return rig.events.events().stream()
                .filter(e -> type.isInstance(e.body()))
                .count();
    }

    private List<String> letters() {
        return rig.topic(rig.kafka.topics().deadLetter(), false).all().stream()
                .map(letter -> {
                    try {
                        return Wire.read(letter.value(), DeadLetter.class).reason();
                    } catch (UndecodableException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
