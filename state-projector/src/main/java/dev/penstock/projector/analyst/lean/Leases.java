package dev.penstock.projector.analyst.lean;

import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.analyst.picture.Holding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The leases in force of a partition, by their jobs. Mutable; not thread-safe. */
final class Leases {
    private final Map<JobKey, Holding> running = new HashMap<>();

    Leases(Collection<Holding> known) {
        known.forEach(holding -> running.put(JobKey.of(holding.job()), holding));
    }

    Collection<Holding> all() {
        return running.values();
    }

    /** The job's lease as {@code evolve} knows it; null if nobody holds one. */
    Job.@Nullable Holder of(JobKey key) {
        Holding holding = running.get(key);
        return holding == null
                ? null
                : new Job.Holder(
                        new Lease(holding.round(), holding.attempt(), holding.lease(), holding.worker()),
                        holding.since(),
                        null,
                        false);
    }

    /** The job is so now; null: it is gone. */
    void note(JobKey key, String id, @Nullable Job job) {
        Job.Holder holder = job == null ? null : job.run().holder();
        if (job == null || holder == null) {
            running.remove(key);
            return;
        }
        Lease lease = holder.lease();
        running.put(
                key,
                new Holding(
                        id,
                        job.spec().type(),
                        job.queue(),
                        job.status().name(),
                        lease.worker(),
                        lease.round(),
                        lease.attempt(),
                        lease.number(),
                        holder.since()));
    }
}
