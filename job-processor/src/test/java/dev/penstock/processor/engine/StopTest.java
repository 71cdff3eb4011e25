package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StopTest {
    private static final JobId JOB = new JobId("r1.0");
    private static final String IMPORT = "{\"type\":\"records.import\",\"payload\":{\"file\":\"a.csv\"}}";
    private final World world = new World();

    @Test
    @DisplayName("S2.15, S2.16: a stopped job goes on with its checkpoint where it left off, in the same round")
    void a_job_is_stopped_and_resumed() {
        Lease lease = running();
        world.send(new Report.Checkpoint(JOB, lease, new Json("{\"row\":1200}")));
        List<Output> stop = world.send(new Act.Stop(JOB));
        assertThat(names(stop)).containsExactly("StopRequested");
        assertThat(signals(stop)).containsExactly(new Signal.Stop(JOB, lease.number()));
        assertThat(names(world.send(new Report.Stopped(JOB, lease, Duration.ofMillis(9)))))
                .containsExactly("AttemptStopped", "JobStopped");
        assertThat(names(world.send(new Act.Resume(JOB)))).containsExactly("JobRequeued", "JobDispatched");
        WorkOrder order = world.order(JOB);
        assertThat(order.round()).isEqualTo(1);
        assertThat(order.attempt()).isEqualTo(2);
        assertThat(order.checkpoint()).isEqualTo(new Json("{\"row\":1200}"));
    }

    @Test
    @DisplayName("S2.15: what cannot be stopped half-way stays STOPPING until it completes")
    void a_handler_may_run_to_its_end() {
        Lease lease = running();
        world.send(new Act.Stop(JOB));
        assertThat(world.job(JOB).status()).isEqualTo(Status.STOPPING);
        assertThat(names(world.succeed(JOB, lease))).containsExactly("JobCompleted");
    }

    @Test
    @DisplayName("S2.17: force stop is for a job that is STOPPING, and interrupts its worker")
    void force_stop_needs_a_stop_first() {
        Lease lease = running();
        assertThat(refusal(world.send(new Act.ForceStop(JOB))).sentence())
                .contains("Cannot force stop records.import r1.0: it is RUNNING");
        world.send(new Act.Stop(JOB));
        assertThat(signals(world.send(new Act.ForceStop(JOB))))
                .containsExactly(new Signal.ForceStop(JOB, lease.number()));
    }

    @Test
    @DisplayName("C8: a lease that is lost, failed or handed back while stopping ends in STOPPED, not in a retry")
    void whatever_ends_a_stopping_attempt_stops_the_job() {
        for (int way = 0; way < 5; way++) {
            World each = new World();
            each.submit(JOB, IMPORT);
            Lease lease = each.start(JOB, "w1");
            each.send(new Act.Stop(JOB));
            Failure failure = new Failure(Failure.Kind.TRANSIENT, "E", "connection reset", "s");
            each.send(
                    switch (way) {
                        case 0 -> new Timer.WorkerLost(JOB, lease);
                        case 1 -> new Report.Failed(JOB, lease, null, Duration.ZERO, failure, null, false);
                        case 2 -> new Report.HandedBack(JOB, lease, "the worker is closing", true);
                        case 3 -> new Report.Snooze(JOB, lease, null, Duration.ofMinutes(5));
                        default -> new Act.ExpireLease(JOB, lease.number());
                    });
            assertThat(each.job(JOB).status()).as("way %d", way).isEqualTo(Status.STOPPED);
        }
    }

    @Test
    @DisplayName("S4.11: a stopped job that is not resumable can only be deleted, and it is said why")
    void a_type_may_forbid_to_go_on() {
        world.withType("records.import", capable(true, false, false));
        Lease lease = running();
        world.send(new Act.Stop(JOB));
        world.send(new Report.Stopped(JOB, lease, Duration.ofMillis(9)));
        assertThat(refusal(world.send(new Act.Resume(JOB))).sentence())
                .contains("cannot go on; it can only be deleted");
        assertThat(names(world.send(new Act.Delete(JOB)))).containsExactly("JobDeleted");
    }

    @Test
    @DisplayName("S2.15: a type that is not stoppable has no stop")
    void a_type_may_forbid_to_stop() {
        world.withType("records.import", capable(false, true, false));
        running();
        assertThat(refusal(world.send(new Act.Stop(JOB))).kind()).isEqualTo(RefusalKind.NOT_CAPABLE);
    }

    @Test
    @DisplayName("S2.19: only jobs of a restartable type run again once finished, with the payload they had")
    void a_finished_job_is_restarted() {
        world.submit(JOB, IMPORT);
        world.succeed(JOB, World.lease(world.order(JOB), "w1"));
        assertThat(refusal(world.send(new Act.Restart(JOB))).kind()).isEqualTo(RefusalKind.NOT_CAPABLE);

        JobId other = new JobId("r2.0");
        world.withType("search.reindex", capable(true, true, true));
        world.submit(other, "{\"type\":\"search.reindex\",\"payload\":{\"all\":true}}");
        world.succeed(other, World.lease(world.order(other), "w1"));
        assertThat(names(world.send(new Act.Restart(other)))).containsExactly("JobRequeued", "JobDispatched");
        assertThat(world.order(other).round()).isEqualTo(2);
        assertThat(world.order(other).payload()).isEqualTo(new Json("{\"all\":true}"));
    }

    @Test
    @DisplayName(
            "S2.20, S2.21, A4: another priority moves the dispatch to its lane and revokes the one that lies there")
    void another_priority_is_another_lane() {
        world.submit(JOB, IMPORT);
        WorkOrder first = world.order(JOB);
        List<Output> low = world.send(new Act.SetPriority(JOB, Priority.LOW));
        assertThat(names(low)).containsExactly("PriorityChanged", "JobDispatched");
        WorkOrder second = world.order(JOB);
        assertThat(second.lane()).isEqualTo(Priority.LOW);
        assertThat(low)
                .anyMatch(o -> o instanceof Output.Revoke r && r.revocation().firstGood() == second.number());
        assertThat(refusal(world.send(new Report.Started(JOB, World.lease(first, "w1"), World.delivery(), false)))
                        .kind())
                .isEqualTo(RefusalKind.STALE_LEASE);
        assertThat(names(world.send(new Act.SetPriority(JOB, Priority.LOW)))).containsExactly("CommandIgnored");
    }

    @Test
    @DisplayName("start-before: what is not started by then is given up, however late it is noticed")
    void a_deadline_is_kept() {
        world.submit(JOB, "{\"type\":\"t\",\"startBefore\":\"2026-11-22T03:00:30Z\"}");
        Lease lease = World.lease(world.order(JOB), "w1");
        world.send(new Timer.DeadlinePassed(JOB));
        assertThat(world.job(JOB).status()).as("too early").isEqualTo(Status.QUEUED);
        world.pass(Duration.ofSeconds(31));
        assertThat(names(world.send(new Report.Started(JOB, lease, World.delivery(), false))))
                .containsExactly("StaleDispatchDropped", "JobAborted");
        assertThat(world.job(JOB).status()).isEqualTo(Status.ABORTED);

        JobId other = new JobId("r2.0");
        world.submit(other, "{\"type\":\"t\",\"startBefore\":\"2026-11-22T03:01:00Z\"}");
        world.pass(Duration.ofSeconds(31));
        assertThat(names(world.send(new Timer.DeadlinePassed(other)))).containsExactly("JobAborted");
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName("S4.15, S4.16: files of a completed job are kept for their time, then the job is EXPIRED")
    void files_expire() {
        world.submit(JOB, IMPORT);
        Lease lease = world.start(JOB, "w1");
        world.send(new Report.Attach(JOB, lease, new Artifact("a.zip", "application/zip", 3, "00", "x")));
        world.succeed(JOB, lease);
        assertThat(world.job(JOB).status()).isEqualTo(Status.COMPLETED);
        world.pass(Duration.ofHours(23));
        assertThat(world.send(new Timer.ArtifactDue(JOB))).isEmpty();
        world.pass(Duration.ofHours(2));
        assertThat(names(world.send(new Timer.ArtifactDue(JOB)))).containsExactly("ArtifactExpired");
        assertThat(world.stubs.get(JOB).status()).isEqualTo(Status.EXPIRED);
    }

    private Lease running() {
        world.submit(JOB, IMPORT);
        return world.start(JOB, "w1");
    }

    private static JobPolicy capable(boolean stoppable, boolean resumable, boolean restartable) {
        return JobPolicy.DEFAULT
                .with(1, 5, JobPolicy.DEFAULT.backoff(), null)
                .with(new JobPolicy.Capabilities(stoppable, resumable, restartable, false, false));
    }

    private static List<Signal> signals(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Signal.class::isInstance)
                .map(o -> ((Output.Signal) o).signal())
                .toList();
    }
}
