package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.seal.KeyGone;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.api.seal.Sealing;
import dev.penstock.api.seal.Wish;
import dev.penstock.api.topic.PlannedTopic;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicPlan;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Fold;
import dev.penstock.projector.analyst.fold.Standing;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Moment;
import dev.penstock.projector.analyst.source.Stretch;
import dev.penstock.projector.command.erase.EraseCommand;
import dev.penstock.stack.process.Await;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./penstock erase} on a real broker: what it says, what it leaves, and that everything which folds the log goes on. */
class EraseCommandTest {
    private static final JobId MINE = new JobId(A.route() + ".mine");
    private static final String MAIL = "ana.anaconda@example.org";

    @TempDir
    Path folder;

    private WrittenLog log;
    private KafkaSubjectKeys keys;
    private Sealing sealing;
    private int written = 1;

    @BeforeEach
    void write() throws Exception {
        log = new WrittenLog();
        try (Admin admin = log.kafka.admin()) {
            List<NewTopic> topics = new TopicPlan(log.kafka.topics(), Sizing.DEMO)
                    .core().stream()
                            .filter(t -> t.name().endsWith("keys"))
                            .map(EraseCommandTest::topic)
                            .toList();
            admin.createTopics(topics).all().get();
        }
        new KeysFile(folder.resolve("keys.properties")).readOrCreate();
        Files.createFile(
                folder.resolve("master"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(folder.resolve("master"), "c2V2ZW50ZWVuIGxpdHRsZSBtYXN0ZXIga2V5cyBhIWI=\n");
        keys = new KafkaSubjectKeys(log.kafka, MasterKey.read(folder.resolve("master")));
        sealing = new Sealing(keys);
        JobSpec spec = NewJob.of("email.send", new Json("{\"to\":\"" + MAIL + "\",\"template\":\"hello\"}"))
                .spec(WrittenLog.BEGIN);
        JobSubmitted submitted = WrittenLog.submission(
                MINE, sealing.seal(spec, new Wish("customer-17", List.of("to")), "default", MINE));
        log.write(MINE.value(), Actor.service("shop"), submitted);
        log.state(MINE, state());
    }

    private static NewTopic topic(PlannedTopic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configs());
    }

    @AfterEach
    void close() {
        keys.close();
        log.close();
    }

    @Test
    @DisplayName(
            "B15: erasing deletes the key, proves it, and leaves a log that folds, verifies and is exported as before")
    void erased() throws Exception {
        Json sealed = fold(MINE).job().spec().payload();
        assertThat(sealing.open(MINE, "payload", sealed).text()).contains(MAIL);
        Job before = fold(MINE).job();
        LogRun looked = erase("--dry-run");
        assertThat(looked.out())
                .contains(
                        "Jobs: 1 (1 QUEUED); those that have not ended are aborted: 1",
                        "Keys: 1",
                        "Nothing was changed");
        assertThat(looked.code()).isZero();
        assertThat(commands()).isEmpty();

        LogRun run = erase("--reason", "request 4711");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Told: 1", "Deleted: 1", "Read back: from its beginning to its end the topic has none");
        assertThat(run.code()).isZero();
        CommandMessage told = commands().getFirst();
        assertThat(told.body()).isEqualTo(new Act.EraseSubject(MINE, keys.pseudonym("default", "customer-17")));
        assertThat(told.reason()).isEqualTo("request 4711");
        assertThatThrownBy(() -> sealing.open(MINE, "payload", sealed))
                .isInstanceOf(KeyGone.class)
                .hasMessageContaining("their subject was erased");

        LogRun again = erase("--reason", "request 4711");
        assertThat(again.out()).contains("They have no key", "Deleted: 0", "has none of them");
        assertThat(commands()).hasSize(1);
        assertThat(run.out() + looked.out() + again.out()).doesNotContain(MAIL, "customer-17");

        assertThat(fold(MINE).job()).isEqualTo(before);
        log.write(MINE.value(), Actor.user("ana"), new Control.SubjectErased(keys.pseudonym("default", "customer-17")));
        written++;
        log.state(MINE, state());
        assertThat(LogRun.of(log, "verify").out()).contains("1 the same in jobs.state, 0 moved on meanwhile, 0 differ");
        Path file = folder.resolve("events.ndjson");
        assertThat(LogRun.of(log, "export", "-o", file.toString()).code()).isZero();
        assertThat(Files.readString(file)).contains("$sealed", "SubjectErased").doesNotContain(MAIL);
        assertThat(LogRun.of(log, "show", MINE.value()).out())
                .contains("SubjectErased")
                .doesNotContain(MAIL);
    }

    @Test
    void somebodyElsesKeysAndJobsAreLeftAlone() {
        LogRun run = erase("customer-18", "--reason", "request 4712");
        assertThat(run.out()).contains("Jobs: 0", "They have no key", "Deleted: 0");
        assertThat(run.code()).isZero();
        assertThat(sealing.open(MINE, "payload", fold(MINE).job().spec().payload())
                        .text())
                .contains(MAIL);
        assertThat(erase("--tenant", "other", "--reason", "r").out()).contains("Jobs: 0", "Deleted: 0");
    }

    @Test
    void withoutAReasonOrTheMasterKeyNothingIsDone() throws Exception {
        LogRun silent = erase();
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("Say why: --reason TEXT");
        Files.setPosixFilePermissions(folder.resolve("master"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(erase("--dry-run").err()).contains("can be used by others").contains("chmod 600");
    }

    private LogRun erase(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        if (line.isEmpty() || line.getFirst().startsWith("--")) {
            line.addFirst("customer-17");
        }
        line.addAll(List.of(
                "--bootstrap", log.bootstrap(), "--prefix", log.kafka.topics().prefix()));
        line.addAll(List.of(
                "--keys",
                folder.resolve("keys.properties").toString(),
                "--master-key",
                folder.resolve("master").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = EraseCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int code = command.execute(line.toArray(String[]::new));
        return new LogRun(code, out.toString(), err.toString());
    }

    /** The job after as many events as were written of it: what was committed is readable a moment later. */
    private Standing fold(JobId id) {
        assertThat(Await.until(
                        Duration.ofSeconds(30),
                        () -> folded(id)
                                .filter(job -> job.job().version() == written)
                                .isPresent()))
                .as("its last event can be read")
                .isTrue();
        return folded(id).orElseThrow();
    }

    private Optional<Standing> folded(JobId id) {
        Fold fold = Fold.whole();
        try (EventLog events = new EventLog(log.kafka)) {
            events.read(new Stretch(events.beginning(), events.to(Moment.parse("now", Instant.now()))), fold::step);
        }
        return Optional.ofNullable(fold.jobs().get(id.value()));
    }

    /** What the projector would publish. */
    private ObjectNode state() throws Exception {
        Standing standing = fold(MINE);
        ObjectNode state = Wire.mapper().createObjectNode();
        state.put("partition", standing.partition());
        state.put("offset", standing.offset());
        state.put("version", standing.job().version());
        state.set("job", Wire.mapper().readTree(Wire.text(standing.job())));
        return state;
    }

    private List<CommandMessage> commands() throws Exception {
        try (KafkaConsumer<String, byte[]> consumer = log.kafka.consumer(Map.of())) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(log.kafka.topics().commands())
                    .stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<CommandMessage> commands = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(50))) {
                    commands.add(CommandCodec.decode(record.value()));
                }
            }
            return commands;
        }
    }
}
