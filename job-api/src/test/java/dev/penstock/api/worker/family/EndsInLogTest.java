package dev.penstock.api.worker.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndsInLogTest {
    private static final JobId PARENT = JobId.of("r", "0");
    private static final Lease LEASE = new Lease(1, 1, 7, "w");

    private final List<EventMessage> log = new ArrayList<>();

    private void event(JobId job, Event body) {
        log.add(new EventMessage(
                job.value(), 1, "c", true, Actor.system("p"), null, Instant.EPOCH, "default", null, null, null, body));
    }

    private JobId born(String rest, @Nullable JobId parent, int generation) {
        JobId job = JobId.of("r", rest);
        event(
                job,
                new Submission.JobSubmitted(
                        NewJob.of("page.index", Json.EMPTY).spec(Instant.EPOCH),
                        JobPolicy.DEFAULT,
                        parent,
                        PARENT,
                        new Submission.Birth("name-" + rest, 1, generation),
                        null));
        return job;
    }

    private void ended(JobId job, Status status) {
        event(PARENT, new FamilyEvent.ChildEnded(job, status));
    }

    private List<ChildEnd> ends() {
        return new EndsInLog(PARENT).in(log.stream()).toList();
    }

    @Test
    @DisplayName("S1.16: results and errors of a job's own children, in the order of their ends")
    void ends_are_found() {
        JobId one = born("1", PARENT, 1);
        JobId two = born("2", PARENT, 1);
        JobId grandchild = born("3", one, 1);
        event(grandchild, new Ending.JobCompleted(LEASE, Duration.ZERO, new Json("3")));
        event(one, new FamilyEvent.ChildEnded(grandchild, Status.COMPLETED));
        Failure failure = new Failure(Failure.Kind.PERMANENT, "IOException", "disk full", "");
        event(two, new Attempt.AttemptFailed(LEASE, Duration.ZERO, failure));
        event(two, new Ending.JobFailed(Ending.JobFailed.Why.PERMANENT, false));
        ended(two, Status.FAILED);
        event(one, new Attempt.AttemptSucceeded(LEASE, Duration.ZERO, new Json("\"early\"")));
        event(one, new Ending.JobCompleted(null, Duration.ZERO, null));
        ended(one, Status.COMPLETED);
        assertThat(ends()).extracting(ChildEnd::name).containsExactly("name-2", "name-1");
        assertThat(ends().getFirst().error()).isEqualTo("disk full");
        assertThat(ends().getLast().result(String.class)).isEqualTo("early");
        assertThatThrownBy(() -> ends().getFirst().result(String.class))
                .hasMessageContaining("FAILED and has no result");
    }

    @Test
    void a_stopped_child_has_not_ended_and_one_of_an_older_generation_is_of_no_interest() {
        JobId old = born("1", PARENT, 1);
        JobId stopped = born("2", PARENT, 2);
        event(old, new Ending.JobCompleted(LEASE, Duration.ZERO, null));
        ended(old, Status.COMPLETED);
        ended(stopped, Status.STOPPED);
        assertThat(ends()).isEmpty();
        event(stopped, new Ending.JobAborted("given up"));
        ended(stopped, Status.ABORTED);
        assertThat(ends()).extracting(ChildEnd::error).containsExactly("given up");
    }
}
