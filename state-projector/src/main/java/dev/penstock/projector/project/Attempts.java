package dev.penstock.projector.project;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.view.AttemptView;
import dev.penstock.projector.view.Place;
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
        if (event instanceof Attempt.AttemptStarted e) {
            return started(e);
        }
        AttemptEnd end = AttemptEnd.of(before, event, at);
        return end == null ? null : closed(end);
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

    private AttemptView closed(AttemptEnd end) {
        Lease lease = end.lease();
        Job.Holder holder = before.run().holder();
        Dispatch d = before.run().dispatch();
        return new AttemptView(
                key(lease.number()),
                lease.round(),
                lease.attempt(),
                lease.worker().isEmpty() ? null : lease.worker(),
                holder == null ? null : holder.delivery(),
                d != null && d.claim(),
                before.run().dispatchedAt(),
                holder == null ? null : holder.since(),
                end,
                place);
    }

    private AttemptView.Key key(long number) {
        return new AttemptView.Key(before.id(), number);
    }
}
