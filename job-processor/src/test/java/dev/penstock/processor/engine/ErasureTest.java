package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Timer;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Status;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an erasure leaves of a job that has ended. */
class ErasureTest {
    private static final JobId JOB = new JobId("r1.0");

    private final World world = new World();

    @Test
    @DisplayName("B15: a completed job whose subject was erased is still completed, and goes at its Delete After date")
    void a_completed_job_stays_one() {
        completed();
        assertThat(names(world.send(new Act.EraseSubject(JOB, "s1")))).containsExactly("SubjectErased");
        assertThat(world.stubs.get(JOB).deleted()).isFalse();
        assertThat(world.stubs.get(JOB).status()).isEqualTo(Status.COMPLETED);
        world.pass(Duration.ofDays(31));
        assertThat(names(world.send(new Timer.RetentionDue(JOB)))).containsExactly("JobDeleted");
        assertThat(world.stubs).isEmpty();
    }

    @Test
    void a_person_can_delete_it_after_its_subject_was_erased() {
        completed();
        world.send(new Act.EraseSubject(JOB, "s1"));
        assertThat(names(world.send(new Act.Delete(JOB)))).containsExactly("JobDeleted");
        assertThat(world.stubs.get(JOB).deleted()).isTrue();
        assertThat(names(world.send(new Act.EraseSubject(JOB, "s1")))).containsExactly("CommandRefused");
    }

    private void completed() {
        world.submit(JOB, "{\"type\":\"email.send\",\"payload\":{\"to\":\"ana\"}}");
        world.succeed(JOB, World.lease(world.order(JOB), "w1"));
    }
}
