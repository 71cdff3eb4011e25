package dev.penstock.processor.simulate.world;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;

/** An attempt that runs. */
final class Performance {
    final Worker worker;
    final JobId job;
    final Lease lease;
    final String queue;
    /** Microseconds since 1970. */
    final long startedAt;

    private boolean over;

    Performance(Worker worker, JobId job, Lease lease, String queue, long startedAt) {
        this.worker = worker;
        this.job = job;
        this.lease = lease;
        this.queue = queue;
        this.startedAt = startedAt;
    }

    boolean isOn() {
        return !over;
    }

    void end() {
        over = true;
        worker.ended();
    }
}
