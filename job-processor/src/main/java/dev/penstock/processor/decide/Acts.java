package dev.penstock.processor.decide;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Attempt.AttemptLost;
import dev.penstock.api.event.Control.ReviewCleared;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobDeleted;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Submission.JobDispatched;
import dev.penstock.api.event.Submission.JobRequeued;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.api.lifecycle.Verb;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Stub;
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
        return refusal != null ? Decision.refused(refusal) : allowed(facts, job, act, message, moment);
    }

    private static Decision allowed(Facts facts, Job job, Act act, CommandMessage message, Moment moment) {
        return switch (act) {
            case Act.Retry a -> requeued(facts, job, JobRequeued.Cause.RETRY, null, moment);
            case Act.EditPayload a ->
                a.payload().exceeds(SubmissionCheck.MAX_PAYLOAD)
                        ? Decision.refused(
                                RefusalKind.TOO_LARGE,
                                "Cannot edit and retry " + job.spec().type() + " " + job.id() + ": the payload has "
                                        + a.payload().bytes() + " bytes, at most " + SubmissionCheck.MAX_PAYLOAD
                                        + " are allowed.")
                        : requeued(facts, job, JobRequeued.Cause.EDIT, a.payload(), moment);
            case Act.RunNow a -> Retries.goOn(facts, job, moment);
            case Act.Abort a ->
                Decision.accepted(new JobAborted(
                        message.reason() == null ? "Aborted by " + message.actor() + "." : message.reason()));
            case Act.Delete a -> Decision.accepted(new JobDeleted());
            case Act.ClearReview a ->
                job.marks().needsReview()
                        ? Decision.accepted(new ReviewCleared())
                        : Decision.ignored(job.spec().type() + " " + job.id() + " is not flagged for review.");
            case Act.ExpireLease a -> {
                Job.Holder holder = job.run().holder();
                yield holder == null || holder.lease().number() != a.lease()
                        ? Decision.ignored("Lease " + a.lease() + " of " + job.id() + " is no longer in force.")
                        : Timers.lost(job, holder.lease(), AttemptLost.Cause.EXPIRED_BY_PERSON, moment);
            }
            case Act.Stop a -> notBuilt(act);
            case Act.ForceStop a -> notBuilt(act);
            case Act.Resume a -> notBuilt(act);
            case Act.Restart a -> notBuilt(act);
            case Act.SetPriority a -> notBuilt(act);
            case Act.EraseSubject a -> notBuilt(act);
        };
    }

    private static Decision requeued(
            Facts facts, Job job, JobRequeued.Cause cause, @Nullable Json payload, Moment moment) {
        int round = job.run().round() + 1;
        Dispatch dispatch = new Dispatch(
                round,
                1,
                moment.number(),
                job.priority(),
                Retries.present(facts, job).capabilities().claimFirst());
        return Retries.next(facts, job, new JobRequeued(cause, round, payload), new JobDispatched(dispatch));
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
        return act instanceof Act.Delete ? Decision.accepted(new JobDeleted()) : notBuilt(act);
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
