package dev.penstock.processor.decide;

import dev.penstock.api.command.Report;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Attempt.AttemptStarted;
import dev.penstock.api.event.Control.ErrorsFlagged;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Waiting.RetryScheduled;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
import dev.penstock.processor.turn.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workers report. Only the holder of the lease is believed (A5). */
final class Reports {
    private Reports() {}

    static Decision decide(Facts facts, Report report, Moment moment) {
        Job job = facts.job();
        if (job == null) {
            return gone(facts.stub(), report);
        }
        return switch (report) {
            case Report.Started r -> started(job, r, moment);
            case Report.Progress r -> held(job, r, new Attempt.ProgressReported(r.lease(), r.progress()));
            case Report.Checkpoint r -> checkpoint(job, r);
            case Report.ErrorLogged r -> held(job, r, new ErrorsFlagged(Failure.capped(r.message())));
            case Report.Succeeded r -> succeeded(facts, job, r, moment);
            case Report.Failed r -> {
                List<JobEvent> events = begun(job, r, r.delivery(), r.took(), moment);
                yield events == null ? stale(job, r) : Retries.afterFailure(job, r, events, moment);
            }
            case Report.Snooze r -> snoozed(job, r, moment);
            case Report.HandedBack r -> handedBack(facts, job, r, moment);
            case Report.StaleDropped r ->
                // The worker knows less than the log: whoever gets the next one asks first, or the two would go round
                // and round.
                job.isDispatchedAs(r.lease())
                        ? Decision.accepted(
                                new Attempt.StaleDispatchDropped(r.lease()), Retries.claimedFirst(facts, job, moment))
                        : Decision.copy("The dispatch was stale.");
            case Report.DeliveriesUsedUp r ->
                job.isDispatchedAs(r.lease())
                        ? Decision.accepted(
                                new Attempt.DeliveriesExhausted(r.lease()), Retries.claimedFirst(facts, job, moment))
                        : Decision.copy("Another dispatch or a holder is there.");
            case Report.Spawn r -> job.isHeldBy(r.lease()) ? Spawning.decide(facts, job, r, moment) : stale(job, r);
            case Report.AwaitChildren r -> job.isHeldBy(r.lease()) ? Families.awaited(job, r, moment) : stale(job, r);
            case Report.Attach r -> held(job, r, new Attempt.ArtifactAttached(r.lease(), r.artifact()));
            case Report.Stopped r -> stopped(facts, job, r, moment);
        };
    }

    private static Decision started(Job job, Report.Started r, Moment moment) {
        if (job.isHeldBy(r.lease())) {
            return Decision.copy("The lease is held already.");
        }
        if (!job.isDispatchedAs(r.lease())) {
            return stale(job, r);
        }
        if (mustClaim(job) && !r.claim()) {
            return unclaimed(job, r);
        }
        if (Timers.isTooLate(job, moment.now())) {
            return Decision.accepted(new Attempt.StaleDispatchDropped(r.lease()), Timers.tooLate(job));
        }
        return Decision.accepted(new AttemptStarted(r.lease(), r.delivery(), moment.now(), r.claim()));
    }

    private static Decision checkpoint(Job job, Report.Checkpoint r) {
        if (r.state().exceeds(SubmissionCheck.MAX_PAYLOAD)) {
            return Decision.refused(
                    RefusalKind.TOO_LARGE,
                    "Cannot keep the checkpoint of " + named(job) + ": it has "
                            + r.state().bytes() + " bytes, at most " + SubmissionCheck.MAX_PAYLOAD + " are allowed.");
        }
        return held(job, r, new Attempt.CheckpointSaved(r.lease(), r.state()));
    }

    private static Decision succeeded(Facts facts, Job job, Report.Succeeded r, Moment moment) {
        List<JobEvent> events = begun(job, r, r.delivery(), r.took(), moment);
        if (events == null) {
            return stale(job, r);
        }
        Json result = r.result();
        if (result != null && result.exceeds(SubmissionCheck.MAX_PAYLOAD)) {
            Failure tooLarge = permanent(
                    "ResultTooLarge",
                    "The result has " + result.bytes() + " bytes, at most " + SubmissionCheck.MAX_PAYLOAD
                            + " are allowed. Put the data into a store and its address into the result.");
            return Retries.afterFailure(job, failed(r, r.took(), tooLarge), events, moment);
        }
        Spawning.Spawned spawned = Spawning.spawn(facts, job, r.children(), moment);
        if (spawned.refusal() != null) {
            Failure impossible = permanent("ChildrenRefused", spawned.refusal().sentence());
            return Retries.afterFailure(job, failed(r, r.took(), impossible), events, moment);
        }
        events.addAll(spawned.own());
        boolean waits =
                !r.detached() && job.children().open() + spawned.children().size() > 0;
        events.add(
                waits
                        ? new Attempt.AttemptSucceeded(r.lease(), r.took(), result)
                        : new JobCompleted(r.lease(), r.took(), result));
        return new Decision.Accepted(events, spawned.children(), null);
    }

    private static Decision stopped(Facts facts, Job job, Report.Stopped r, Moment moment) {
        if (!job.isHeldBy(r.lease())) {
            return stale(job, r);
        }
        // Nobody has asked it to stop, as far as the log knows: the job goes to another worker.
        return job.status() == Status.STOPPING
                ? new Decision.Accepted(Stops.endAfter(job, List.of(new Attempt.AttemptStopped(r.lease(), r.took()))))
                : Decision.accepted(
                        new Attempt.AttemptHandedBack(r.lease(), "The handler stopped."),
                        Retries.again(facts, job, moment));
    }

    private static Failure permanent(String error, String message) {
        return new Failure(Failure.Kind.PERMANENT, error, message, "");
    }

    private static Report.Failed failed(Report r, Duration took, Failure failure) {
        return new Report.Failed(r.job(), r.lease(), null, took, failure, null, false);
    }

    private static Decision snoozed(Job job, Report.Snooze r, Moment moment) {
        List<JobEvent> events = begun(job, r, r.delivery(), Duration.ZERO, moment);
        if (events == null) {
            return stale(job, r);
        }
        if (!Waits.isPossible(r.delay())) {
            Failure impossible = permanent(
                    "SnoozeOutOfRange",
                    "The handler asked to run again after " + r.delay() + "; a wait is between 0 and "
                            + Waits.LONGEST.toDays() + " days. Mend the handler, then retry the job.");
            return Retries.afterFailure(job, failed(r, Duration.ZERO, impossible), events, moment);
        }
        events.add(new Attempt.AttemptSnoozed(r.lease(), r.delay()));
        return Retries.afterAll(
                job, events, new RetryScheduled(moment.number(), moment.now().plus(r.delay())));
    }

    private static Decision handedBack(Facts facts, Job job, Report.HandedBack r, Moment moment) {
        if (!job.isHeldBy(r.lease()) && !job.isDispatchedAs(r.lease())) {
            return Decision.copy("Another dispatch or a holder is there.");
        }
        JobEvent back = new Attempt.AttemptHandedBack(r.lease(), r.why());
        if (r.closing()) {
            return Retries.afterAll(job, List.of(back), Retries.again(facts, job, moment));
        }
        Duration wait = Waits.afterHandBack(job.run().handBacks());
        return Retries.afterAll(
                job,
                List.of(back),
                new RetryScheduled(moment.number(), moment.now().plus(wait)));
    }

    /**
     * The events that must precede the end of the attempt: none if the lease is held; its start if this is the only
     * report of a short job; null if the lease is stale.
     */
    private static @Nullable List<JobEvent> begun(
            Job job, Report r, @Nullable Delivery delivery, Duration took, Moment moment) {
        if (job.isHeldBy(r.lease())) {
            return new ArrayList<>(2);
        }
        if (delivery == null || !job.isDispatchedAs(r.lease()) || mustClaim(job)) {
            return null;
        }
        List<JobEvent> events = new ArrayList<>(3);
        events.add(new AttemptStarted(r.lease(), delivery, begin(job, took, moment), false));
        return events;
    }

    /** Append time less the duration, but never before the dispatch: a worker's stopwatch cannot rewrite history (A9). */
    private static Instant begin(Job job, Duration took, Moment moment) {
        Instant reckoned = moment.now().minus(took.isNegative() ? Duration.ZERO : took);
        Instant dispatched = job.run().dispatchedAt();
        return dispatched != null && reckoned.isBefore(dispatched) ? dispatched : reckoned;
    }

    private static boolean mustClaim(Job job) {
        return job.run().dispatch() != null && job.run().dispatch().claim();
    }

    private static Decision held(Job job, Report r, JobEvent event) {
        return job.isHeldBy(r.lease()) ? Decision.accepted(event) : stale(job, r);
    }

    private static Decision gone(@Nullable Stub stub, Report r) {
        if (stub != null && stub.lease() == r.lease().number()) {
            return Decision.copy("The attempt has ended.");
        }
        if (r instanceof Report.StaleDropped) {
            return Decision.copy("The dispatch was stale.");
        }
        String sentence = stub == null
                ? "There is no job " + r.job() + "; the report " + name(r) + " of lease "
                        + r.lease().number() + " is dropped."
                : "The report " + name(r) + " of " + stub.type() + " " + r.job() + " is refused: the job is "
                        + stub.status() + " and lease " + r.lease().number() + " ended.";
        return Decision.refused(stub == null ? RefusalKind.UNKNOWN_JOB : RefusalKind.STALE_LEASE, sentence);
    }

    private static Decision stale(Job job, Report r) {
        if (mustClaim(job) && job.isDispatchedAs(r.lease())) {
            return unclaimed(job, r);
        }
        Lease held = job.run().holder() == null ? null : job.run().holder().lease();
        return Decision.refused(
                RefusalKind.STALE_LEASE,
                "The report " + name(r) + " of " + named(job) + " is refused: it quotes lease "
                        + r.lease().number() + " of "
                        + r.lease().worker() + ", but the job is " + job.status()
                        + (held == null ? "" : " and held by " + held.worker() + " with lease " + held.number()) + ".");
    }

    private static Decision unclaimed(Job job, Report r) {
        return Decision.refused(
                RefusalKind.STALE_LEASE,
                "The report " + name(r) + " of " + named(job)
                        + " is refused: the dispatch must be claimed and granted before it runs.");
    }

    private static String name(Report r) {
        return r.getClass().getSimpleName();
    }

    private static String named(Job job) {
        return job.spec().type() + " " + job.id();
    }
}
