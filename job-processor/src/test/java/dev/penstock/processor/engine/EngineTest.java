package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final JobId JOB = new JobId("r1.0");
    private static final String MAIL = "{\"type\":\"email.send\",\"payload\":{\"to\":\"a\"}}";
    private final World world = new World();

    @Test
    @DisplayName("S3.11: a job's first status is QUEUED, and its dispatch is made in the same step")
    void a_submitted_job_is_dispatched_in_the_same_step() {
        List<Output> outputs = world.submit(JOB, MAIL);
        assertThat(names(outputs)).containsExactly("JobSubmitted");
        assertThat(world.order(JOB).number()).isZero();
        assertThat(world.job(JOB).status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void a_short_job_reports_once_and_shrinks_to_a_stub() {
        world.submit(JOB, MAIL);
        List<Output> outputs = world.succeed(JOB, World.lease(world.order(JOB), "w1"));
        assertThat(names(outputs)).containsExactly("AttemptStarted", "JobCompleted");
        assertThat(world.jobs).isEmpty();
        assertThat(world.stubs.get(JOB).status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    @DisplayName(
            "S1.5, S1.10, S3.12, A5: a start makes a job RUNNING and its worker's alone; who differs in the worker alone is refused and told to drop")
    void only_the_holder_completes() {
        world.submit(JOB, MAIL);
        Lease held = world.start(JOB, "w2");
        assertThat(world.job(JOB).status()).isEqualTo(Status.RUNNING);
        Lease zombie = new Lease(held.round(), held.attempt(), held.number(), "w1");
        assertThat(refusal(world.succeed(JOB, zombie)).kind()).isEqualTo(RefusalKind.STALE_LEASE);
        List<Output> second = world.send(new Report.Started(JOB, zombie, World.delivery(), false));
        assertThat(second)
                .anyMatch(
                        o -> o instanceof Output.Signal s && s.to().equals("w1") && s.signal() instanceof Signal.Drop);
        assertThat(names(world.succeed(JOB, held))).containsExactly("JobCompleted");
    }

    @Test
    @DisplayName(
            "S1.7, S1.19, S1.21, S3.6: a transient failure waits and runs again until its attempts are used up; then it is flagged")
    void transient_failures_are_retried_until_exhausted() {
        world.withType("email.send", JobPolicy.DEFAULT.with(1, 2, JobPolicy.DEFAULT.backoff(), null));
        world.submit(JOB, MAIL);
        assertThat(names(fail(Failure.Kind.TRANSIENT)))
                .containsExactly("AttemptStarted", "AttemptFailed", "RetryScheduled");
        long timer = world.job(JOB).run().waiting().timer();
        assertThat(names(world.send(new Timer.DelayElapsed(JOB, timer)))).containsExactly("JobDispatched");
        assertThat(world.send(new Timer.DelayElapsed(JOB, timer))).isEmpty();
        assertThat(world.order(JOB).attempt()).isEqualTo(2);
        List<Output> last = fail(Failure.Kind.TRANSIENT);
        assertThat(names(last)).containsExactly("AttemptStarted", "AttemptFailed", "JobFailed");
        assertThat(world.job(JOB).marks().needsReview()).isTrue();
        assertThat(last)
                .anyMatch(o -> o instanceof Output.Dead d
                        && d.letter().errors().size() == 2
                        && d.letter().spec() != null);
    }

    @Test
    @DisplayName("S1.7, S1.20: a permanent failure is not retried")
    void permanent_failures_end_at_once() {
        world.submit(JOB, MAIL);
        assertThat(names(fail(Failure.Kind.PERMANENT))).containsExactly("AttemptStarted", "AttemptFailed", "JobFailed");
    }

    @Test
    @DisplayName("S0.17: Retry moves a failed job back to its queue and its attempts start again at 0")
    void retry_begins_a_new_round() {
        world.submit(JOB, MAIL);
        fail(Failure.Kind.PERMANENT);
        assertThat(names(world.send(new Act.Retry(JOB)))).containsExactly("JobRequeued", "JobDispatched");
        WorkOrder order = world.order(JOB);
        assertThat(order.round()).isEqualTo(2);
        assertThat(order.attempt()).isEqualTo(1);
        assertThat(world.job(JOB).run().failures()).isZero();
        assertThat(refusal(world.send(new Act.Retry(JOB))).sentence())
                .contains("Cannot retry email.send r1.0: it is QUEUED");
    }

    @Test
    @DisplayName("S0.18: Delete removes an ended job; its name stays taken until its Delete After date")
    void delete_leaves_only_the_name() {
        world.submit(JOB, MAIL);
        assertThat(refusal(world.send(new Act.Delete(JOB))).kind()).isEqualTo(RefusalKind.WRONG_STATUS);
        fail(Failure.Kind.PERMANENT);
        assertThat(names(world.send(new Act.Delete(JOB)))).containsExactly("JobDeleted");
        assertThat(world.jobs).isEmpty();
        assertThat(refusal(world.send(new Act.Retry(JOB))).sentence()).contains("it was deleted");
        assertThat(names(world.submit(JOB, MAIL))).containsExactly("CommandIgnored");
    }

    @Test
    @DisplayName("B5: an act that quotes an older version is refused")
    void acts_carry_the_version_they_saw() {
        world.submit(JOB, MAIL);
        fail(Failure.Kind.PERMANENT);
        CommandMessage late =
                CommandMessage.of("x", Actor.user("ana"), new Act.Retry(JOB)).withIfVersion(1L);
        assertThat(refusal(world.handle(Incoming.Door.COMMANDS, late)).kind()).isEqualTo(RefusalKind.VERSION_CHANGED);
    }

    @Test
    void the_same_key_with_another_payload_is_refused_and_a_copy_is_answered() {
        world.submit(JOB, MAIL, "s1");
        assertThat(world.submit(JOB, MAIL, "s1")).isEmpty();
        assertThat(names(world.submit(JOB, MAIL, "s2"))).containsExactly("CommandIgnored");
        assertThat(refusal(world.submit(JOB, "{\"type\":\"email.send\",\"payload\":{\"to\":\"b\"}}", "s3"))
                        .kind())
                .isEqualTo(RefusalKind.CONFLICT);
    }

    @Test
    @DisplayName("A1: an unknown queue is refused with the known ones and the command that makes one")
    void unknown_queues_are_refused() {
        String sentence = refusal(world.submit(JOB, "{\"type\":\"t\",\"queue\":\"emials\"}"))
                .sentence();
        assertThat(sentence).contains("no queue emials", "Known queues: default", "./penstock worker --queues emials");
    }

    @Test
    void bad_submissions_are_refused_with_what_to_do() {
        assertRefused("{\"type\":\"t\",\"runAt\":\"9999-01-01T00:00:00Z\"}", RefusalKind.INVALID, "days ahead");
        assertRefused("{\"type\":\"no spaces\"}", RefusalKind.INVALID, "a job type is made of");
        assertRefused(
                "{\"type\":\"t\",\"parent\":\"r9.9\"}", RefusalKind.UNKNOWN_JOB, "its parent r9.9 does not exist");
        assertRefused("{\"type\":\"t\",\"maxAttempts\":0}", RefusalKind.INVALID, "maxAttempts is at least 1");
        assertRefused(
                "{\"type\":\"t\",\"payload\":\"" + "x".repeat(300_000) + "\"}",
                RefusalKind.TOO_LARGE,
                "262144 are allowed");
        world.submit(JOB, "{\"type\":\"t\",\"runAt\":\"2001-01-01T00:00:00Z\"}");
        assertThat(world.job(JOB).status()).isEqualTo(Status.QUEUED);
    }

    private void assertRefused(String json, RefusalKind kind, String sentence) {
        assertThat(refusal(world.submit(JOB, json)).kind()).isEqualTo(kind);
        assertThat(refusal(world.submit(JOB, json)).sentence()).contains(sentence);
    }

    @Test
    void run_at_waits_for_its_time() {
        world.submit(JOB, "{\"type\":\"t\",\"runAt\":\"2026-11-22T04:00:00Z\"}");
        assertThat(world.job(JOB).status()).isEqualTo(Status.SCHEDULED);
        assertThat(world.log).anyMatch(Output.Retry.class::isInstance).noneMatch(Output.Work.class::isInstance);
        world.pass(Duration.ofHours(1));
        world.send(new Timer.DelayElapsed(JOB, 0));
        assertThat(world.order(JOB).attempt()).isEqualTo(1);
    }

    @Test
    @DisplayName("A2, A10: three leases lost in short attempts are poison; a longer attempt does not count")
    void poison_is_dead_lettered() {
        world.submit(JOB, MAIL);
        for (int i = 1; i <= 2; i++) {
            assertThat(names(world.send(new Timer.WorkerLost(JOB, world.start(JOB, "w" + i)))))
                    .containsExactly("AttemptLost", "JobDispatched");
        }
        Lease longOne = world.start(JOB, "w3");
        world.pass(Duration.ofMinutes(5));
        assertThat(names(world.send(new Timer.LeaseLost(JOB, longOne))))
                .containsExactly("AttemptLost", "JobDispatched");
        assertThat(names(world.send(new Timer.WorkerLost(JOB, world.start(JOB, "w4")))))
                .containsExactly("AttemptLost", "JobFailed");
        assertThat(world.job(JOB).marks().lostLeases()).isEqualTo(4);
        assertThat(world.job(JOB).run().failures()).isZero();
    }

    @Test
    @DisplayName("A3: a lost dispatch is made again with a new lease, and the old one revoked")
    void lost_dispatches_are_repeated() {
        world.submit(JOB, MAIL);
        List<Output> outputs = world.send(new Timer.DispatchLost(JOB, 0));
        assertThat(names(outputs)).containsExactly("DispatchVanished", "JobDispatched");
        long number = world.order(JOB).number();
        assertThat(number).isPositive();
        assertThat(outputs)
                .anyMatch(o -> o instanceof Output.Revoke r && r.revocation().firstGood() == number);
        assertThat(world.send(new Timer.DispatchLost(JOB, 0))).isEmpty();
    }

    @Test
    @DisplayName("A10: a hand-back waits, doubles, and counts against nobody")
    void hand_backs_wait() {
        world.submit(JOB, MAIL);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 10; i++) {
            Lease lease = World.lease(world.order(JOB), "w1");
            world.send(new Report.HandedBack(JOB, lease, "no handler for email.send v1", false));
            Duration wait =
                    Duration.between(world.now, world.job(JOB).run().waiting().due());
            assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofMinutes(1));
            last = wait;
            world.send(
                    new Timer.DelayElapsed(JOB, world.job(JOB).run().waiting().timer()));
        }
        assertThat(world.job(JOB).run().failures()).isZero();
        assertThat(world.order(JOB).attempt()).isEqualTo(1);
    }

    @Test
    @DisplayName("A10: a dispatch whose deliveries are used up is made again and must be claimed")
    void used_up_deliveries_lead_to_a_claim() {
        world.submit(JOB, MAIL);
        world.send(new Report.DeliveriesUsedUp(JOB, World.lease(world.order(JOB), "w1")));
        assertThat(world.order(JOB).claim()).isTrue();
        Lease lease = World.lease(world.order(JOB), "w2");
        assertThat(refusal(world.succeed(JOB, lease)).sentence()).contains("must be claimed");
        List<Output> claim = world.send(new Report.Started(JOB, lease, World.delivery(), true));
        assertThat(claim)
                .anyMatch(o -> o instanceof Output.Granted g && g.worker().equals("w2"));
    }

    @Test
    void an_attempt_that_runs_too_long_is_a_failed_attempt() {
        world.submit(JOB, "{\"type\":\"t\",\"timeout\":1000}");
        Lease lease = world.start(JOB, "w1");
        world.pass(Duration.ofSeconds(2));
        List<Output> outputs = world.send(new Timer.AttemptTimedOut(JOB, lease));
        assertThat(names(outputs)).containsExactly("AttemptFailed", "RetryScheduled");
        assertThat(outputs).anyMatch(o -> o instanceof Output.Signal s && s.to().equals("w1"));
    }

    @Test
    @DisplayName("S3.17: a completed job is deleted after its Delete After date, not before")
    void retention_deletes() {
        world.submit(JOB, MAIL);
        world.succeed(JOB, World.lease(world.order(JOB), "w1"));
        assertThat(world.send(new Timer.RetentionDue(JOB))).isEmpty();
        world.pass(Duration.ofDays(31));
        assertThat(names(world.send(new Timer.RetentionDue(JOB)))).containsExactly("JobDeleted");
        assertThat(world.send(new Timer.RetentionDue(JOB))).isEmpty();
        assertThat(world.stubs).isEmpty();
    }

    @Test
    @DisplayName("A7: a forged report is refused and tells nobody to drop anything")
    void forgery_is_refused() {
        world.submit(JOB, MAIL);
        Lease lease = World.lease(world.order(JOB), "evil");
        CommandMessage forged = CommandMessage.of(
                        "f", Actor.worker("evil"), new Report.Started(JOB, lease, World.delivery(), false))
                .withToken("forged");
        List<Output> outputs = world.handle(Incoming.Door.COMMANDS, forged);
        assertThat(refusal(outputs).kind()).isEqualTo(RefusalKind.FORGED);
        assertThat(outputs).hasSize(1);
    }

    @Test
    @DisplayName("A1: what the rules throw becomes a refusal and a dead letter, and the next command is decided")
    void a_failing_rule_stops_nothing() {
        world.withType("bad", JobPolicy.DEFAULT);
        world.failNextLoad = true;
        List<Output> outputs = world.submit(JOB, MAIL);
        assertThat(refusal(outputs).kind()).isEqualTo(RefusalKind.INTERNAL);
        assertThat(outputs).anyMatch(Output.Dead.class::isInstance);
        assertThat(names(world.submit(JOB, MAIL))).containsExactly("JobSubmitted");
    }

    @Test
    @DisplayName("S0.25: a type's changed policy is in force from a waiting job's next attempt")
    void a_changed_policy_holds_from_the_next_attempt() {
        world.submit(JOB, MAIL);
        fail(Failure.Kind.TRANSIENT);
        world.withType("email.send", JobPolicy.DEFAULT.with(7, 2, JobPolicy.DEFAULT.backoff(), Duration.ofSeconds(9)));
        long timer = world.job(JOB).run().waiting().timer();
        assertThat(names(world.send(new Timer.DelayElapsed(JOB, timer))))
                .containsExactly("PolicyRenewed", "JobDispatched");
        assertThat(world.order(JOB).timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(names(fail(Failure.Kind.TRANSIENT))).endsWith("JobFailed");
    }

    @Test
    @DisplayName("B13: a declared policy is replaced only by a higher version")
    void policies_have_versions() {
        Setting.Type one = new Setting.Type(
                "t",
                "",
                "default",
                JobPolicy.DEFAULT.with(1, 3, JobPolicy.DEFAULT.backoff(), null),
                java.util.Map.of());
        assertThat(names(world.send(new SettingCommand.PutPolicy(one)))).containsExactly("SettingChanged");
        assertThat(names(world.send(new SettingCommand.PutPolicy(one)))).containsExactly("CommandIgnored");
        assertThat(names(world.send(new SettingCommand.PauseQueue("nope")))).containsExactly("CommandRefused");
    }

    @Test
    @DisplayName("S3.17: an aborted job is deleted once, and then its name is free")
    void an_aborted_job_is_deleted_once() {
        world.submit(JOB, MAIL);
        world.send(new Act.Abort(JOB));
        world.pass(Duration.ofDays(31));
        assertThat(names(world.send(new Timer.RetentionDue(JOB)))).containsExactly("JobDeleted");
        assertThat(world.send(new Timer.RetentionDue(JOB))).isEmpty();
        assertThat(world.stubs).isEmpty();
    }

    @Test
    @DisplayName("A10: what had to be claimed must still be claimed after its dispatch was lost")
    void a_lost_claim_is_claimed_again() {
        world.submit(JOB, MAIL);
        world.send(new Report.DeliveriesUsedUp(JOB, World.lease(world.order(JOB), "w1")));
        world.send(new Timer.DispatchLost(JOB, world.order(JOB).number()));
        assertThat(world.order(JOB).claim()).isTrue();
    }

    @Test
    @DisplayName("B2: a renewed policy that claims first makes the next dispatch a claim")
    void a_renewed_policy_claims() {
        world.submit(JOB, MAIL);
        fail(Failure.Kind.TRANSIENT);
        JobPolicy claims = JobPolicy.DEFAULT.with(new JobPolicy.Capabilities(true, true, true, true, false));
        world.withType("email.send", claims.with(3, 5, claims.backoff(), null));
        world.send(new Timer.DelayElapsed(JOB, world.job(JOB).run().waiting().timer()));
        assertThat(world.order(JOB).claim()).isTrue();
    }

    @Test
    void aborting_a_failed_job_writes_no_second_dead_letter() {
        world.submit(JOB, MAIL);
        fail(Failure.Kind.PERMANENT);
        assertThat(world.send(new Act.Abort(JOB))).noneMatch(Output.Dead.class::isInstance);
    }

    @Test
    @DisplayName("A9: an attempt never starts before it was dispatched, whatever the worker's stopwatch says")
    void a_stopwatch_cannot_rewrite_history() {
        world.submit(JOB, MAIL);
        Lease lease = World.lease(world.order(JOB), "w1");
        world.send(new Report.Failed(
                JOB,
                lease,
                World.delivery(),
                Duration.ofDays(3),
                new Failure(Failure.Kind.TRANSIENT, "E", "m", ""),
                null,
                false));
        assertThat(world.job(JOB).times().startedAt())
                .isEqualTo(world.job(JOB).times().createdAt());
    }

    private List<Output> fail(Failure.Kind kind) {
        Lease lease = World.lease(world.order(JOB), "w1");
        Failure failure = new Failure(kind, "java.net.SocketTimeoutException", "connect timed out", "at …");
        return world.send(new Report.Failed(JOB, lease, World.delivery(), Duration.ofMillis(7), failure, null, false));
    }
}
