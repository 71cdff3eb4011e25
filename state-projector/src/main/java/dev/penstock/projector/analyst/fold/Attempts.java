package dev.penstock.projector.analyst.fold;

import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
import java.util.Optional;

/** The attempts behind the events. The job before an event knows its attempt, so a line is whole when the attempt ends. */
public final class Attempts {
    private Attempts() {}

    /** The attempt that an event ends. */
    public static Optional<AttemptLine> ended(Step step) {
        Job before = step.before();
        AttemptEnd end = before == null || !step.changes()
                ? null
                : AttemptEnd.of(
                        before, step.fact().event().body(), step.fact().event().at());
        return before == null || end == null ? Optional.empty() : Optional.of(line(before, end, step));
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

    private static AttemptLine line(Job before, AttemptEnd end, Step step) {
        Job.Holder holder = before.run().holder();
        Lease lease = end.lease();
        return new AttemptLine(
                before,
                lease.round(),
                lease.attempt(),
                lease.number(),
                lease.worker().isEmpty() ? null : lease.worker(),
                before.run().dispatchedAt(),
                holder == null ? null : holder.since(),
                end,
                step.fact().partition(),
                step.fact().offset());
    }
}
