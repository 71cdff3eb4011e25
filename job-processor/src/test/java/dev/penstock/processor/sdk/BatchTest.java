package dev.penstock.processor.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.Batch;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent.ChildrenSpawned;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.api.key.Keys;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.family.Children;
import dev.penstock.processor.system.Rig;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Many jobs under one id, with the real processor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @JobType(name = "invoice.send", queue = "invoices")
    record Invoice(int number) {}

    @JobType(name = "invoices.report", queue = "invoices")
    record Report(String month) {}

    private final AtomicInteger sent = new AtomicInteger();
    private Rig rig;
    private JobClient client;
    private JobWorker worker;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, TestKafka.shared());
        rig.processor();
        client = JobClient.builder(rig.kafka).idSecret(rig.keys().ids()).build();
        worker = JobWorker.builder(rig.kafka)
                .actKey(rig.keys().act(Keys.WORKER))
                .handler(Invoice.class, (invoice, context) -> sent.incrementAndGet())
                .handler(Report.class, (report, context) -> {
                    Children children = context.children().orElseThrow();
                    return report.month() + ": " + children.total() + " sent, " + children.failed() + " failed";
                })
                .start();
    }

    @AfterAll
    void close() {
        worker.close();
        client.close();
        rig.close();
    }

    private static Batch filled(Batch batch, int jobs) {
        for (int i = 1; i <= jobs; i++) {
            batch.add(NewJob.of(new Invoice(i)));
        }
        return batch;
    }

    private long of(JobId job, Class<?> event) {
        return rig.events.of(job).stream().filter(event::isInstance).count();
    }

    @Test
    @DisplayName("S4.17: a batch is one id over its jobs, completes after the last, and makes nothing twice")
    void a_batch_completes_after_its_jobs() throws Exception {
        Batch.Submitted first = filled(client.batch("november").idempotencyKey("invoices-11"), 40)
                .submit();
        JobId id = Objects.requireNonNull(first.batch().job());
        rig.events.await(id, JobCompleted.class);
        assertThat(sent).hasValue(40);
        Batch.Submitted again = filled(client.batch("november").idempotencyKey("invoices-11"), 40)
                .submit();
        assertThat(again.jobs().stream().map(JobHandle::job).toList())
                .isEqualTo(first.jobs().stream().map(JobHandle::job).toList());
        String last = again.jobs().getLast().command();
        EventMessage answer =
                rig.events.await("the last is answered", e -> e.command().equals(last));
        assertThat(answer.body()).isNotInstanceOf(JobSubmitted.class).isNotInstanceOf(CommandRefused.class);
        assertThat(of(id, ChildrenSpawned.class)).isEqualTo(40);
        assertThat(sent).hasValue(40);
    }

    @Test
    void the_job_that_a_batch_was_made_of_runs_last_and_learns_how_the_others_ended() throws Exception {
        NewJob report = NewJob.of(new Report("december")).awaited();
        Batch.Submitted batch = filled(client.batch("december", report), 10).submit();
        assertThat(client.await(batch.batch(), PATIENCE).result(String.class)).isEqualTo("december: 10 sent, 0 failed");
    }

    @Test
    void a_batch_that_cannot_be_submitted_whole_is_not_submitted_at_all() {
        assertThatThrownBy(() -> client.batch("empty").submit()).hasMessageContaining("has no jobs");
        assertThatThrownBy(() -> client.batch("bad")
                        .add(NewJob.of(new Invoice(1)).idempotencyKey("k"))
                        .submit())
                .hasMessageContaining("give the key to the batch");
        try (JobClient ignorant = JobClient.at(rig.kafka)) {
            assertThatThrownBy(() -> filled(ignorant.batch("keyed").idempotencyKey("k"), 1)
                            .submit())
                    .hasMessageContaining("give the client the id secret");
        }
    }
}
