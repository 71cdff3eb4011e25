package dev.penstock.processor.due;

import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The leases in force in one partition. Written by its stream thread, read by the observer's too. */
public final class RunningLeases {
    private final Map<JobId, Held> byJob = new ConcurrentHashMap<>();

    /**
     * A lease in force.
     *
     * @param since when it was granted
     * @param endsAt when its attempt has run as long as its type allows; null: no limit
     * @param asked what its worker has been asked; null: nothing
     */
    record Held(
            JobId job,
            Lease lease,
            Instant since,
            @Nullable Instant endsAt,
            @Nullable Signal asked) {}

    void changed(Job job) {
        Job.Holder holder = job.run().holder();
        if (holder == null) {
            byJob.remove(job.id());
            return;
        }
        Duration timeout = job.policy().timeout();
        byJob.put(
                job.id(),
                new Held(
                        job.id(),
                        holder.lease(),
                        holder.since(),
                        timeout == null ? null : holder.since().plus(timeout),
                        asked(job, holder.lease().number())));
    }

    private static @Nullable Signal asked(Job job, long lease) {
        Job.Stopping stopping = job.run().stopping();
        return stopping == null
                ? null
                : stopping.forced() ? new Signal.ForceStop(job.id(), lease) : new Signal.Stop(job.id(), lease);
    }

    void gone(JobId job) {
        byJob.remove(job);
    }

    Collection<Held> all() {
        return byJob.values();
    }

    /** How many. */
    public int size() {
        return byJob.size();
    }

    /** Whether the log grants this lease to this worker. */
    public boolean grants(JobId job, long lease, String worker) {
        Held held = byJob.get(job);
        return held != null
                && held.lease().number() == lease
                && held.lease().worker().equals(worker);
    }
}
