package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UniqueTest {
    private final World world = new World();
    private int jobs;

    @Test
    @DisplayName("B1: while a unique job has not ended a second one is ignored; afterwards another may come")
    void a_second_one_is_ignored_while_the_first_lives() {
        JobId first = submit("IGNORE", null);
        List<Output> second = again("IGNORE", null);
        assertThat(names(second)).containsExactly("CommandIgnored");
        complete(first);
        JobId third = submit("IGNORE", null);
        assertThat(third).isNotEqualTo(first);
        complete(third);
        assertThat(world.kin).isEmpty();
    }

    @Test
    void a_second_one_is_refused_with_the_first_ones_name() {
        JobId first = submit("REFUSE", null);
        assertThat(refusal(again("REFUSE", null)).kind()).isEqualTo(RefusalKind.CONFLICT);
        assertThat(refusal(again("REFUSE", null)).sentence()).contains(first.value());
    }

    @Test
    @DisplayName("B1: a key with a period stays taken until the period is over, though the job has ended")
    void a_period_holds_beyond_the_end() {
        JobId first = submit("IGNORE", Duration.ofMinutes(10));
        complete(first);
        world.pass(Duration.ofMinutes(9));
        assertThat(names(again("IGNORE", Duration.ofMinutes(10)))).containsExactly("CommandIgnored");
        world.pass(Duration.ofMinutes(2));
        submit("IGNORE", Duration.ofMinutes(10));
    }

    @Test
    @DisplayName("onConflict replace: one that waits is given up, and the new one dispatched at once")
    void a_waiting_one_is_replaced_at_once() {
        JobId first = submit("REPLACE", null);
        JobId second = submit("REPLACE", null);
        assertThat(world.job(first).status()).isEqualTo(Status.ABORTED);
        assertThat(world.order(second)).isNotNull();
        assertThat(refusal(world.send(new Act.Retry(first))).sentence()).contains("there is " + second + " already");
    }

    @Test
    @DisplayName("onConflict replace: one that runs is given up, and the new one starts when it has ended")
    void a_running_one_is_replaced_when_it_has_ended() {
        JobId first = submit("REPLACE", null);
        Lease lease = world.start(first, "w1");
        JobId second = submit("REPLACE", null);
        assertThat(world.job(first).status()).isEqualTo(Status.STOPPING);
        assertThat(world.job(second).status()).isEqualTo(Status.SCHEDULED);
        JobId third = submit("REPLACE", null);
        assertThat(world.job(second).status()).as("replaced before it began").isEqualTo(Status.ABORTED);
        assertThat(world.job(third).status()).isEqualTo(Status.SCHEDULED);
        assertThat(stopped(first, lease)).containsExactly("AttemptStopped", "JobAborted", "JobDispatched");
        complete(third);
        assertThat(world.jobs.values()).extracting("status").containsOnly(Status.ABORTED);
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName(
            "onConflict replace: one with a start time waits for it and for the end of the one that runs, whichever is later")
    void a_scheduled_replacement_waits_for_both() {
        JobId first = submit("REPLACE", null);
        Lease lease = world.start(first, "w1");
        JobId second = scheduled(Duration.ofMinutes(1));
        world.pass(Duration.ofMinutes(2));
        assertThat(names(elapse(second))).containsExactly("PredecessorAwaited");
        assertThat(world.job(second).status()).isEqualTo(Status.SCHEDULED);
        assertThat(stopped(first, lease)).containsExactly("AttemptStopped", "JobAborted", "JobDispatched");
        complete(second);
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName(
            "onConflict replace: one with a start time does not begin before it, though the one that ran has ended")
    void a_scheduled_replacement_does_not_begin_early() {
        JobId first = submit("REPLACE", null);
        Lease lease = world.start(first, "w1");
        JobId second = scheduled(Duration.ofMinutes(1));
        assertThat(stopped(first, lease)).containsExactly("AttemptStopped", "JobAborted");
        world.pass(Duration.ofMinutes(2));
        assertThat(names(elapse(second))).containsExactly("JobDispatched");
        complete(second);
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName("run now: a replacement gives up its start time, not its wait for the one that runs")
    void run_now_does_not_overtake_the_one_that_runs() {
        JobId first = submit("REPLACE", null);
        Lease lease = world.start(first, "w1");
        JobId second = scheduled(Duration.ofMinutes(1));
        assertThat(names(world.send(new Act.RunNow(second)))).containsExactly("PredecessorAwaited");
        assertThat(names(world.send(new Act.RunNow(second)))).containsExactly("CommandIgnored");
        assertThat(stopped(first, lease)).containsExactly("AttemptStopped", "JobAborted", "JobDispatched");
    }

    @Test
    @DisplayName("B1: when a replacement is given up before it began, the one that runs has the key as before")
    void the_key_goes_back_to_the_one_that_runs() {
        JobId first = submit("REPLACE", null);
        Lease lease = world.start(first, "w1");
        JobId second = submit("REPLACE", null);
        world.send(new Act.Abort(second));
        assertThat(names(again("IGNORE", null))).containsExactly("CommandIgnored");
        JobId third = submit("REPLACE", null);
        assertThat(world.job(third).status()).isEqualTo(Status.SCHEDULED);
        assertThat(refusal(world.send(new Act.Retry(second))).sentence()).contains("there is " + third + " already");
        assertThat(stopped(first, lease)).containsExactly("AttemptStopped", "JobAborted", "JobDispatched");
        complete(third);
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName("B1: a scheduled replacement that is given up after the other's end leaves the key free")
    void a_key_does_not_go_back_to_who_has_ended() {
        JobId first = submit("REPLACE", null);
        Lease lease = world.start(first, "w1");
        JobId second = scheduled(Duration.ofMinutes(1));
        stopped(first, lease);
        world.send(new Act.Abort(second));
        JobId third = submit("REPLACE", null);
        assertThat(world.order(third)).isNotNull();
        complete(third);
        assertThat(world.kin).isEmpty();
    }

    @Test
    @DisplayName("B1: an edit cannot change unique arguments, and so cannot take the key of another living job")
    void an_edit_keeps_the_unique_arguments() {
        JobId job = submit("REFUSE", null);
        world.send(new Act.Abort(job));
        var refusal = refusal(world.send(new Act.EditPayload(job, new Json("{\"audience\":8}"))));
        assertThat(refusal.kind()).isEqualTo(RefusalKind.INVALID);
        assertThat(refusal.sentence()).contains("its unique arguments (audience) cannot be changed");
        assertThat(names(world.send(new Act.EditPayload(job, new Json("{\"audience\":7}")))))
                .contains("JobRequeued");
    }

    @Test
    void a_unique_job_under_a_route_of_its_own_is_refused() {
        assertThat(refusal(world.submit(new JobId("elsewhere.0"), json("IGNORE", null)))
                        .kind())
                .isEqualTo(RefusalKind.INVALID);
    }

    private JobId submit(String onConflict, Duration period) {
        List<Output> outputs = again(onConflict, period);
        assertThat(names(outputs)).contains("JobSubmitted");
        return id(jobs);
    }

    private List<Output> again(String onConflict, Duration period) {
        return world.submit(id(++jobs), json(onConflict, period));
    }

    /** What comes of the report that the first one has given in. */
    private List<String> stopped(JobId job, Lease lease) {
        return names(world.send(new Report.Stopped(job, lease, Duration.ofMillis(4))));
    }

    private List<Output> elapse(JobId job) {
        return world.send(
                new Timer.DelayElapsed(job, world.job(job).run().waiting().timer()));
    }

    private JobId scheduled(Duration delay) {
        String runAt = ",\"runAt\":\"" + world.now.plus(delay) + "\"}";
        List<Output> outputs = world.submit(id(++jobs), json("REPLACE", null).replaceFirst("}$", runAt));
        assertThat(names(outputs)).startsWith("JobSubmitted", "PredecessorAwaited", "JobScheduled");
        return id(jobs);
    }

    private static JobId id(int number) {
        String route = "u-segment-" + "{\"audience\":7}".hashCode();
        return new JobId(route + "." + number);
    }

    private static String json(String onConflict, Duration period) {
        String during = period == null ? "" : ",\"period\":" + period.toMillis();
        return "{\"type\":\"segment\",\"payload\":{\"audience\":7},\"unique\":{\"arguments\":[\"audience\"],\"onConflict\":\""
                + onConflict + "\"" + during + "}}";
    }

    private void complete(JobId job) {
        world.succeed(job, World.lease(world.order(job), "w1"));
    }
}
