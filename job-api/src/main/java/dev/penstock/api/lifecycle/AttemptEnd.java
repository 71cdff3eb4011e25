package dev.penstock.api.lifecycle;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Lease;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended. The job before the event knows its attempt, so nothing has to be kept beside the fold.
 *
 * @param lease of the attempt; its worker is empty if nobody began it
 * @param at when it ended
 * @param took as its worker measured it, else from its start to its end; null if it never ran
 * @param note why, in words: the cause of a loss, the sentence of a hand-back
 * @param failure of a failed one
 */
public record AttemptEnd(
        Lease lease,
        Outcome outcome,
        Instant at,
        @Nullable Duration took,
        @Nullable String note,
        @Nullable Failure failure) {

    /** The ends of an attempt. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        STOPPED,
        SNOOZED,
        /** The lease was taken away. */
        LOST,
        HANDED_BACK,
        /** A stale dispatch, dropped unread. */
        DROPPED,
        /** The share group's deliveries were used up. */
        UNDELIVERED,
        /** No work topic held the dispatch any more. */
        VANISHED,
        /** The job ended under it. */
        CANCELLED
    }

    /** The end that an event brings to the attempt of the job as it was {@code before}; null if it ends none. */
    public static @Nullable AttemptEnd of(Job before, Event event, Instant at) {
        Found found = new Found(before, at);
        return switch (event) {
            case Attempt e -> found.attempt(e);
            case FamilyEvent.ChildrenAwaited e ->
                found.open(e.lease(), Outcome.SUCCEEDED, null, "waits for its children");
            case Ending.JobCompleted e ->
                e.lease() == null ? null : found.open(e.lease(), Outcome.SUCCEEDED, e.took(), null);
            case Waiting.DispatchVanished e -> found.vanished(e.lease());
            case Ending e -> found.cancelled();
            case Submission.JobRequeued e -> found.cancelled();
            case Event e -> null;
        };
    }

    private record Found(Job before, Instant at) {
        private @Nullable AttemptEnd attempt(Attempt event) {
            return switch (event) {
                case Attempt.AttemptSucceeded e -> open(e.lease(), Outcome.SUCCEEDED, e.took(), null);
                case Attempt.AttemptFailed e -> open(e.lease(), Outcome.FAILED, e.took(), null, e.failure());
                case Attempt.AttemptSnoozed e -> open(e.lease(), Outcome.SNOOZED, null, "again in " + e.delay());
                case Attempt.AttemptStopped e -> open(e.lease(), Outcome.STOPPED, e.took(), null);
                case Attempt.AttemptLost e ->
                    open(e.lease(), Outcome.LOST, null, e.cause().name());
                case Attempt.AttemptHandedBack e -> open(e.lease(), Outcome.HANDED_BACK, null, e.why());
                case Attempt.StaleDispatchDropped e -> open(e.lease(), Outcome.DROPPED, null, null);
                case Attempt.DeliveriesExhausted e -> open(e.lease(), Outcome.UNDELIVERED, null, null);
                case Attempt.AttemptStarted e -> null;
                case Attempt.ProgressReported e -> null;
                case Attempt.CheckpointSaved e -> null;
                case Attempt.ArtifactAttached e -> null;
            };
        }

        private @Nullable AttemptEnd open(
                Lease lease, Outcome outcome, @Nullable Duration took, @Nullable String note) {
            return open(lease, outcome, took, note, null);
        }

        /** A parent that waited for its children completes with the lease of an attempt that has ended long ago. */
        private @Nullable AttemptEnd open(
                Lease lease,
                Outcome outcome,
                @Nullable Duration took,
                @Nullable String note,
                @Nullable Failure failure) {
            boolean open = before.isHeldBy(lease) || before.isDispatchedAs(lease);
            return open ? end(lease, outcome, took, note, failure) : null;
        }

        private @Nullable AttemptEnd vanished(long number) {
            Dispatch d = before.run().dispatch();
            return d == null
                    ? null
                    : end(new Lease(d.round(), d.attempt(), number, ""), Outcome.VANISHED, null, null, null);
        }

        /** The job ends or is sent back while somebody holds it. */
        private @Nullable AttemptEnd cancelled() {
            Job.Holder holder = before.run().holder();
            return holder == null ? null : end(holder.lease(), Outcome.CANCELLED, null, null, null);
        }

        private AttemptEnd end(
                Lease lease,
                Outcome outcome,
                @Nullable Duration took,
                @Nullable String note,
                @Nullable Failure failure) {
            Job.Holder holder = before.run().holder();
            Duration whole = took == null && holder != null ? Duration.between(holder.since(), at) : took;
            return new AttemptEnd(lease, outcome, at, whole, note, failure);
        }
    }
}
