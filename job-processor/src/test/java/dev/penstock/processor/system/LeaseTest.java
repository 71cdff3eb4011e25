package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.Beat.Held;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Attempt.AttemptLost;
import dev.penstock.api.event.Ending;
import dev.penstock.api.job.JobId;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseTest {
    private static final String FIELDS = "\"type\":\"email.send\",\"queue\":\"mail\"";

    private Rig rig;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        rig = new Rig(folder, 4);
        rig.processor();
        rig.queue("mail");
    }

    @AfterAll
    void close() {
        rig.close();
    }

    @Test
    @DisplayName(
            "S1.11, A8: the jobs of a worker that falls silent are dispatched again, and its late report changes nothing")
    void theJobsOfASilentWorkerAreDispatchedAgain() {
        JobId job = rig.submit("silent", FIELDS);
        Hand dead = rig.hand("mail").beating();
        WorkOrder first = dead.dispatch(job, 1);
        dead.started(first);
        rig.events.await(job, Attempt.AttemptStarted.class);
        dead.close();

        AttemptLost lost =
                (AttemptLost) rig.events.await(job, AttemptLost.class).body();
        assertThat(lost.cause()).isEqualTo(AttemptLost.Cause.WORKER_SILENT);
        Hand next = rig.hand("mail").beating();
        WorkOrder second = next.dispatch(job, 2);
        dead.succeeded(first);
        next.succeeded(second);
        rig.events.await(job, Ending.JobCompleted.class);
        assertThat(rig.events.of(job))
                .filteredOn(e -> e instanceof Ending.JobCompleted)
                .hasSize(1);
    }

    @Test
    @DisplayName("A2: a lease that its worker no longer lists is lost, though the worker lives")
    void aLeaseThatIsNoLongerListedIsLost() {
        JobId kept = rig.submit("kept", FIELDS);
        JobId leaked = rig.submit("leaked", FIELDS);
        Hand worker = rig.hand("mail").beating();
        WorkOrder first = worker.dispatch(kept, 1);
        WorkOrder second = worker.dispatch(leaked, 1);
        worker.started(first);
        worker.started(second);
        worker.lists = List.of(new Held(kept, first.number()));

        AttemptLost lost =
                (AttemptLost) rig.events.await(leaked, AttemptLost.class).body();
        assertThat(lost.cause()).isEqualTo(AttemptLost.Cause.LEASE_NOT_LISTED);
        worker.dispatch(leaked, 2);
        assertThat(rig.events.of(kept)).noneMatch(e -> e instanceof AttemptLost);
    }

    @Test
    @DisplayName("A2: a lease that the log does not grant is answered with drop")
    void aLeaseThatTheLogDoesNotGrantIsDropped() {
        JobId job = rig.submit("dropped", FIELDS);
        Hand worker = rig.hand("mail").beating();
        worker.dispatch(job, 1);
        worker.lists = List.of(new Held(job, 4711));
        Topic signals = rig.topic(rig.kafka.topics().signals(), false);
        Rig.await(
                "drop",
                () -> signals.all().stream()
                        .filter(r -> r.key().equals(worker.id))
                        .map(LeaseTest::signal)
                        .anyMatch(s -> s instanceof Signal.Drop d && d.job().equals(job) && d.lease() == 4711));
    }

    private static Signal signal(ConsumerRecord<String, byte[]> record) {
        try {
            return Wire.read(record.value(), Signal.class);
        } catch (UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }
}
