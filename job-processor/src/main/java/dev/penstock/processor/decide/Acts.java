package dev.penstock.processor.decide;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Attempt.AttemptLost;
import dev.penstock.api.event.Control.ForceStopRequested;
import dev.penstock.api.event.Control.ReviewCleared;
import dev.penstock.api.event.Control.SubjectErased;
import dev.penstock.api.event.Ending.JobDeleted;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Submission.JobDispatched;
import dev.penstock.api.event.Submission.JobRequeued;
import dev.penstock.api.event.Submission.PriorityChanged;
import dev.penstock.api.event.Submission.Recount;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and services do. {@code Lifecycle} says whether they may; here is what comes of it. */
final class Acts {
    private Acts() {}

    static Decision decide(Facts facts, Act act, CommandMessage message, Moment moment) {
        Job job = facts.job();
        if (job == null) {
            return onStub(facts.stub(), act, message);
        }
        Decision changed = ifChanged(message, job.lifecycle(), job.status() + attempt(job), act);
        if (changed != null) {
            return changed;
        }
        Lifecycle.Refusal refusal = Lifecycle.refusal(
                job.id(), job.spec().type(), job.status(), job.policy().capabilities(), Verb.of(act));
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        String behind = changesItsParent(job, act) ? objection(facts, job, moment) : null;
        return behind != null
                ? Decision.refused(
                        RefusalKind.WRONG_STATUS,
                        "Cannot " + Verb.of(act).phrase() + " " + job.spec().type() + " " + job.id() + ": " + behind)
                : allowed(facts, job, act, message, moment);
    }

    private static Decision allowed(Facts facts, Job job, Act act, CommandMessage message, Moment moment) {
        return switch (act) {
            case Act.Retry a -> requeued(facts, job, JobRequeued.Cause.RETRY, null, moment);
            case Act.EditPayload a -> edited(facts, job, a.payload(), moment);
            case Act.RunNow a -> runNow(facts, job, moment);
            case Act.Abort a ->
                Decision.accepted(Stops.abort(
                        job, message.reason() == null ? "Aborted by " + message.actor() + "." : message.reason()));
            case Act.Delete a ->
                job.children().callsOrFirst().stopped() > 0
                        ? Decision.refused(
                                RefusalKind.WRONG_STATUS,
                                "Cannot delete " + job.spec().type() + " " + job.id() + ": "
                                        + job.children().callsOrFirst().stopped()
                                        + " of its children are STOPPED. Abort it first, and they with it.")
                        : Decision.accepted(new JobDeleted());
            case Act.ClearReview a ->
                job.marks().needsReview()
                        ? Decision.accepted(new ReviewCleared())
                        : Decision.ignored(job.spec().type() + " " + job.id() + " is not flagged for review.");
            case Act.ExpireLease a -> {
                Job.Holder holder = job.run().holder();
                yield holder == null || holder.lease().number() != a.lease()
                        ? Decision.ignored("Lease " + a.lease() + " of " + job.id() + " is no longer in force.")
                        : Timers.lost(facts, job, holder.lease(), AttemptLost.Cause.EXPIRED_BY_PERSON, moment);
            }
            case Act.Stop a -> Decision.accepted(Stops.stop(job));
            case Act.ForceStop a -> Decision.accepted(new ForceStopRequested());
            case Act.Resume a -> resumed(facts, job, moment);
            case Act.Restart a -> requeued(facts, job, JobRequeued.Cause.RESTART, null, moment);
            case Act.SetPriority a -> priority(job, a, moment);
            case Act.EraseSubject a -> Stops.erased(job, a, message.actor());
        };
    }

    private static Decision edited(Facts facts, Job job, Json payload, Moment moment) {
        String cannot = "Cannot edit and retry " + job.spec().type() + " " + job.id() + ": ";
        if (payload.exceeds(SubmissionCheck.MAX_PAYLOAD)) {
            return Decision.refused(
                    RefusalKind.TOO_LARGE,
                    cannot + "the payload has " + payload.bytes() + " bytes, at most " + SubmissionCheck.MAX_PAYLOAD
                            + " are allowed.");
        }
        String other = Uniqueness.objection(facts, job, payload);
        return other != null
                ? Decision.refused(RefusalKind.INVALID, cannot + other)
                : requeued(facts, job, JobRequeued.Cause.EDIT, payload, moment);
    }

    private static Decision requeued(
            Facts facts, Job job, JobRequeued.Cause cause, @Nullable Json payload, Moment moment) {
        int round = job.run().round() + 1;
        JobRequeued again = new JobRequeued(cause, round, payload, recount(facts, job));
        if (Turns.areTaken(job)) {
            return new Decision.Accepted(Retries.next(facts, job, again));
        }
        Dispatch dispatch = new Dispatch(
                round,
                1,
                moment.number(),
                job.priority(),
                Retries.present(facts, job).capabilities().claimFirst(),
                facts.around().limits(job.spec()));
        return new Decision.Accepted(Retries.next(facts, job, again, new JobDispatched(dispatch)));
    }

    /** The same round goes on: with the next attempt, or, if its own work was done, with its children. */
    private static Decision resumed(Facts facts, Job job, Moment moment) {
        JobRequeued again = new JobRequeued(JobRequeued.Cause.RESUME, job.run().round(), null, recount(facts, job));
        List<JobEvent> events = new ArrayList<>();
        events.add(again);
        if (!job.children().callsOrFirst().waits() && !Turns.areTaken(job)) {
            events.addAll(Retries.goOn(facts, job, moment));
        }
        return new Decision.Accepted(events);
    }

    private static Decision runNow(Facts facts, Job job, Moment moment) {
        Job.Wait wait = job.run().waiting();
        return wait == null
                ? Decision.ignored(job.spec().type() + " " + job.id() + " waits for no time, but for the end of "
                        + job.run().after() + ", in whose place it will be.")
                : Retries.waitEnded(facts, job, wait, moment);
    }

    /** A dispatch that lies in the old lane is revoked by another in the new one (A4). */
    private static Decision priority(Job job, Act.SetPriority act, Moment moment) {
        if (job.priority() == act.priority()) {
            return Decision.ignored(
                    job.spec().type() + " " + job.id() + " has priority " + act.priority() + " already.");
        }
        PriorityChanged changed = new PriorityChanged(act.priority());
        Dispatch lying = job.run().dispatch();
        return lying == null
                ? Decision.accepted(changed)
                : Decision.accepted(
                        changed,
                        new JobDispatched(new Dispatch(
                                lying.round(),
                                lying.attempt(),
                                moment.number(),
                                act.priority(),
                                lying.claim(),
                                lying.limits())));
    }

    /** A job that has ended is not told of its children. */
    static @Nullable Recount recount(Facts facts, Job job) {
        return job.children().calls() == null ? null : facts.around().recount(job);
    }

    /** What would change counts that a stopped parent does not keep up to date. */
    private static boolean changesItsParent(Job job, Act act) {
        return switch (act) {
            case Act.Resume a -> true;
            case Act.Retry a -> true;
            case Act.Restart a -> true;
            case Act.EditPayload a -> true;
            case Act.Abort a -> job.status() == Status.STOPPED;
            case Act.Delete a -> job.status() == Status.STOPPED;
            default -> false;
        };
    }

    private static @Nullable String objection(Facts facts, Job job, Moment moment) {
        String parent = Families.objection(parent(facts, job));
        return parent != null || job.status() == Status.STOPPED ? parent : Uniqueness.objection(facts, job, moment);
    }

    private static @Nullable Job parent(Facts facts, Job job) {
        return job.parent() == null ? null : facts.around().job(job.parent());
    }

    private static Decision onStub(@Nullable Stub stub, Act act, CommandMessage message) {
        String verb = Verb.of(act).phrase();
        if (stub == null || stub.deleted()) {
            return Decision.refused(
                    RefusalKind.UNKNOWN_JOB,
                    "Cannot " + verb + " " + act.job() + ": "
                            + (stub == null ? "there is no such job." : "it was deleted."));
        }
        Decision changed = ifChanged(message, stub.lifecycle(), stub.status().name(), act);
        if (changed != null) {
            return changed;
        }
        Lifecycle.Refusal refusal =
                Lifecycle.refusal(stub.id(), stub.type(), stub.status(), JobPolicy.Capabilities.DEFAULT, Verb.of(act));
        if (refusal != null) {
            return Decision.refused(refusal);
        }
        return switch (act) {
            case Act.Delete a -> Decision.accepted(new JobDeleted());
            // What is left of a job does not say whose it was; the sender has read it in the state.
            case Act.EraseSubject a -> Decision.accepted(new SubjectErased(a.subject()));
            default -> notBuilt(act);
        };
    }

    private static @Nullable Decision ifChanged(CommandMessage message, long version, String now, Act act) {
        Long seen = message.ifVersion();
        return seen == null || seen == version
                ? null
                : Decision.refused(
                        RefusalKind.VERSION_CHANGED,
                        "Cannot " + Verb.of(act).phrase() + " " + act.job()
                                + ": it has changed since you looked and is now " + now + ". Look again, then decide.");
    }

    private static String attempt(Job job) {
        return job.run().attempt() > 0 ? ", attempt " + job.run().attempt() : "";
    }

    private static Decision notBuilt(Act act) {
        return Decision.refused(
                RefusalKind.NOT_SUPPORTED,
                "Cannot " + Verb.of(act).phrase() + " " + act.job()
                        + ": this version of Penstock does not do that yet.");
    }
}
