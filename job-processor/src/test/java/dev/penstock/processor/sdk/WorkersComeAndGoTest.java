package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Attempt.AttemptFailed;
import dev.penstock.api.event.Attempt.AttemptHandedBack;
import dev.penstock.api.event.Attempt.AttemptLost;
import dev.penstock.api.event.Attempt.AttemptStarted;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Json;
import dev.penstock.api.key.Keys;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Workers that leave, in good order and in none, with the real processor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkersComeAndGoTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Path folder;
    private Rig rig;
    private WriteSide processor;
    private JobClient client;

    @BeforeAll
    void open(@TempDir Path temporary) throws InterruptedException {
        folder = temporary;
        rig = new Rig(folder, TestKafka.shared());
        processor = rig.processor();
        client = JobClient.at(rig.kafka);
    }

    @AfterAll
    void close() {
        client.close();
        rig.close();
    }

    @Test
    @DisplayName("S1.11, A2: a worker's process is killed; its job is lost to it, runs elsewhere, and has not failed")
    void a_killed_workers_job_runs_elsewhere() throws Exception {
        ChildProcess doomed = WorkerMain.start(rig, folder);
        Rig.await(
                "the doomed worker has declared its queue",
                () -> String.valueOf(processor.facts().get("queues")).contains("chores"));
        JobHandle job = client.submit(NewJob.of(new EndlessChore("x")).awaited());
        EventMessage started = rig.events.await(job.job(), AttemptStarted.class);
        assertThat(((AttemptStarted) started.body()).lease().worker()).startsWith("doomed-");
        try (JobWorker other = worker("other", (chore, context) -> "elsewhere")) {
            doomed.kill();
            assertThat(client.await(job, PATIENCE).result(Json.class)).isEqualTo(new Json("\"elsewhere\""));
            // The answer comes before the commit, the events after it.
            rig.events.await(job.job(), JobCompleted.class);
            assertThat(rig.events.of(job.job()))
                    .anyMatch(e -> e instanceof AttemptLost)
                    .anyMatch(e -> e instanceof AttemptStarted s
                            && s.lease().worker().equals(other.id())
                            && s.lease().attempt() == 2)
                    .noneMatch(e -> e instanceof AttemptFailed);
        }
    }

    @Test
    @DisplayName(
            "S1.13: a worker that closes lets a job end that can, and hands back one that cannot, counted against nobody")
    void a_closing_worker_drains_and_hands_back() throws Exception {
        CountDownLatch nearlyDone = new CountDownLatch(1);
        JobWorker first = worker("first", (chore, context) -> {
            if (chore.what().equals("brief")) {
                nearlyDone.await();
                return "drained";
            }
            new CountDownLatch(1).await();
            return null;
        });
        JobHandle brief = client.submit(NewJob.of(new EndlessChore("brief")).awaited());
        JobHandle endless = client.submit(NewJob.of(new EndlessChore("endless")).awaited());
        rig.events.await(brief.job(), AttemptStarted.class);
        rig.events.await(endless.job(), AttemptStarted.class);
        Thread closing = Thread.ofPlatform().start(first::close);
        nearlyDone.countDown();
        assertThat(client.await(brief, PATIENCE).result(String.class)).isEqualTo("drained");
        try (JobWorker second = worker("second", (chore, context) -> "handed over")) {
            JobEnd end = client.await(endless, PATIENCE);
            assertThat(end.result(String.class)).isEqualTo("handed over");
            closing.join();
            rig.events.await(endless.job(), JobCompleted.class);
            assertThat(rig.events.of(endless.job()))
                    .anyMatch(e -> e instanceof AttemptHandedBack h
                            && h.lease().worker().startsWith("first-"))
                    .anyMatch(e ->
                            e instanceof AttemptStarted s && s.lease().worker().equals(second.id()))
                    .noneMatch(e -> e instanceof AttemptFailed || e instanceof AttemptLost);
        }
    }

    private JobWorker worker(String name, JobHandler<EndlessChore> handler) {
        return JobWorker.builder(rig.kafka)
                .name(name)
                .actKey(rig.keys().act(Keys.WORKER))
                .drain(Duration.ofSeconds(2))
                .handler(EndlessChore.class, handler)
                .start();
    }
}
