package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.client.control.JobControl;
import dev.penstock.api.event.Attempt.AttemptFailed;
import dev.penstock.api.event.Attempt.AttemptHandedBack;
import dev.penstock.api.event.Attempt.AttemptStarted;
import dev.penstock.api.event.Attempt.AttemptStopped;
import dev.penstock.api.event.Attempt.CheckpointSaved;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Ending.JobStopped;
import dev.penstock.api.event.Event;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Stops as handlers meet them, with the real processor: asked for by a client's acts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopSdkTest {

    @JobType(name = "rows.import", queue = "imports")
    record Import(String manner, int rows) {}

    record Row(int next) {}

    private final AtomicBoolean mayFinish = new AtomicBoolean();
    private Rig rig;
    private JobClient client;
    private JobControl control;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.builder(rig.kafka).actKey(rig.keys().act(Keys.UI)).build();
        control = client.control();
    }

    @AfterAll
    void close() {
        client.close();
        rig.close();
    }

    private JobWorker worker(String name) {
        return JobWorker.builder(rig.kafka)
                .name(name)
                .actKey(rig.keys().act(Keys.WORKER))
                .drain(Duration.ofSeconds(5))
                .handler(Import.class, this::run)
                .start();
    }

    /** Imports row after row; it rests at the middle until it may finish. */
    private @Nullable Object run(Import work, JobContext context) throws InterruptedException {
        int first = context.checkpoint(Row.class).map(Row::next).orElse(1);
        if (work.manner().equals("deaf")) {
            Thread.sleep(Duration.ofMinutes(5));
        }
        for (int row = first; row <= work.rows(); row++) {
            context.checkpoint(new Row(row + 1));
            while (row == work.rows() / 2 && !mayFinish.get() && !context.stopRequested()) {
                Thread.sleep(10);
            }
            if (context.stopRequested()) {
                return null;
            }
        }
        return "rows " + first + " to " + work.rows();
    }

    private JobId submit(String manner) {
        mayFinish.set(false);
        JobHandle job = client.submit(NewJob.of(new Import(manner, 10)));
        return Objects.requireNonNull(job.job());
    }

    private List<? extends Event> of(JobId job) {
        return rig.events.of(job);
    }

    private void awaitRow(JobId job, int row) {
        Rig.await(
                "row " + row + " is kept",
                () -> of(job).stream()
                        .anyMatch(e -> e instanceof CheckpointSaved kept
                                && kept.state().text().equals("{\"next\":" + (row + 1) + "}")));
    }

    @Test
    @DisplayName("S2.15, S2.16: a stopped import goes on where it left off when it is resumed")
    void a_stopped_job_goes_on_where_it_left_off() throws Exception {
        try (JobWorker worker = worker("importer")) {
            assertThat(worker.isAlive()).isTrue();
            JobId job = submit("polite");
            awaitRow(job, 5);
            control.stop(job);
            rig.events.await(job, JobStopped.class);
            assertThat(of(job)).anyMatch(AttemptStopped.class::isInstance);
            mayFinish.set(true);
            control.resume(job);
            rig.events.await(job, JobCompleted.class);
            assertThat(of(job))
                    .filteredOn(JobCompleted.class::isInstance)
                    .first()
                    .extracting(done -> String.valueOf(((JobCompleted) done).result()))
                    .isEqualTo("\"rows 6 to 10\"");
            assertThat(of(job)).noneMatch(AttemptFailed.class::isInstance);
        }
    }

    @Test
    @DisplayName(
            "S2.17, S2.18: a handler that pays no heed is interrupted by a forced stop; the stopped job is then given up")
    void a_deaf_handler_is_interrupted() throws Exception {
        try (JobWorker worker = worker("deaf")) {
            assertThat(worker.isAlive()).isTrue();
            JobId job = submit("deaf");
            rig.events.await(job, AttemptStarted.class);
            control.stop(job);
            control.forceStop(job);
            rig.events.await(job, JobStopped.class);
            control.abort(job);
            rig.events.await(job, JobAborted.class);
        }
    }

    @Test
    @DisplayName("S1.13: a deploy hands a job over at its checkpoint; no attempt has failed")
    void a_deploy_is_no_failure() throws Exception {
        JobId job;
        try (JobWorker old = worker("old")) {
            assertThat(old.isAlive()).isTrue();
            job = submit("polite");
            awaitRow(job, 5);
        }
        mayFinish.set(true);
        try (JobWorker fresh = worker("fresh")) {
            assertThat(fresh.isAlive()).isTrue();
            rig.events.await(job, JobCompleted.class);
        }
        assertThat(of(job))
                .anyMatch(AttemptHandedBack.class::isInstance)
                .noneMatch(AttemptFailed.class::isInstance)
                .anyMatch(e -> e instanceof JobCompleted done
                        && String.valueOf(done.result()).contains("rows 6 to 10"));
    }

    @Test
    void a_worker_that_is_quieted_by_an_act_takes_nothing_new() throws Exception {
        try (JobWorker quiet = worker("quiet")) {
            JobId taken = submit("polite");
            awaitRow(taken, 5);
            String command = control.quiet(quiet.id());
            rig.events.await("the act is decided", e -> e.command().equals(command));
            try (JobWorker other = worker("other")) {
                JobId next = Objects.requireNonNull(
                        client.submit(NewJob.of(new Import("polite", 1))).job());
                rig.events.await(next, JobCompleted.class);
                assertThat(of(next))
                        .anyMatch(e -> e instanceof AttemptStarted s
                                && s.lease().worker().equals(other.id()));
            }
            mayFinish.set(true);
            rig.events.await(taken, JobCompleted.class);
        }
    }
}
