package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.Keys;
import dev.penstock.api.lifecycle.AttemptEnd.Outcome;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.testing.replay.RecordedAttempt;
import dev.penstock.api.testing.replay.Recorder;
import dev.penstock.api.testing.replay.Recording;
import dev.penstock.api.testing.replay.Replay;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.outcome.SnoozeJob;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that really ran are cut out of the log and run again in the test kit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Rig rig;
    private JobClient client;
    private JobWorker worker;

    /** What to do. */
    @JobType(name = "replay.walk", description = "Walks", policy = @JobType.Policy(maxAttempts = 3, backoff = "50ms"))
    record Walk(String how, int steps) {}

    record Walked(int steps) {}

    @BeforeAll
    void open(@TempDir Path data) throws InterruptedException {
        rig = new Rig(data, TestKafka.shared());
        rig.processor();
        client = JobClient.at(rig.kafka);
        worker = JobWorker.builder(rig.kafka)
                .actKey(rig.keys().act(Keys.WORKER))
                .handler(Walk.class, ReplayTest::walk)
                .start();
    }

    @AfterAll
    void close() {
        worker.close();
        client.close();
        rig.close();
    }

    private static @Nullable Object walk(Walk walk, JobContext context) throws IOException {
        return switch (walk.how()) {
            case "stumbles" -> {
                int done = context.checkpoint(Walked.class).map(Walked::steps).orElse(0);
                if (done == 0) {
                    context.checkpoint(new Walked(walk.steps() / 2));
                    throw new IOException("The path is wet");
                }
                yield new Walked(walk.steps() - done);
            }
            case "falls" -> throw new PermanentFailure("The bridge is down");
            case "rests" -> {
                if (context.checkpoint(Walked.class).isEmpty()) {
                    context.checkpoint(new Walked(1));
                    throw new SnoozeJob(Duration.ofMillis(100));
                }
                yield null;
            }
            case "leads" -> lead(walk, context);
            default -> new Walked(walk.steps());
        };
    }

    private static @Nullable Object lead(Walk walk, JobContext context) {
        if (context.children().isPresent()) {
            int all = context.children().get().ended().stream()
                    .mapToInt(child -> child.result(Walked.class).steps())
                    .sum();
            return new Walked(all);
        }
        context.spawn("left", NewJob.of(new Walk("walks", walk.steps())));
        context.spawn("right", NewJob.of(new Walk("walks", 1)));
        context.awaitChildren(Report.Await.ALL);
        return null;
    }

    @Test
    @DisplayName("Replay: a job that failed and went on from its checkpoint ends alike in the kit, attempt by attempt")
    void fromTheCheckpoint() throws Exception {
        Recording job = recorded("stumbles", Status.COMPLETED);
        assertThat(job.attempts())
                .extracting(RecordedAttempt::outcome)
                .containsExactly(Outcome.FAILED, Outcome.SUCCEEDED);
        List<Replay.Verdict> verdicts = new Replay(job).run(ReplayTest::walk, Walk.class);
        assertThat(verdicts).hasSize(2).allMatch(Replay.Verdict::isSame).allMatch(verdict -> verdict.run() != null);
        assertThat(verdicts.getLast().run().result(Walked.class)).isEqualTo(new Walked(5));
    }

    @Test
    @DisplayName("Replay: a parent is called back with its children's results, as it was")
    void withItsChildren() throws Exception {
        Recording job = recorded("leads", Status.COMPLETED);
        assertThat(job.attempts()).extracting(RecordedAttempt::awaits).containsExactly(true, false);
        assertThat(new Replay(job).run(ReplayTest::walk, Walk.class))
                .hasSize(2)
                .allMatch(Replay.Verdict::isSame)
                .last()
                .satisfies(verdict ->
                        assertThat(verdict.run().result(Walked.class)).isEqualTo(new Walked(11)));
    }

    @Test
    void afterAPermanentFailureAndAfterASnooze() throws Exception {
        Recording fallen = recorded("falls", Status.FAILED);
        assertThat(new Replay(fallen).run(ReplayTest::walk, Walk.class))
                .hasSize(1)
                .allMatch(Replay.Verdict::isSame);
        Recording rested = recorded("rests", Status.COMPLETED);
        assertThat(rested.attempts())
                .extracting(RecordedAttempt::outcome)
                .containsExactly(Outcome.SNOOZED, Outcome.SUCCEEDED);
        assertThat(new Replay(rested).run(ReplayTest::walk, Walk.class))
                .hasSize(2)
                .allMatch(Replay.Verdict::isSame);
    }

    @Test
    @DisplayName("Replay: a handler that was mended ends otherwise, and what differs is said")
    void withAnotherHandler() throws Exception {
        Recording job = recorded("falls", Status.FAILED);
        List<Replay.Verdict> verdicts = new Replay(job).run((walk, context) -> "across", Walk.class);
        assertThat(verdicts)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.differences())
                        .containsExactly("outcome: recorded FAILED PERMANENT dev.penstock.api.worker.PermanentFailure,"
                                + " now SUCCEEDED"));
        Recording walked = recorded("walks", Status.COMPLETED);
        assertThat(new Replay(walked).run((walk, context) -> new Walked(walk.steps() + 1), Walk.class))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.differences())
                        .containsExactly("result: recorded {\"steps\":10}, now {\"steps\":11}"));
    }

    /** Runs a job to its end; its recording has been a file meanwhile. */
    private Recording recorded(String how, Status expected) throws Exception {
        JobEnd end = client.submitAndAwait(NewJob.of(new Walk(how, 10)), PATIENCE);
        assertThat(end.status()).isEqualTo(expected);
        JobId id = end.job();
        Recorder recorder = new Recorder(id);
        rig.events.await("the end of " + id, e -> e.key().equals(id.value()) && isEnd(e));
        rig.events.events().forEach(recorder::take);
        Path file = folder.resolve(how + ".json");
        recorder.recording().write(file);
        return Recording.read(file);
    }

    private static boolean isEnd(EventMessage event) {
        return event.body() instanceof Ending.JobCompleted || event.body() instanceof Ending.JobFailed;
    }
}
