package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.Keys;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Handlers that do what handlers should not, on a worker that must go on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadHandlersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Rig rig;
    private JobClient client;
    private JobWorker worker;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.at(rig.kafka);
        worker = JobWorker.builder(rig.kafka)
                .actKey(rig.keys().act(Keys.WORKER))
                .drain(Duration.ofSeconds(1))
                .concurrency(2)
                .handler(Chore.class, this::run)
                .start();
        Rig.await("the type's time-out is known", () -> {
            var job = client.submit(NewJob.of(new Chore("nothing"))).job();
            JobSubmitted submitted =
                    (JobSubmitted) rig.events.await(job, JobSubmitted.class).body();
            return submitted.policy().timeout() != null;
        });
    }

    @AfterAll
    void close() {
        released.countDown();
        worker.close();
        client.close();
        rig.close();
    }

    private @Nullable Object run(Chore chore, JobContext context) throws InterruptedException {
        return switch (chore.what()) {
            case "overflow" -> throw new StackOverflowError("too deep");
            case "missing" -> throw new NoClassDefFoundError("com/example/Gone");
            case "never" -> {
                try {
                    yield new CountDownLatch(1).await(1, TimeUnit.DAYS);
                } finally {
                    interrupted.countDown();
                }
            }
            default -> null;
        };
    }

    @Test
    void an_error_fails_the_job_at_once_and_the_worker_goes_on() throws Exception {
        assertThat(end("overflow")).returns(Status.FAILED, JobEnd::status).returns("too deep", JobEnd::message);
        assertThat(end("missing")).returns(Status.FAILED, JobEnd::status).returns("com/example/Gone", JobEnd::message);
        assertThat(end("nothing").status()).isEqualTo(Status.COMPLETED);
        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void null_is_a_result_like_any_other() throws Exception {
        assertThat(end("nothing"))
                .returns(Status.COMPLETED, JobEnd::status)
                .returns(null, JobEnd::result)
                .returns(null, JobEnd::message);
    }

    @Test
    @DisplayName(
            "B11: a handler that never returns is interrupted after its type's time-out, and its job fails with what to do")
    void a_handler_that_never_returns_is_cut_off() throws Exception {
        JobEnd end = end("never");
        assertThat(end.status()).isEqualTo(Status.FAILED);
        assertThat(end.message())
                .contains("its type allows 3.0 s")
                .contains(
                        "Raise the time-out of chore.do on the page of settings, or let its handler do less at a time");
        assertThat(interrupted.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it was interrupted")
                .isTrue();
        Rig.await("its slots are free again", () -> worker.busy() == 0);
        assertThat(end("nothing").status()).isEqualTo(Status.COMPLETED);
    }

    private JobEnd end(String what) throws Exception {
        return client.submitAndAwait(NewJob.of(new Chore(what)), PATIENCE);
    }
}
