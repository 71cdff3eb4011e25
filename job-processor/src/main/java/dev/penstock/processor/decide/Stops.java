package dev.penstock.processor.decide;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Timer;
import dev.penstock.api.event.Control.AbortRequested;
import dev.penstock.api.event.Control.ForceStopRequested;
import dev.penstock.api.event.Control.StopRequested;
import dev.penstock.api.event.Control.SubjectErased;
import dev.penstock.api.event.Ending.JobAborted;
import dev.penstock.api.event.Ending.JobStopped;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission.JobRequeued;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Change;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import dev.penstock.processor.decide.fact.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stop, abort and resume of what runs or waits for others (S2.15 to S2.18). What touches a family goes through its children a
 * piece at a time, one {@code Continue} for each (A1).
 */
public final class Stops {
    /** Children in a piece: each may cost an event, its parent's, a revocation and a dispatch. */
    private static final int PIECE = 240;

    private Stops() {}

    /** What becomes of a job that is asked to stop: at once if nothing of it or its family runs. */
    static JobEvent stop(Job job) {
        return job.run().holder() == null && isQuiet(job) ? new JobStopped() : new StopRequested();
    }

    /** What becomes of a job that is given up: at once if no child of it is left. The children of one that failed go on. */
    static JobEvent abort(Job job, String why) {
        boolean alone = job.run().holder() == null && job.children().open() == 0;
        return alone || job.status() == Status.FAILED ? new JobAborted(why) : new AbortRequested(why);
    }

    /** Its key is about to go: a job that has not ended would fail at it, so it is given up first (B15). */
    static Decision erased(Job job, Act.EraseSubject act, Actor actor) {
        String subject = job.spec().subject();
        if (subject == null || !subject.equals(act.subject())) {
            return Decision.refused(
                    RefusalKind.INVALID,
                    "Cannot erase the subject of " + job.spec().type() + " " + job.id() + ": it is not of subject "
                            + act.subject() + ".");
        }
        SubjectErased erased = new SubjectErased(subject);
        return job.status().isEnd() || isGivenUp(job)
                ? Decision.accepted(erased)
                : Decision.accepted(erased, abort(job, "Its subject was erased by " + actor + "."));
    }

    private static boolean isGivenUp(Job job) {
        Job.Stopping stopping = job.run().stopping();
        return stopping != null && stopping.abort();
    }

    /** Whether no child of the job runs or waits any more. */
    static boolean isQuiet(Job job) {
        Job.Stopping stopping = job.run().stopping();
        int stopped = stopping != null && stopping.abort()
                ? 0
                : job.children().callsOrFirst().stopped();
        return job.children().open() == stopped;
    }

    /** How a stopping job ends. */
    static JobEvent end(Job job) {
        Job.Stopping stopping = job.run().stopping();
        return stopping != null && stopping.abort() ? new JobAborted(stopping.why()) : new JobStopped();
    }

    /** Ends a stopping job whose attempt has ended; with a family that has not, it goes on stopping. */
    static List<JobEvent> endAfter(Job job, List<JobEvent> events) {
        List<JobEvent> all = new ArrayList<>(events);
        if (isQuiet(job)) {
            all.add(end(job));
        }
        return all;
    }

    /** Whether the family has to be gone through: what the parent is asked has not reached all of its children. */
    public static boolean isPending(Job parent) {
        Calls calls = parent.children().calls();
        if (calls == null) {
            return false;
        }
        return parent.status() == Status.STOPPING
                ? !isQuiet(parent)
                : calls.resuming() && parent.status() == Status.WAITING_FOR_CHILDREN;
    }

    /** The next piece of the children. */
    static Decision goOn(Facts facts, Timer.Continue timer, Moment moment) {
        Job parent = facts.job();
        if (parent == null || !isPending(parent)) {
            return Decision.copy("The act has reached the whole family.");
        }
        Surroundings.Children piece = facts.around().children(parent.id(), timer.cursor(), PIECE);
        List<Change> changes = new ArrayList<>();
        for (Job child : piece.jobs()) {
            JobEvent event = parent.status() == Status.STOPPING ? stopped(parent, child) : resumed(facts, child);
            if (event != null) {
                changes.add(new Change(child.id(), event));
            }
        }
        Timer next = piece.next() == null ? null : new Timer.Continue(parent.id(), timer.command(), piece.next());
        return changes.isEmpty() && next == null
                ? Decision.copy("The act has reached the whole family.")
                : new Decision.Accepted(List.of(), changes, next);
    }

    private static @Nullable JobEvent resumed(Facts facts, Job child) {
        return child.status() == Status.STOPPED && child.policy().capabilities().resumable()
                ? new JobRequeued(JobRequeued.Cause.RESUME, child.run().round(), null, Acts.recount(facts, child))
                : null;
    }

    private static @Nullable JobEvent stopped(Job parent, Job child) {
        Job.Stopping how = parent.run().stopping();
        boolean abort = how != null && how.abort();
        String why = how == null ? "" : how.why();
        boolean forced = how != null && how.forced();
        return switch (child.status()) {
            case QUEUED, SCHEDULED, RETRYING, WAITING_FOR_CHILDREN -> abort ? abort(child, why) : stop(child);
            case STOPPED -> abort ? abort(child, why) : null;
            case RUNNING ->
                !child.policy().capabilities().stoppable()
                        ? null
                        : abort ? new AbortRequested(why) : new StopRequested();
            case STOPPING -> {
                Job.Stopping its = child.run().stopping();
                if (abort && (its == null || !its.abort())) {
                    yield new AbortRequested(why);
                }
                yield forced && (its == null || !its.forced()) ? new ForceStopRequested() : null;
            }
            case COMPLETED, FAILED, ABORTED, EXPIRED -> null;
        };
    }
}
