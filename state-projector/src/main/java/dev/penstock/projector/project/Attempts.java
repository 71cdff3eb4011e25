package dev.penstock.projector.project;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.AttemptView.End;
import dev.penstock.projector.view.AttemptView.Outcome;
import dev.penstock.projector.view.Place;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The row of the attempt that an event begins or ends. The job before the event knows the rest of the attempt, so the row
 * is always whole and never has to be read back.
 */
final class Attempts {
    private final Job before;
    private final Instant at;
    private final Place place;

    private Attempts(Job before, Instant at, Place place) {
        this.before = before;
        this.at = at;
        this.place = place;
    }

    /** Null if the event changes no attempt. */
    static @Nullable AttemptView changed(Job before, JobEvent event, Instant at, Place place) {
        return new Attempts(before, at, place).row(event);
    }

    private @Nullable AttemptView row(JobEvent event) {
        return switch (event) {
            case Attempt e -> attempt(e);
            case FamilyEvent.ChildrenAwaited e -> ended(e.lease(), Outcome.SUCCEEDED, null, "waits for its children");
            case Ending.JobCompleted e ->
                e.lease() == null ? null : ended(e.lease(), Outcome.SUCCEEDED, e.took(), null);
            case Waiting.DispatchVanished e -> vanished(e.lease());
            case Ending e -> cancelled();
            case Submission.JobRequeued e -> cancelled();
            case JobEvent e -> null;
        };
    }

    private @Nullable AttemptView attempt(Attempt event) {
        return switch (event) {
            case Attempt.AttemptStarted e -> started(e);
            case Attempt.AttemptSucceeded e -> ended(e.lease(), Outcome.SUCCEEDED, e.took(), null);
            case Attempt.AttemptFailed e -> failed(e);
            case Attempt.AttemptSnoozed e -> ended(e.lease(), Outcome.SNOOZED, null, "again in " + e.delay());
            case Attempt.AttemptStopped e -> ended(e.lease(), Outcome.STOPPED, e.took(), null);
            case Attempt.AttemptLost e ->
                ended(e.lease(), Outcome.LOST, null, e.cause().name());
            case Attempt.AttemptHandedBack e -> ended(e.lease(), Outcome.HANDED_BACK, null, e.why());
            case Attempt.StaleDispatchDropped e -> ended(e.lease(), Outcome.DROPPED, null, null);
            case Attempt.DeliveriesExhausted e -> ended(e.lease(), Outcome.UNDELIVERED, null, null);
            case Attempt.ProgressReported e -> null;
            case Attempt.CheckpointSaved e -> null;
            case Attempt.ArtifactAttached e -> null;
        };
    }

    private AttemptView started(Attempt.AttemptStarted e) {
        return new AttemptView(
                key(e.lease().number()),
                e.lease().round(),
                e.lease().attempt(),
                e.lease().worker(),
                e.delivery(),
                e.claimed(),
                before.run().dispatchedAt(),
                e.startedAt(),
                null,
                place);
    }

    private @Nullable AttemptView failed(Attempt.AttemptFailed e) {
        Failure failure = e.failure();
        return isOpen(e.lease()) ? closed(e.lease(), new End(Outcome.FAILED, at, e.took(), null, failure)) : null;
    }

    private @Nullable AttemptView ended(Lease lease, Outcome outcome, @Nullable Duration took, @Nullable String note) {
        return isOpen(lease) ? closed(lease, new End(outcome, at, took, note, null)) : null;
    }

    private @Nullable AttemptView vanished(long number) {
        Dispatch d = before.run().dispatch();
        return d == null
                ? null
                : closed(
                        new Lease(d.round(), d.attempt(), number, ""), new End(Outcome.VANISHED, at, null, null, null));
    }

    /** The job ends or is sent back while somebody holds it. */
    private @Nullable AttemptView cancelled() {
        Job.Holder holder = before.run().holder();
        return holder == null ? null : closed(holder.lease(), new End(Outcome.CANCELLED, at, null, null, null));
    }

    /** A parent that waited for its children completes with the lease of an attempt that has ended long ago. */
    private boolean isOpen(Lease lease) {
        return before.isHeldBy(lease) || before.isDispatchedAs(lease);
    }

    private AttemptView closed(Lease lease, End end) {
        Job.Holder holder = before.run().holder();
        Dispatch d = before.run().dispatch();
        Instant since = holder == null ? null : holder.since();
        boolean ran = since != null;
        End whole = end.took() != null || !ran
                ? end
                : new End(end.outcome(), end.at(), Duration.between(since, at), end.note(), end.failure());
        return new AttemptView(
                key(lease.number()),
                lease.round(),
                lease.attempt(),
                lease.worker().isEmpty() ? null : lease.worker(),
                holder == null ? null : holder.delivery(),
                d != null && d.claim(),
                before.run().dispatchedAt(),
                since,
                whole,
                place);
    }

    private AttemptView.Key key(long number) {
        return new AttemptView.Key(before.id(), number);
    }
}
