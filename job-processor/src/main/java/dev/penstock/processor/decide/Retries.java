package dev.penstock.processor.decide;

import dev.penstock.api.command.Report;
import dev.penstock.api.event.Attempt.AttemptFailed;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobFailed;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Submission.JobDispatched;
import dev.penstock.api.event.Submission.PolicyRenewed;
import dev.penstock.api.event.Waiting.PredecessorAwaited;
import dev.penstock.api.event.Waiting.RetryScheduled;
import dev.penstock.api.event.Waiting.WaitEnded;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.turn.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What follows an attempt that did not end well (S1.19 to S1.21, S3.16). */
final class Retries {
    private Retries() {}

    static Decision afterFailure(Job job, Report.Failed r, List<JobEvent> before, Moment moment) {
        List<JobEvent> events = new ArrayList<>(before);
        events.add(new AttemptFailed(r.lease(), r.took(), noted(r)));
        boolean forGood = r.abort() || r.failure().kind() == Failure.Kind.PERMANENT;
        if (job.status() == Status.STOPPING && !forGood) {
            return new Decision.Accepted(Stops.endAfter(job, events));
        }
        events.add(next(job, r, moment));
        return new Decision.Accepted(events);
    }

    /** The attempt is over without having failed: the job goes on with {@code next}, or ends if it is stopping. */
    static Decision afterAll(Job job, List<JobEvent> before, JobEvent next) {
        if (job.status() == Status.STOPPING) {
            return new Decision.Accepted(Stops.endAfter(job, before));
        }
        List<JobEvent> events = new ArrayList<>(before);
        events.add(next);
        return new Decision.Accepted(events);
    }

    /** The failure; it says so if the wait that the handler asks for cannot be kept. */
    private static Failure noted(Report.Failed r) {
        Failure f = r.failure();
        Duration asked = r.retryIn();
        if (asked == null || Waits.isPossible(asked)) {
            return f;
        }
        String note = "Its handler asked to be tried again after " + asked + ", which is not between 0 and "
                + Waits.LONGEST.toDays() + " days: the back-off of its type holds. ";
        return new Failure(f.kind(), f.error(), note + f.message(), f.stack());
    }

    private static JobEvent next(Job job, Report.Failed r, Moment moment) {
        if (r.abort()) {
            return new JobAborted("Given up by its handler: " + r.failure().message());
        }
        if (r.failure().kind() == Failure.Kind.PERMANENT) {
            return new JobFailed(JobFailed.Why.PERMANENT, false);
        }
        int failures = job.run().failures() + 1;
        if (failures >= job.policy().maxAttempts()) {
            return job.policy().onExhausted() == JobPolicy.OnExhausted.ABORTED
                    ? new JobAborted("All " + failures + " attempts failed.")
                    : new JobFailed(JobFailed.Why.EXHAUSTED, true);
        }
        Duration asked = r.retryIn();
        Duration wait = asked != null && Waits.isPossible(asked)
                ? asked
                : Waits.afterFailure(job.policy().backoff(), failures, moment.dice());
        return new RetryScheduled(moment.number(), moment.now().plus(wait));
    }

    /**
     * A waiting job goes on, with its type's present policy if that has been replaced since the job was submitted. The
     * event keeps what was looked up, so the fold never has to.
     */
    static List<JobEvent> next(Facts facts, Job job, JobEvent... events) {
        List<JobEvent> all = new ArrayList<>(List.of(events));
        JobPolicy present = present(facts, job);
        if (present.version() > job.policy().version()) {
            all.add(0, new PolicyRenewed(present));
        }
        return all;
    }

    /** The policy in force from the next attempt: the job's own unless its type has a newer one. */
    static JobPolicy present(Facts facts, Job job) {
        return facts.policy().version() > job.policy().version()
                ? facts.policy().with(job.spec().overrides())
                : job.policy();
    }

    /**
     * A job's wait is over. A member of a family queues, and is dispatched in its turn; who is to be in another's place waits for
     * its end.
     */
    static Decision waitEnded(Facts facts, Job job, Job.Wait wait, Moment moment) {
        JobId awaited = Uniqueness.awaited(facts, job);
        if (awaited != null) {
            return Decision.accepted(new PredecessorAwaited(awaited));
        }
        return new Decision.Accepted(
                Turns.areTaken(job) ? List.of(new WaitEnded(wait.timer())) : goOn(facts, job, moment));
    }

    /** A waiting job's next dispatch, under the policy in force from now on. */
    static List<JobEvent> goOn(Facts facts, Job job, Moment moment) {
        boolean claim = present(facts, job).capabilities().claimFirst() || claims(job);
        return next(facts, job, dispatched(facts, job, job.run().attempt() + 1, claim, moment));
    }

    /** The same attempt again if it never began, else the next one. */
    static JobDispatched again(Facts facts, Job job, Moment moment) {
        boolean began = job.run().holder() != null || job.run().dispatch() == null;
        return dispatched(facts, job, job.run().attempt() + (began ? 1 : 0), claims(job), moment);
    }

    /** The same attempt again, claimed before it runs. */
    static JobDispatched claimedFirst(Facts facts, Job job, Moment moment) {
        return dispatched(facts, job, job.run().attempt(), true, moment);
    }

    /** What had to be claimed and was never started must be claimed when it is dispatched again (A10). */
    private static boolean claims(Job job) {
        Dispatch lying = job.run().holder() == null ? job.run().dispatch() : null;
        return job.policy().capabilities().claimFirst() || job.run().claimNext() || (lying != null && lying.claim());
    }

    private static JobDispatched dispatched(Facts facts, Job job, int attempt, boolean claim, Moment moment) {
        return new JobDispatched(new Dispatch(
                job.run().round(),
                Math.max(1, attempt),
                moment.number(),
                job.priority(),
                claim,
                facts.around().limits(job.spec())));
    }
}
