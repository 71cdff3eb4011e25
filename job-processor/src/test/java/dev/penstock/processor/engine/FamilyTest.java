package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Report.Await;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FamilyTest extends Clan {
    @Test
    @DisplayName("S1.15, S1.17: a parent that returns with children open completes after the last of them")
    void a_parent_completes_after_its_last_child() {
        Lease lease = parent();
        List<JobId> children = spawn(lease, 3);
        assertThat(names(world.succeed(PARENT, lease))).containsExactly("AttemptSucceeded");
        assertThat(world.job(PARENT).status()).isEqualTo(Status.WAITING_FOR_CHILDREN);
        complete(children.get(0));
        complete(children.get(1));
        assertThat(world.job(PARENT).children().open()).isEqualTo(1);
        assertThat(names(complete(children.get(2))))
                .containsExactly("AttemptStarted", "JobCompleted", "ChildEnded", "JobCompleted");
        assertThat(world.stubs.get(PARENT).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    @DisplayName("S1.16: a parent is called back once after its last child, with the children's results")
    void a_parent_is_called_back_after_all() {
        Lease lease = parent();
        List<JobId> children = spawn(lease, 2);
        world.send(new Report.AwaitChildren(PARENT, lease, Await.ALL, Duration.ofMillis(1)));
        complete(children.get(0));
        fail(children.get(1), Failure.Kind.PERMANENT);
        assertThat(world.job(PARENT).status()).as("onChildFailed is FAIL").isEqualTo(Status.FAILED);
    }

    @Test
    @DisplayName("S1.16: a parent that can do without a child is called back and sees which one failed")
    void a_parent_sees_what_became_of_its_children() {
        world.withType("t", ignoring());
        Lease second = parent();
        List<JobId> both = spawn(second, 2);
        world.send(new Report.AwaitChildren(PARENT, second, Await.ALL, Duration.ofMillis(1)));
        complete(both.get(0));
        fail(both.get(1), Failure.Kind.PERMANENT);
        WorkOrder callback = world.order(PARENT);
        assertThat(callback.attempt()).isEqualTo(2);
        assertThat(callback.children().total()).isEqualTo(2);
        assertThat(callback.children().failed()).isEqualTo(1);
        assertThat(callback.children().ended())
                .extracting("name", "status")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("child-0", Status.COMPLETED),
                        org.assertj.core.groups.Tuple.tuple("child-1", Status.FAILED));
        Lease third = world.start(PARENT, "w1");
        assertThat(names(world.succeed(PARENT, third))).containsExactly("JobCompleted");
        assertThat(world.kin).as("nothing is left but the failed child").hasSize(2);
    }

    @Test
    @DisplayName("S1.17: called back after each, a parent runs its steps in order; ends that come close share a call")
    void a_parent_is_called_back_after_each() {
        Lease lease = parent();
        List<JobId> children = spawn(lease, 3);
        world.send(new Report.AwaitChildren(PARENT, lease, Await.EACH, Duration.ofMillis(1)));
        complete(children.get(0));
        assertThat(world.order(PARENT).children().ended()).hasSize(1);
        complete(children.get(1));
        Lease first = world.start(PARENT, "w1");
        assertThat(names(world.send(new Report.AwaitChildren(PARENT, first, Await.EACH, Duration.ofMillis(1)))))
                .as("one has ended since")
                .containsExactly("ChildrenAwaited", "JobDispatched");
        Lease second = world.start(PARENT, "w1");
        assertThat(world.order(PARENT).children().ended()).hasSize(1);
        world.send(new Report.AwaitChildren(PARENT, second, Await.EACH, Duration.ofMillis(1)));
        assertThat(world.job(PARENT).status()).isEqualTo(Status.WAITING_FOR_CHILDREN);
        complete(children.get(2));
        Lease last = world.start(PARENT, "w1");
        assertThat(names(world.send(new Report.AwaitChildren(PARENT, last, Await.EACH, Duration.ofMillis(1)))))
                .as("nothing is left to await")
                .contains("AttemptFailed", "JobFailed");
    }

    @Test
    @DisplayName("B8: a parent that runs again makes no child twice, and an old lease makes none")
    void no_child_is_made_twice() {
        Lease lease = parent();
        spawn(lease, 3);
        assertThat(names(world.send(new Report.Spawn(PARENT, lease, wanted(4)))))
                .as("one is new")
                .contains("JobSubmitted");
        assertThat(world.job(PARENT).children().total()).isEqualTo(4);
        Lease old = new Lease(1, 1, 4711, "w9");
        assertThat(refusal(world.send(new Report.Spawn(PARENT, old, wanted(9)))).kind())
                .isEqualTo(RefusalKind.STALE_LEASE);
        assertThat(world.log)
                .filteredOn(o -> o instanceof Output.Signal s && s.signal() instanceof Signal.Spawned)
                .hasSize(3);
    }

    @Test
    @DisplayName("S1.15: twenty generations end one in the other")
    void a_deep_family_ends_from_below() {
        Lease lease = parent();
        List<JobId> line = new ArrayList<>(List.of(PARENT));
        for (int depth = 0; depth < 20; depth++) {
            JobId at = line.getLast();
            world.send(new Report.Spawn(at, lease, wanted(1)));
            world.succeed(at, lease);
            JobId child = child(at, 0);
            line.add(child);
            lease = world.start(child, "w1");
        }
        List<Output> last = world.succeed(line.getLast(), lease);
        assertThat(names(last)).filteredOn("JobCompleted"::equals).hasSize(21);
        assertThat(world.jobs).isEmpty();
    }

    @Test
    @DisplayName("S1.18: a batch completes after the last of its jobs, in whatever order they come and end")
    void a_batch_completes_after_its_jobs() {
        world.submit(PARENT, "{\"type\":\"penstock-batch\",\"batchOf\":3}");
        assertThat(world.job(PARENT).status()).isEqualTo(Status.WAITING_FOR_CHILDREN);
        for (int i = 0; i < 3; i++) {
            JobId job = new JobId("r1.b" + i);
            world.submit(job, "{\"type\":\"t\",\"parent\":\"r1.0\"}");
            complete(job);
        }
        assertThat(world.stubs.get(PARENT).status()).isEqualTo(Status.COMPLETED);
        assertThat(refusal(world.submit(new JobId("r1.b9"), "{\"type\":\"t\",\"parent\":\"r1.0\"}"))
                        .kind())
                .isEqualTo(RefusalKind.UNKNOWN_JOB);
    }

    @Test
    @DisplayName(
            "S1.18: a batch without a last job has nothing to run, so it is not put back into a queue that nobody works")
    void a_batch_without_a_last_job_is_not_retried() {
        world.submit(PARENT, "{\"type\":\"penstock-batch\",\"batchOf\":1}");
        world.send(new Act.Abort(PARENT));
        assertThat(refusal(world.send(new Act.Retry(PARENT))).sentence())
                .isEqualTo(
                        "Cannot retry penstock-batch r1.0: a batch without a last job has nothing to run. Retry its jobs.");
        assertThat(refusal(world.send(new Act.EditPayload(PARENT, Json.EMPTY))).kind())
                .isEqualTo(RefusalKind.NOT_CAPABLE);
    }

    @Test
    @DisplayName("B8: a child that cannot be created is refused with a sentence, and the worker told")
    void a_child_for_an_unknown_queue_is_refused() {
        Lease lease = parent();
        Report.Child lost = new Report.Child("lost", spec("{\"type\":\"t\",\"queue\":\"paegs\"}"));
        List<Output> outputs = world.send(new Report.Spawn(PARENT, lease, List.of(lost)));
        assertThat(refusal(outputs).sentence()).contains("there is no queue paegs");
        assertThat(outputs)
                .anyMatch(o ->
                        o instanceof Output.Signal s && s.signal() instanceof Signal.Spawned d && d.refusal() != null);
        assertThat(world.job(PARENT).children().total()).isZero();
    }
}
