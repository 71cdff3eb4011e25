package dev.penstock.stack.analyst.fold;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.stack.analyst.fold.AttemptLine.End;
import dev.penstock.stack.analyst.fold.AttemptLine.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The attempts behind the events. The job before an event knows its attempt, so a line is whole when the attempt ends. */
public final class Attempts {
    private Attempts() {}

    /** The attempt that an event ends. */
    public static Optional<AttemptLine> ended(Step step) {
        Job before = step.before();
        Dispatch d = before == null ? null : before.run().dispatch();
        if (before == null || d == null || !step.changes()) {
            return Optional.empty();
        }
        Event body = step.fact().event().body();
        Lease named = named(body);
        boolean other = named != null && !before.isHeldBy(named) && !before.isDispatchedAs(named);
        End end = other ? null : end(body, before, step.fact().event().at());
        return end == null ? Optional.empty() : Optional.of(line(before, named, d, end, step));
    }

    /** The attempt that a worker has begun and not ended. */
    public static Optional<AttemptLine> running(Standing standing) {
        Job.Holder holder = standing.job().run().holder();
        return holder == null
                ? Optional.empty()
                : Optional.of(new AttemptLine(
                        standing.job(),
                        holder.lease().round(),
                        holder.lease().attempt(),
                        holder.lease().number(),
                        holder.lease().worker(),
                        standing.job().run().dispatchedAt(),
                        holder.since(),
                        null,
                        standing.partition(),
                        standing.offset()));
    }

    private static AttemptLine line(Job before, @Nullable Lease named, Dispatch d, End end, Step step) {
        Job.Holder holder = before.run().holder();
        Lease lease = holder != null ? holder.lease() : named;
        return new AttemptLine(
                before,
                d.round(),
                d.attempt(),
                d.number(),
                lease == null || lease.worker().isEmpty() ? null : lease.worker(),
                before.run().dispatchedAt(),
                holder == null ? null : holder.since(),
                end,
                step.fact().partition(),
                step.fact().offset());
    }

    private static @Nullable Lease named(Event event) {
        return switch (event) {
            case Attempt e -> e.lease();
            case FamilyEvent.ChildrenAwaited e -> e.lease();
            case Ending.JobCompleted e -> e.lease();
            case Event e -> null;
        };
    }

    private static @Nullable End end(Event event, Job before, Instant at) {
        return switch (event) {
            case Attempt e -> attempt(e, before, at);
            case FamilyEvent.ChildrenAwaited e -> end(Outcome.SUCCEEDED, at, null, "waits for its children", before);
            case Ending.JobCompleted e -> e.lease() == null ? null : end(Outcome.SUCCEEDED, at, e.took(), null, before);
            case Waiting.DispatchVanished e -> end(Outcome.VANISHED, at, null, null, before);
            case Ending e -> cancelled(before, at);
            case Submission.JobRequeued e -> cancelled(before, at);
            case Event e -> null;
        };
    }

    private static @Nullable End attempt(Attempt event, Job before, Instant at) {
        return switch (event) {
            case Attempt.AttemptSucceeded e -> end(Outcome.SUCCEEDED, at, e.took(), null, before);
            case Attempt.AttemptFailed e -> new End(Outcome.FAILED, at, e.took(), null, e.failure());
            case Attempt.AttemptSnoozed e -> end(Outcome.SNOOZED, at, null, "again in " + e.delay(), before);
            case Attempt.AttemptStopped e -> end(Outcome.STOPPED, at, e.took(), null, before);
            case Attempt.AttemptLost e -> end(Outcome.LOST, at, null, e.cause().name(), before);
            case Attempt.AttemptHandedBack e -> end(Outcome.HANDED_BACK, at, null, e.why(), before);
            case Attempt.StaleDispatchDropped e -> end(Outcome.DROPPED, at, null, null, before);
            case Attempt.DeliveriesExhausted e -> end(Outcome.UNDELIVERED, at, null, null, before);
            case Attempt.AttemptStarted e -> null;
            case Attempt.ProgressReported e -> null;
            case Attempt.CheckpointSaved e -> null;
            case Attempt.ArtifactAttached e -> null;
        };
    }

    /** The job ends or is sent back while somebody holds it. */
    private static @Nullable End cancelled(Job before, Instant at) {
        return before.run().holder() == null ? null : end(Outcome.CANCELLED, at, null, null, before);
    }

    private static End end(Outcome outcome, Instant at, @Nullable Duration took, @Nullable String note, Job before) {
        Job.Holder holder = before.run().holder();
        Duration whole = took == null && holder != null ? Duration.between(holder.since(), at) : took;
        return new End(outcome, at, whole, note, null);
    }
}
