package dev.penstock.processor.decide;

import dev.penstock.api.command.Report;
import dev.penstock.api.command.Report.Await;
import dev.penstock.api.event.Ending.JobCompleted;
import dev.penstock.api.event.Ending.JobFailed;
import dev.penstock.api.event.FamilyEvent.ChildEnded;
import dev.penstock.api.event.FamilyEvent.ChildReopened;
import dev.penstock.api.event.FamilyEvent.ChildrenAwaited;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy.OnChildFailed;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Calls;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.processor.decide.fact.Decision;
import dev.penstock.processor.decide.fact.Facts;
import dev.penstock.processor.decide.fact.Moment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the end of a child makes of its parent (S1.15 to S1.17). A parent that waits never ends before its children. */
public final class Families {
    private Families() {}

    /** What the parent is told of a child whose status has changed; empty if it need not know. */
    public static List<JobEvent> told(JobId child, @Nullable Job before, @Nullable Job after) {
        Status was = before == null ? null : before.status();
        Status is = after == null ? null : after.status();
        boolean ended = was != null && was.isEnd();
        if (was == Status.STOPPED && (is == null || is == Status.ABORTED)) {
            return List.of(new ChildReopened(child, was), new ChildEnded(child, Status.ABORTED));
        }
        if (is == null) {
            return List.of();
        }
        if (!ended && is.isEnd()) {
            return List.of(new ChildEnded(child, is));
        }
        return was != null && ended && !is.isEnd() ? List.of(new ChildReopened(child, was)) : List.of();
    }

    /** Whether a child belongs to those that the parent waits for. */
    public static boolean isOfThisGeneration(Job parent, Job child) {
        return child.birth() != null
                && child.birth().generation()
                        == parent.children().callsOrFirst().generation();
    }

    /** The attempt ends, and the job is called back; what it waits for may have happened already. */
    static Decision awaited(Job job, Report.AwaitChildren r, Moment moment) {
        Calls calls = job.children().callsOrFirst();
        if (calls.await() != null && job.children().open() == 0 && calls.ends() == calls.telling()) {
            Failure nothing = new Failure(
                    Failure.Kind.PERMANENT,
                    "NothingToAwait",
                    "The handler awaits children, but has no open ones and has been told of every end. Spawn before awaiting,"
                            + " or return.",
                    "");
            return Retries.afterFailure(
                    job,
                    new Report.Failed(job.id(), r.lease(), null, r.took(), nothing, null, false),
                    List.of(),
                    moment);
        }
        return Decision.accepted(new ChildrenAwaited(r.lease(), r.mode()));
    }

    /** What a parent does next, now that its children stand as they do; empty: it goes on waiting. */
    public static List<JobEvent> goOn(Facts facts, Job parent, Moment moment) {
        Job.Children children = parent.children();
        if (parent.status() == Status.STOPPING) {
            return parent.run().holder() == null && Stops.isQuiet(parent) ? List.of(Stops.end(parent)) : List.of();
        }
        if (parent.status() != Status.WAITING_FOR_CHILDREN || isIncomplete(parent)) {
            return List.of();
        }
        boolean fails = children.failed() > 0 && parent.policy().onChildFailed() == OnChildFailed.FAIL;
        boolean all = children.open() == 0;
        Await await = children.callsOrFirst().await();
        if (!fails
                && await != null
                && (all || (await == Await.EACH && children.callsOrFirst().news() > 0))) {
            return Retries.goOn(facts, parent, moment);
        }
        if (!all) {
            return List.of();
        }
        return List.of(
                fails
                        ? new JobFailed(JobFailed.Why.CHILD_FAILED, false)
                        : new JobCompleted(null, Duration.ZERO, parent.result()));
    }

    /** A batch whose jobs have not all been submitted. */
    private static boolean isIncomplete(Job parent) {
        Integer expected = parent.spec().batchOf();
        return expected != null && parent.children().total() < expected;
    }

    /** Ends of a parent that a child's act must not go behind. */
    static @Nullable String objection(@Nullable Job parent) {
        return parent != null && parent.status() == Status.STOPPED
                ? "its parent " + parent.id() + " is STOPPED; resume or abort that, and its children follow."
                : null;
    }
}
