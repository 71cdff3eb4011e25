package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.processor.kin.TurnLane;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FamilyControlTest extends Clan {
    @Test
    @DisplayName(
            "S2.24, B6: at most a window of a family lies in a lane; each that starts makes room for the next in line")
    void members_take_turns() {
        world.settings.put("queue/default", window(10));
        Lease lease = parent();
        List<JobId> children = spawn(lease, 25);
        assertThat(lying(children)).containsExactlyElementsOf(children.subList(0, 10));
        world.start(children.get(3), "w1");
        assertThat(lying(children))
                .hasSize(10)
                .contains(children.get(10))
                .doesNotContain(children.get(3), children.get(11));
        children.subList(0, 11).forEach(this::completeIfLive);
        assertThat(lying(children)).containsExactlyElementsOf(children.subList(11, 21));
        world.settings.put("queue/default", window(12));
        world.send(new TurnLane(PARENT, "default", dev.penstock.api.job.Priority.NORMAL).again());
        assertThat(lying(children)).as("a wider window").hasSize(12);
    }

    @Test
    @DisplayName(
            "S2.24, B6: while another root waits, no more are dispatched of a family that runs on half of the slots")
    void a_family_leaves_half_to_those_who_wait() {
        world.settings.put("queue/default", window(4));
        List<JobId> children = spawn(parent(), 20);
        world.share = 3; // the parent is no member
        children.subList(0, 2).forEach(child -> world.start(child, "w1"));
        assertThat(lying(children)).as("two run: room for all that start").hasSize(4);
        world.start(children.get(2), "w1");
        assertThat(lying(children)).as("three run: nobody follows").hasSize(3);
        completeIfLive(children.get(0));
        assertThat(lying(children)).as("one has ended: the lane fills again").hasSize(4);
        world.start(children.get(3), "w1");
        world.share = null;
        completeIfLive(children.get(1));
        assertThat(lying(children)).as("nobody else waits").hasSize(4);
        world.start(children.get(4), "w1");
        assertThat(lying(children)).hasSize(4);
    }

    @Test
    @DisplayName(
            "S2.15: stopping a family stops what waits at once and what runs when its handler ends; then the parent")
    void a_family_is_stopped_and_resumed() {
        Lease lease = parent();
        List<JobId> children = spawn(lease, 600, 500);
        world.succeed(PARENT, lease);
        Lease running = world.start(children.get(0), "w1");
        complete(children.get(1));
        world.send(new Act.Stop(PARENT));
        assertThat(world.job(PARENT).status()).isEqualTo(Status.STOPPING);
        world.settle();
        assertThat(world.job(children.get(0)).status()).isEqualTo(Status.STOPPING);
        assertThat(children.subList(2, 600))
                .allSatisfy(c -> assertThat(world.job(c).status()).isEqualTo(Status.STOPPED));
        assertThat(revoked(children)).as("what lay in a work topic").isEqualTo(100);
        world.send(new Report.Stopped(children.get(0), running, Duration.ofMillis(4)));
        assertThat(world.job(PARENT).status()).isEqualTo(Status.STOPPED);
        assertThat(refusal(world.send(new Act.Resume(children.get(5)))).sentence())
                .contains("its parent r1.0 is STOPPED");

        world.send(new Act.Resume(PARENT));
        world.settle();
        assertThat(world.job(PARENT).status()).isEqualTo(Status.WAITING_FOR_CHILDREN);
        children.forEach(this::completeIfLive);
        assertThat(world.stubs.get(PARENT).status()).isEqualTo(Status.COMPLETED);
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName("S2.18: a family that is given up ends with its parent; none of it runs any more")
    void a_family_is_aborted() {
        Lease lease = parent();
        List<JobId> children = spawn(lease, 300);
        world.succeed(PARENT, lease);
        Lease running = world.start(children.get(0), "w1");
        world.send(new Act.Abort(PARENT));
        world.settle();
        assertThat(world.job(PARENT).status()).as("one child still runs").isEqualTo(Status.STOPPING);
        world.send(new Report.Stopped(children.get(0), running, Duration.ofMillis(4)));
        assertThat(world.job(PARENT).status()).isEqualTo(Status.ABORTED);
        assertThat(children).allSatisfy(c -> assertThat(world.job(c).status()).isEqualTo(Status.ABORTED));
    }

    @Test
    @DisplayName("S1.16: a child that is retried while its parent waits is waited for again")
    void a_retried_child_is_waited_for() {
        world.withType("t", ignoring());
        Lease lease = parent();
        List<JobId> children = spawn(lease, 2);
        world.succeed(PARENT, lease);
        fail(children.get(0), Failure.Kind.PERMANENT);
        world.send(new Act.Retry(children.get(0)));
        complete(children.get(1));
        assertThat(world.job(PARENT).status()).isEqualTo(Status.WAITING_FOR_CHILDREN);
        complete(children.get(0));
        assertThat(world.stubs.get(PARENT).status()).isEqualTo(Status.COMPLETED);
    }
}
