package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A revoked dispatch may lie in the work topic several times; the first copy that is dropped says nothing of the others. */
class RevokingTest {
    private static final JobId JOB = new JobId("r1.0");
    private final World world = new World();

    @Test
    @DisplayName("A4: after DispatchLost and Abort no dropped copy removes the revocation or runs the job")
    void a_dropped_copy_changes_nothing() {
        world.submit(JOB, "{\"type\":\"t\"}");
        WorkOrder first = world.order(JOB);
        world.send(new Timer.DispatchLost(JOB, first.number()));
        WorkOrder second = world.order(JOB);
        assertThat(revoked(world.send(new Act.Abort(JOB)))).containsExactly(Long.MAX_VALUE);
        for (WorkOrder copy : List.of(first, second, first)) {
            assertThat(world.send(new Report.StaleDropped(JOB, World.lease(copy, "w1"))))
                    .isEmpty();
        }
        world.send(new Act.Delete(JOB));
        assertThat(world.send(new Report.StaleDropped(JOB, World.lease(second, "w1"))))
                .as("of a deleted job: a copy, nothing for the log")
                .isEmpty();
    }

    @Test
    @DisplayName("A4: a retried job is not held up by the revocation that its abort left")
    void a_retried_job_is_good_again() {
        world.submit(JOB, "{\"type\":\"t\"}");
        world.send(new Act.Abort(JOB));
        List<Output> retried = world.send(new Act.Retry(JOB));
        assertThat(revoked(retried)).containsExactly(world.order(JOB).number());
        assertThat(world.job(JOB).status()).isEqualTo(Status.QUEUED);
    }

    @Test
    @DisplayName("A4: a good dispatch that was dropped by mistake is made again, and the mistake overwritten")
    void a_revocation_of_an_aborted_transaction_heals() {
        world.submit(JOB, "{\"type\":\"t\"}");
        List<Output> healed = world.send(new Report.StaleDropped(JOB, World.lease(world.order(JOB), "w1")));
        assertThat(names(healed)).containsExactly("StaleDispatchDropped", "JobDispatched");
        assertThat(revoked(healed)).containsExactly(world.order(JOB).number());
        assertThat(world.order(JOB).claim())
                .as("who gets it asks first, and does not drop it again")
                .isTrue();
    }

    private static List<Long> revoked(List<Output> outputs) {
        return outputs.stream()
                .filter(Output.Revoke.class::isInstance)
                .map(o -> ((Output.Revoke) o).revocation().firstGood())
                .toList();
    }
}
