package dev.penstock.processor.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Failure;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.handlers.demo.DemoProgram;
import dev.penstock.processor.handlers.demo.DemoSettings;
import dev.penstock.processor.handlers.load.Legacy;
import dev.penstock.processor.handlers.load.Tally;
import dev.penstock.processor.handlers.marketplace.SyncMarketplace;
import dev.penstock.processor.observe.Timing;
import dev.penstock.processor.stream.StreamMeter;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.fixture.TestPostgres;
import dev.penstock.stack.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<EventMessage> log = new ArrayList<>();

    @Test
    @DisplayName(
            "S0.19, S0.23, S3.10: the demo's jobs run through one worker, 600 in a minute; each submission ends, some really fail")
    void demo() throws Exception {
        TestKafka broker = TestKafka.shared();
        Kafka kafka = Kafka.at(broker.bootstrap()).prefix(broker.freshPrefix());
        Path keysFile = folder.resolve("keys");
        WriteSideSettings settings = new WriteSideSettings(
                kafka,
                Sizing.DEMO.withPartitions(3),
                folder.resolve("processor"),
                keysFile,
                0,
                1,
                WriteSideSettings.COMMIT_INTERVAL,
                Timing.DEFAULT);
        try (WriteSide processor = WriteSide.start(settings, StreamMeter.NONE);
                DemoHandlers handlers = new DemoHandlers(DemoPlaces.in(folder), database());
                JobWorker worker = handlers.addTo(JobWorker.builder(kafka))
                        .schedule(sales())
                        .actKey(new KeysFile(keysFile).read().act(Keys.WORKER))
                        .concurrency(20)
                        .start();
                KafkaConsumer<String, byte[]> events = events(kafka);
                JobClient client = JobClient.at(kafka);
                OutboxRelay relay = handlers.relay(client).start();
                DemoProgram demo =
                        DemoProgram.start(client, new DemoSettings(folder, 0, 0, 1, 40, null), Legacy.SILENT)) {
            assertThat(processor.isAlive()).isTrue();
            triggerTheSchedule(kafka, keysFile);
            await(() -> demo.load().tally().submitted() >= 200);
            demo.load().burst(500);
            await(() -> demo.load().tally().submitted() >= 800);
            demo.load().stop();
            await(() -> demo.load().tally().pending() == 0);
            Tally tally = demo.load().tally();
            submitAsInTheReadme(kafka);
            await(() -> read(events) && count(Submission.JobSubmitted.class) > tally.submitted());
            await(() -> read(events) && open() == 0);
            assertThat(worker.busy()).isZero();
            assertThat(relay.published()).as("next steps of transfers").isPositive();
            showsWhatTheDemoIsFor();
        }
    }

    private void showsWhatTheDemoIsFor() {
        assertThat(count(SettingEvent.ScheduleFired.class))
                .as("sales are pulled by schedule")
                .isPositive();
        List<Instant> ends = log.stream()
                .filter(event -> event.body() instanceof Ending.JobCompleted)
                .map(EventMessage::at)
                .sorted()
                .toList();
        assertThat(ends).hasSizeGreaterThan(600);
        assertThat(ends.get(600)).isBefore(ends.getFirst().plusSeconds(120));
        assertThat(failures(Failure.Kind.PERMANENT))
                .anyMatch(failure -> failure.message().contains("550 5.1.1"));
        assertThat(failures(Failure.Kind.TRANSIENT))
                .anyMatch(failure -> failure.message().contains("451 4.7.1"));
        assertThat(failures(Failure.Kind.TRANSIENT))
                .anyMatch(failure -> failure.message().contains("503"));
        assertThat(failures(Failure.Kind.TRANSIENT))
                .allSatisfy(failure -> assertThat(failure.stack()).contains("dev.penstock.processor.handlers."));
        DemoPlaces places = DemoPlaces.in(folder);
        assertThat(places.mailbox()).isDirectoryContaining(mail -> contains(mail, "To: ana@example.org"));
        assertThat(List.of(places.thumbnails(), places.renditions(), places.pages(), places.ledger(), places.trays()))
                .allSatisfy(made -> assertThat(made).isNotEmptyDirectory());
        assertThat(DemoPlaces.in(folder).telemetryAggregates()).isNotEmptyDirectory();
    }

    private static Setting.Schedule sales() {
        NewJob pull = NewJob.of(new SyncMarketplace("main")).bySystem();
        return Setting.Schedule.of("sales", "0 3 * * *", "Europe/Vienna", pull.spec(Instant.EPOCH));
    }

    /** The worker has brought it. */
    private static void triggerTheSchedule(Kafka kafka, Path keysFile) throws Exception {
        ActKey key = new KeysFile(keysFile).read().act(Keys.UI);
        try (JobClient people = JobClient.builder(kafka).actKey(key).build()) {
            String command = people.control().settings().triggerSchedule(sales().name());
            assertThat(command).isNotEmpty();
        }
    }

    /** As kcat does: no key, whatever partition. */
    private static void submitAsInTheReadme(Kafka kafka) throws Exception {
        String json = ReadmeExamplesTest.submissions().getFirst();
        try (KafkaProducer<String, byte[]> kcat = kafka.producer(Map.of())) {
            kcat.send(new ProducerRecord<>(
                            kafka.topics().submissions(), 2, null, json.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static Supplier<DataSource> database() throws SQLException {
        TestDatabase own = TestPostgres.shared().freshDatabase();
        try (Connection connection = own.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + DemoDatabase.SCHEMA);
        }
        return DemoDatabase.at(own.jdbcUrl(), own.user(), own.password());
    }

    private long open() {
        return count(Submission.JobSubmitted.class)
                - count(Ending.JobCompleted.class)
                - count(Ending.JobFailed.class)
                - count(Ending.JobAborted.class);
    }

    private long count(Class<? extends Event> type) {
        return log.stream().map(EventMessage::body).filter(type::isInstance).count();
    }

    private List<Failure> failures(Failure.Kind kind) {
        Predicate<Failure> wanted = failure -> failure.kind() == kind;
        return log.stream()
                .map(EventMessage::body)
                .filter(Attempt.AttemptFailed.class::isInstance)
                .map(event -> ((Attempt.AttemptFailed) event).failure())
                .filter(wanted)
                .toList();
    }

    private static KafkaConsumer<String, byte[]> events(Kafka kafka) {
        KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of("isolation.level", "read_committed"));
        List<TopicPartition> partitions = consumer.partitionsFor(kafka.topics().events()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private boolean read(KafkaConsumer<String, byte[]> events) {
        events.poll(Duration.ofMillis(100)).forEach(entry -> {
            try {
                log.add(EventCodec.decode(entry.value()));
            } catch (UndecodableException e) {
                throw new AssertionError(e);
            }
        });
        return true;
    }

    private static boolean contains(Path mail, String text) {
        try {
            return Files.readString(mail).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(BooleanSupplier condition) {
        assertThat(Await.until(PATIENCE, condition))
                .as(() -> "in time; events: " + census())
                .isTrue();
    }

    private Map<String, Long> census() {
        return log.stream()
                .collect(Collectors.groupingBy(
                        event -> event.body().getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
    }
}
