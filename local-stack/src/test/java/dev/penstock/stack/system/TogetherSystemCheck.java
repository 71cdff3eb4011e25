package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.Status;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.topic.Kafka;
import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.SignIn;
import dev.penstock.stack.assembly.StackFile;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.process.Build;
import dev.penstock.stack.program.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole system as {@code ./penstock demo --brokers 3} starts it. Needs the built programs, so {@code ./penstock test} runs it
 * once everything is built.
 */
class TogetherSystemCheck {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A name in code style that has no labels: such a figure is there from the start. */
    private static final Pattern METRIC =
            Pattern.compile("(?<=`)penstock_(?<program>processor|worker|projector|ui)_[a-z_]+(?=`)");

    @TempDir
    static Path folder;

    private static LocalStack stack;

    @JobType(name = "noop", queue = "bench")
    record Noop() {}

    @BeforeAll
    static void start() {
        StackPlan plan = new StackPlan(new DataFolder(folder), 3, StackPlan.DEMO, 0, 0, 0);
        stack = LocalStack.start(plan, line -> {});
    }

    @AfterAll
    static void stop() {
        List<ProcessHandle> processes = processes();
        stack.close();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void jobsGoOnWhileOneOfThreeBrokersIsDead() throws Exception {
        try (JobClient client = JobClient.at(kafka())) {
            assertThat(run(client)).isEqualTo(Status.COMPLETED);
            stack.kill(LocalStack.BROKER);
            assertThat(run(client)).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void noProgramKnowsTheDatabasePasswordOfAnother() throws IOException {
        InstallationSecrets secrets = new InstallationSecrets(folder);
        String projector = secrets.named("penstock_projector.password");
        String ui = secrets.named("penstock_ui.password");
        assertThat(configuration("processor")).doesNotContain(projector, ui).contains("penstock.kafka.bootstrap");
        assertThat(configuration("worker")).doesNotContain(projector, ui).contains("penstock.kafka.bootstrap");
        assertThat(configuration("projector")).contains(projector).doesNotContain(ui);
        assertThat(configuration("ui")).contains(ui).doesNotContain(projector);
        assertThat(secrets.inEnvironments(processes())).isEmpty();
    }

    @Test
    void noSecretStandsInALogOrOnACommandLine() throws Exception {
        try (JobClient client = JobClient.at(kafka())) {
            run(client);
        }
        InstallationSecrets secrets = new InstallationSecrets(folder);
        assertThat(secrets.all()).hasSizeGreaterThan(5);
        assertThat(secrets.inLogs(folder)).isEmpty();
        assertThat(secrets.inCommandLines(processes())).isEmpty();
    }

    @Test
    void whatHoldsASecretIsReadableByItsOwnerOnly() throws IOException {
        InstallationSecrets secrets = new InstallationSecrets(folder);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                if (secrets.all().values().stream().anyMatch(text::contains)) {
                    assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(file)))
                            .as("%s", file)
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void theWholeSystemStaysBelowItsMemoryBound() {
        long bytes = stack.memory().values().stream().mapToLong(Long::longValue).sum();
        assertThat(bytes).isPositive().isLessThan(2L << 30);
    }

    @Test
    void everyProgramCountsWhatThePageForOperatorsNames() throws Exception {
        try (JobClient client = JobClient.at(kafka())) {
            run(client);
        }
        String page = Files.readString(Build.top().resolve("docs/operations.md"));
        List<MatchResult> named = METRIC.matcher(page).results().toList();
        assertThat(named).hasSizeGreaterThan(8);
        for (MatchResult metric : named) {
            Program program = Program.valueOf(metric.group("program").toUpperCase(Locale.ROOT));
            // Prometheus adds the suffix of a summary or timer itself.
            assertThat(metrics(program))
                    .as("metrics of the %s", program.word())
                    .containsPattern("(?m)^" + metric.group() + "(_count)?[ {]");
        }
    }

    private static String metrics(Program program) throws Exception {
        URI address = URI.create(stack.url(program) + "/q/metrics");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer " + SignIn.token(stack.settings()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Status run(JobClient client) throws Exception {
        return client.submitAndAwait(NewJob.of(new Noop()), PATIENCE).status();
    }

    private static Kafka kafka() {
        return Kafka.at(stack.settings().get("penstock.kafka.bootstrap"));
    }

    private static String configuration(String program) throws IOException {
        return Files.readString(folder.resolve("config").resolve(program + ".properties"));
    }

    private static List<ProcessHandle> processes() {
        return StackFile.read(new DataFolder(folder)).orElseThrow().processes().values().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }
}
