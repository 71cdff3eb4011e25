package dev.penstock.processor.simulate.past;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;

/** An attempt's place in the life of its job. */
public record AttemptKey(JobId job, int round, int attempt) {
    public static AttemptKey of(JobId job, Lease lease) {
        return new AttemptKey(job, lease.round(), lease.attempt());
    }
}
