package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Submission;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.Build;
import dev.penstock.stack.program.Program;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./penstock log redrive} with a real processor, killed in the middle; and {@code verify} with the database of the stack. Needs the
 * built programs, so {@code ./penstock test} runs it once everything is built.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedriveSystemCheck {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int JOBS = 12;

    @TempDir
    static Path folder;

    private static LocalStack stack;
    private static volatile boolean mended;

    /** A job that fails for good until something is mended. */
    @JobType(name = "mend.me", queue = "mending")
    record Broken(int number) {}

    @BeforeAll
    static void start() {
        StackPlan plan =
                new StackPlan(new DataFolder(folder), 1, List.of(Program.PROCESSOR, Program.PROJECTOR), 0, 0, 0);
        stack = LocalStack.start(plan, line -> {});
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    @DisplayName(
            "Dead jobs are retried once, however often it is run and wherever it is killed; a dry run writes nothing")
    void killedAndRunAgain() throws Exception {
        Keys keys = new KeysFile(folder.resolve("keys.properties")).read();
        try (JobWorker worker = JobWorker.builder(kafka())
                        .actKey(keys.act(Keys.WORKER))
                        .task(Broken.class, (job, context) -> {
                            if (!mended) {
                                throw new PermanentFailure("Not mended yet");
                            }
                        })
                        .start();
                JobClient client = JobClient.at(kafka())) {
            for (int i = 0; i < JOBS; i++) {
                client.submit(NewJob.of(new Broken(i)));
            }
            awaitDeaths(JOBS);

            Run dry = run("redrive", "--filter", "type:mend.me", "--dry-run");
            assertThat(dry.said()).contains(JOBS + " dead jobs to retry").contains("PermanentFailure");
            assertThat(dry.code()).isZero();
            assertThat(retries()).isEmpty();

            Run killed = start("redrive", "--filter", "type:mend.me", "--rate", "1/s", "--yes");
            assertThat(Await.until(PATIENCE, () -> killed.said().split("accepted ", -1).length > 3))
                    .as(killed.said())
                    .isTrue();
            killed.process().destroyForcibly().waitFor();
            // What was under way when it was killed is decided all the same.
            Thread.sleep(3_000);
            int before = retries().size();
            assertThat(before).isBetween(3, JOBS - 1);

            // The worker lets the first ones die again meanwhile: they must not be taken up once more.
            awaitDeaths(JOBS + before);
            Run resumed = run("redrive", "--filter", "type:mend.me", "--rate", "50/s", "--yes");
            assertThat(resumed.code()).as(resumed.said()).isZero();
            assertThat(resumed.said()).contains(before + " more died again").contains("mend.me");
            awaitDeaths(2 * JOBS);
            assertThat(retries())
                    .hasSize(JOBS)
                    .allSatisfy((job, times) -> assertThat(times).isEqualTo(1));

            Run nothing = run("redrive", "--filter", "type:mend.me", "--yes");
            assertThat(nothing.said()).contains("0 dead jobs to retry");
            assertThat(nothing.code()).isZero();
            assertThat(retries()).allSatisfy((job, times) -> assertThat(times).isEqualTo(1));

            mended = true;
            Run last = run("redrive", "--filter", "type:mend.me", "--again", "now", "--yes", "--json");
            assertThat(last.code()).as(last.said()).isZero();
            assertThat(last.said()).contains("\"accepted\":" + JOBS);
            assertThat(Await.until(
                            PATIENCE,
                            () -> events(e -> e.body() instanceof Ending.JobCompleted)
                                            .size()
                                    == JOBS))
                    .isTrue();
            assertThat(retries()).allSatisfy((job, times) -> assertThat(times).isEqualTo(2));
            assertThat(worker.id()).isNotEmpty();
        }
        Run verified = run("verify", "--wait", "60s");
        assertThat(verified.said()).contains("PostgreSQL as of").doesNotContain("was not compared");
        assertThat(verified.code()).as(verified.said()).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("kcat reads the topics with the commands of docs/analysts.md, as they stand there")
    void kcatReadsTheTopics() throws Exception {
        KcatGuide.on(stack.settings().get("penstock.kafka.bootstrap"))
                .check(events(e -> e.body() instanceof Ending.JobFailed)
                        .getFirst()
                        .key());
    }

    /** How often a redrive has retried each job. */
    private static Map<String, Long> retries() {
        return events(e -> e.body() instanceof Submission.JobRequeued).stream()
                .peek(e -> assertThat(e.command()).startsWith("redrive-"))
                .collect(Collectors.groupingBy(EventMessage::key, Collectors.counting()));
    }

    private static void awaitDeaths(int deaths) {
        assertThat(Await.until(
                        PATIENCE,
                        () -> events(e -> e.body() instanceof Ending.JobFailed).size() >= deaths))
                .as("%d deaths", deaths)
                .isTrue();
    }

    private static List<EventMessage> events(Predicate<EventMessage> wanted) {
        List<EventMessage> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = kafka().consumer(Map.of("isolation.level", "read_committed"))) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(kafka().topics().events())
                    .stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < end.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(decoded(record.value())));
            }
        }
        found.removeIf(wanted.negate());
        return found;
    }

    private static EventMessage decoded(byte[] value) {
        try {
            return EventCodec.decode(value);
        } catch (dev.penstock.api.wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    /** A run of the command, as the script starts it. */
    private record Run(Process process, Path output) {
        String said() {
            try {
                return Files.readString(output, StandardCharsets.UTF_8);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        int code() {
            return process.exitValue();
        }
    }

    private static Run run(String... words) throws Exception {
        Run run = start(words);
        assertThat(run.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(run.said())
                .isTrue();
        return run;
    }

    private static Run start(String... words) throws Exception {
        Path projector = Build.top().resolve("state-projector/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(
                        File.pathSeparator,
                        projector.resolve("classes").toString(),
                        projector + "/quarkus-app/lib/main/*",
                        projector + "/quarkus-app/lib/boot/*"),
                "dev.penstock.projector.command.Main",
                "log"));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(folder, "log", ".out");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(DataFolder.VARIABLE, folder.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("PENSTOCK_READ_DB"));
        return new Run(builder.redirectOutput(output.toFile()).start(), output);
    }

    private static Kafka kafka() {
        return Kafka.at(stack.settings().get("penstock.kafka.bootstrap"));
    }
}
