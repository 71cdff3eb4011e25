package dev.penstock.processor.due;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Control;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Evolution;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.detect.Remaining;
import dev.penstock.processor.due.Glance.Kind;
import dev.penstock.processor.kin.Kin;
import dev.penstock.processor.kin.TurnLane;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PartitionTimersTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final JobId JOB = new JobId("r.0");
    private static final Shelf EMPTY = (entries, each) -> {};

    private static final JobEvent SUBMITTED = new Submission.JobSubmitted(
            new JobSpec(
                    "t", 1, null, "mail", null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null),
            JobPolicy.DEFAULT,
            null,
            JOB,
            null,
            new Submission.Dispatch(1, 1, 0, Priority.NORMAL, false));

    private final SentInMemory out = new SentInMemory();
    private final List<Timer> sent = out.timers;
    private final Map<JobId, Glance> store = new HashMap<>();
    private @Nullable Instant now = START;
    private @Nullable Remaining left;
    private final PartitionTimers timers = new PartitionTimers(
            new Watch(() -> now, new NobodyDies(), (queue, lane, job) -> left, (queue, root) -> null),
            Duration.ofSeconds(60),
            out);

    @Test
    @DisplayName("B9: a wait that nobody ended is ended 5 s late, again and again until it has an effect")
    void anOverdueWaitIsEndedAgainAndAgain() {
        store.put(JOB, new Glance(Kind.WAITING, 4, START, "", ""));
        at(4);
        assertThat(sent).isEmpty();
        at(5);
        at(6);
        assertThat(sent).containsExactly(new Timer.DelayElapsed(JOB, 4));
        at(8);
        assertThat(sent).hasSize(2);
        store.clear();
        at(20);
        assertThat(sent).hasSize(2);
    }

    @Test
    @DisplayName("A3: a dispatch is lost only if a look at the work topic taken after the suspicion says so too")
    void aDispatchIsLostOnlyIfALaterLookSaysSoToo() {
        store.put(JOB, new Glance(Kind.DISPATCHED, 9, START, "mail", "normal"));
        left = new Remaining(START.plusSeconds(61), null);
        at(62);
        at(66);
        assertThat(sent).isEmpty();
        left = new Remaining(START.plusSeconds(70), null);
        at(71);
        assertThat(sent).containsExactly(new Timer.DispatchLost(JOB, 9));
    }

    @Test
    @DisplayName("A3: a suspicion that a later look does not confirm is dropped")
    void aSuspicionIsDropped() {
        store.put(JOB, new Glance(Kind.DISPATCHED, 9, START, "mail", "normal"));
        left = new Remaining(START.plusSeconds(61), null);
        at(62);
        left = new Remaining(START.plusSeconds(70), START);
        at(71);
        left = new Remaining(START.plusSeconds(78), null);
        at(79);
        assertThat(sent).isEmpty();
    }

    @Test
    void aJobPastItsDeleteAfterDateIsDue() {
        store.put(JOB, new Glance(Kind.KEPT, 0, START.plusSeconds(10), "", ""));
        at(9);
        assertThat(sent).isEmpty();
        at(10);
        assertThat(sent).containsExactly(new Timer.RetentionDue(JOB));
    }

    @Test
    @DisplayName("A8: without the log's clock nothing is due")
    void withoutTheLogsClockNothingIsDue() {
        store.put(JOB, new Glance(Kind.WAITING, 4, Instant.EPOCH, "", ""));
        now = null;
        timers.tick();
        timers.scan(this::shelf, EMPTY, 100);
        assertThat(sent).isEmpty();
    }

    private void at(int second) {
        now = START.plusSeconds(second);
        timers.tick();
        timers.scan(this::shelf, EMPTY, 100);
    }

    @Test
    @DisplayName("C8: a stop is said again until the job has left STOPPING, and a force stop in its place")
    void aStopIsSaidAgainUntilItHasAnEffect() {
        Lease lease = new Lease(1, 1, 0, "w1");
        Job running = fold(fold(null, SUBMITTED), new Attempt.AttemptStarted(lease, null, START, false));
        Job stopping = fold(running, new Control.StopRequested());
        timers.changed(running);
        at(1);
        assertThat(out.signals).isEmpty();
        timers.changed(stopping);
        at(2);
        at(3);
        at(6);
        assertThat(out.signals).containsExactly(new Signal.Stop(JOB, 0), new Signal.Stop(JOB, 0));
        timers.changed(fold(stopping, new Control.ForceStopRequested()));
        at(7);
        assertThat(out.signals.getLast()).isEqualTo(new Signal.ForceStop(JOB, 0));
        timers.gone(JOB);
        at(20);
        assertThat(out.signals).hasSize(3);
    }

    @Test
    @DisplayName(
            "A1: the rest of an act on a family is asked for again, ever more patiently, until it has reached all of it")
    void theRestOfAnActIsAskedForAgain() {
        Job parent = fold(fold(null, SUBMITTED), new FamilyEvent.ChildrenSpawned(List.of(new JobId("r.1"))));
        Job stopping = fold(parent, new Control.StopRequested());
        timers.changed(stopping);
        at(4);
        assertThat(sent).isEmpty();
        at(5);
        assertThat(sent).containsExactly(new Timer.Continue(JOB, "again", ""));
        at(14);
        assertThat(sent).hasSize(1);
        at(15);
        assertThat(sent).hasSize(2);
        timers.changed(fold(stopping, new FamilyEvent.ChildEnded(new JobId("r.1"), Status.STOPPED)));
        at(600);
        assertThat(sent).hasSize(2);
    }

    @Test
    @DisplayName("B6: members who wait for a turn are looked at again, in case a setting has made room")
    void turnsAreTakenAgain() {
        TurnLane lane = new TurnLane(JOB, "mail", Priority.NORMAL);
        Kin waiting = new Kin(null, 3, 0, 0, null, 0, null, null);
        timers.changed("c/r.0/mail/normal", waiting);
        at(1);
        at(5);
        assertThat(sent).containsExactly(lane.again(), lane.again());
        timers.changed("c/r.0/mail/normal", (Kin) null);
        at(20);
        assertThat(sent).hasSize(2);
    }

    private static Job fold(@Nullable Job job, JobEvent event) {
        long version = job == null ? 1 : job.version() + 1;
        return Objects.requireNonNull(Evolution.evolve(
                job,
                new EventMessage(
                        JOB.value(),
                        version,
                        "c",
                        true,
                        Actor.system("test"),
                        null,
                        START,
                        "default",
                        null,
                        null,
                        null,
                        event)));
    }

    private void shelf(int entries, Shelf.Look each) {
        store.forEach(each::at);
    }

    private static final class NobodyDies implements Watch.Workers {
        @Override
        public boolean isSilent(String worker) {
            return false;
        }

        @Override
        public boolean isLeaked(JobId job, Lease lease, Instant since) {
            return false;
        }
    }
}
