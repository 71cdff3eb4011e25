package dev.penstock.stack.chaos.load;

import dev.penstock.api.job.JobId;
import dev.penstock.stack.history.model.Stand;

/**
 * A job as it was seen a moment ago.
 *
 * @param lifecycle what an act quotes as {@code ifVersion}
 * @param lease number of the lease in force; -1 if nobody holds the job
 */
public record Sight(JobId job, Stand stand, long lifecycle, long lease, boolean review) {}
