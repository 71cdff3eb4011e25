package dev.penstock.processor.decide;

import dev.penstock.api.command.Report;
import dev.penstock.api.command.Timer;
import dev.penstock.api.event.Attempt.AttemptLost;
import dev.penstock.api.event.Ending.ArtifactExpired;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobDeleted;
import dev.penstock.api.event.Ending.JobFailed;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting.DispatchVanished;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What time does. Each timer names the thing it is about; a copy or an obsolete one changes nothing (A6, C10). */
final class Timers {
    /** A lost lease counts towards poison if the attempt ran less than this: ten lease times of 6 s (A10). */
    static final Duration POISON_SPAN = Duration.ofSeconds(60);

    /** This many such losses in a round dead-letter the job. */
    static final int POISON_LOSSES = 3;

    private static final Decision OBSOLETE = Decision.copy("The timer is a copy, or what it was about is over.");

    private Timers() {}

    static Decision decide(Facts facts, Timer timer, Moment moment) {
        Job job = facts.job();
        return switch (timer) {
            case Timer.DelayElapsed t -> delayElapsed(facts, t, moment);
            case Timer.WorkerLost t -> lost(facts, job, t.lease(), AttemptLost.Cause.WORKER_SILENT, moment);
            case Timer.LeaseLost t -> lost(facts, job, t.lease(), AttemptLost.Cause.LEASE_NOT_LISTED, moment);
            case Timer.DispatchLost t -> dispatchLost(facts, job, t, moment);
            case Timer.AttemptTimedOut t -> timedOut(job, t.lease(), moment);
            case Timer.RetentionDue t -> retentionDue(facts, moment.now());
            case Timer.DeadlinePassed t -> deadlinePassed(job, moment);
            case Timer.ArtifactDue t -> artifactDue(job, moment.now());
            case Timer.Continue t -> Stops.goOn(facts, t, moment);
        };
    }

    private static Decision delayElapsed(Facts facts, Timer.DelayElapsed t, Moment moment) {
        Job job = facts.job();
        Job.Wait waiting = job == null ? null : job.run().waiting();
        if (job == null || waiting == null || waiting.timer() != t.timer()) {
            return OBSOLETE;
        }
        return Retries.waitEnded(facts, job, waiting, moment);
    }

    /** A held lease ends without a word from its worker. */
    static Decision lost(Facts facts, @Nullable Job job, Lease lease, AttemptLost.Cause cause, Moment moment) {
        if (job == null || !job.isHeldBy(lease)) {
            return OBSOLETE;
        }
        Job.Holder holder = job.run().holder();
        boolean poison = holder != null
                && cause != AttemptLost.Cause.EXPIRED_BY_PERSON
                && !holder.checkpointed()
                && Duration.between(holder.since(), moment.now()).compareTo(POISON_SPAN) < 0;
        return Retries.afterAll(
                job, List.of(new AttemptLost(lease, cause, poison)), afterLoss(facts, job, poison, moment));
    }

    private static JobEvent afterLoss(Facts facts, Job job, boolean poison, Moment moment) {
        if (job.policy().onLeaseLost() == JobPolicy.OnLeaseLost.FAIL) {
            return new JobFailed(JobFailed.Why.LEASE_LOST, true);
        }
        if (poison && job.run().losses() + 1 >= POISON_LOSSES) {
            return new JobFailed(JobFailed.Why.POISON, true);
        }
        return Retries.again(facts, job, moment);
    }

    private static Decision dispatchLost(Facts facts, @Nullable Job job, Timer.DispatchLost t, Moment moment) {
        Dispatch dispatch = job == null ? null : job.run().dispatch();
        if (job == null || dispatch == null || job.run().holder() != null || dispatch.number() != t.lease()) {
            return OBSOLETE;
        }
        return Decision.accepted(new DispatchVanished(t.lease()), Retries.again(facts, job, moment));
    }

    private static Decision timedOut(@Nullable Job job, Lease lease, Moment moment) {
        if (job == null || !job.isHeldBy(lease)) {
            return OBSOLETE;
        }
        Job.Holder holder = job.run().holder();
        Duration ran = holder == null ? Duration.ZERO : Duration.between(holder.since(), moment.now());
        Failure failure = new Failure(
                Failure.Kind.TRANSIENT,
                "AttemptTimedOut",
                "The attempt ran for " + ran.toSeconds() + " s; its type allows "
                        + seconds(job.policy().timeout())
                        + ". Raise the time-out of " + job.spec().type()
                        + " on the page of settings, or let its handler do less at a time.",
                "");
        return Retries.afterFailure(
                job, new Report.Failed(job.id(), lease, null, ran, failure, null, false), List.of(), moment);
    }

    private static String seconds(@Nullable Duration timeout) {
        return timeout == null ? "no time at all" : timeout.toMillis() / 1_000.0 + " s";
    }

    private static Decision retentionDue(Facts facts, Instant now) {
        Stub stub = facts.stub();
        Job job = facts.job();
        if (stub != null && !stub.deleted() && !now.isBefore(stub.deleteAt())) {
            return Decision.accepted(new JobDeleted());
        }
        Instant ended = job == null ? null : job.times().endedAt();
        boolean due = job != null
                && ended != null
                && job.status().shrinks()
                && !now.isBefore(ended.plus(job.policy().deleteAfter()));
        return due ? Decision.accepted(new JobDeleted()) : OBSOLETE;
    }

    /** Not started by its deadline: given up, whatever it waits for. */
    private static Decision deadlinePassed(@Nullable Job job, Moment moment) {
        return job != null && isTooLate(job, moment.now()) && job.run().holder() == null
                ? Decision.accepted(tooLate(job))
                : OBSOLETE;
    }

    /** Whether the round has not been started and may not be started any more. */
    static boolean isTooLate(Job job, Instant now) {
        Instant deadline = job.spec().startBefore();
        return deadline != null
                && !now.isBefore(deadline)
                && job.times().startedAt() == null
                && (job.status() == Status.QUEUED
                        || job.status() == Status.SCHEDULED
                        || job.status() == Status.RETRYING);
    }

    static JobAborted tooLate(Job job) {
        return new JobAborted("Not started by its deadline, " + job.spec().startBefore() + ".");
    }

    private static Decision artifactDue(@Nullable Job job, Instant now) {
        Instant ended = job == null ? null : job.times().endedAt();
        return job != null
                        && ended != null
                        && job.status() == Status.COMPLETED
                        && !job.artifacts().isEmpty()
                        && !now.isBefore(ended.plus(job.policy().artifactRetention()))
                ? Decision.accepted(new ArtifactExpired())
                : OBSOLETE;
    }
}
