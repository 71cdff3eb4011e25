package dev.penstock.projector.command;

import static dev.penstock.projector.command.WrittenLog.A;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.seal.KafkaSubjectKeys;
import dev.penstock.api.seal.MasterKey;
import dev.penstock.api.seal.Sealing;
import dev.penstock.api.seal.Wish;
import dev.penstock.api.topic.Leaders;
import dev.penstock.api.topic.PlannedTopic;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.topic.TopicPlan;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.UndecodableException;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine;

/** A written log with one job, of which the address is sealed for customer-17; and {@code ./penstock erase} on it. */
final class SealedLog implements AutoCloseable {
    static final JobId MINE = new JobId(A.route() + ".mine");
    static final String MAIL = "ana.anaconda@example.org";

    final WrittenLog log;
    final KafkaSubjectKeys keys;
    final Sealing sealing;
    private final Path folder;
    private int written = 1;

    SealedLog(Path folder) throws Exception {
        this.folder = folder;
        log = new WrittenLog();
        try (Admin admin = log.kafka.admin()) {
            List<NewTopic> topics = new TopicPlan(log.kafka.topics(), Sizing.DEMO)
                    .core().stream()
                            .filter(t -> t.name().endsWith("keys"))
                            .map(SealedLog::topic)
                            .toList();
            Leaders.create(admin, topics);
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

    @Override
    public void close() {
        keys.close();
        log.close();
    }

    void accept(CommandMessage act) {
        log.write(
                MINE.value(),
                act.id(),
                act.actor(),
                new Control.SubjectErased(keys.pseudonym("default", "customer-17")));
        log.write(MINE.value(), act.id(), act.actor(), new Ending.JobAborted("Its subject was erased."));
        written += 2;
    }

    void refuse(CommandMessage act) {
        log.write(
                MINE.value(),
                act.id(),
                act.actor(),
                new Outcome.CommandRefused("EraseSubject", RefusalKind.WRONG_STATUS, "Not on a Sunday."));
    }

    /** The command, while {@code answer} writes to the log what a processor would. */
    LogRun answered(Consumer<CommandMessage> answer, String... words) throws Exception {
        int before = commands().size();
        AtomicBoolean done = new AtomicBoolean();
        Thread processor = Thread.ofPlatform().start(() -> {
            int seen = before;
            while (!done.get()) {
                List<CommandMessage> all = commands();
                all.subList(seen, all.size()).forEach(answer);
                seen = all.size();
            }
        });
        try {
            return erase(words);
        } finally {
            done.set(true);
            processor.join();
        }
    }

    LogRun erase(String... words) {
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
    Standing fold(JobId id) {
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
    ObjectNode state() throws Exception {
        Standing standing = fold(MINE);
        ObjectNode state = Wire.mapper().createObjectNode();
        state.put("partition", standing.partition());
        state.put("offset", standing.offset());
        state.put("version", standing.job().version());
        state.set("job", Wire.mapper().readTree(Wire.text(standing.job())));
        return state;
    }

    List<CommandMessage> commands() {
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
        } catch (UndecodableException e) {
            throw new AssertionError(e);
        }
    }
}
