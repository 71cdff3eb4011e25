package dev.penstock.processor.due;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.processor.detect.Remaining;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the world outside the partition.
 *
 * @param time the log's clock
 * @param workers who lives and what they hold
 * @param work what the work topics still hold
 * @param shares what a family may have of a queue
 */
public record Watch(LogTime time, Workers workers, Work work, Shares shares) {
    /** The log's clock, as far as this process has read it back. */
    public interface LogTime {
        /** Now, never ahead of the brokers' clock; null until the first own pulse was read back. */
        @Nullable
        Instant now();
    }

    /** What the workers' beats say (A2, A8). */
    public interface Workers {
        boolean isSilent(String worker);

        /** Whether two beats in a row, both much younger than the lease, do not list it. */
        boolean isLeaked(JobId job, Lease lease, Instant since);
    }

    /** What the members of one root may have of a queue while others wait in it (S2.24, B6). */
    public interface Shares {
        /** While so many of the root's members run, no more are dispatched; null: nobody else waits, or it is not known. */
        @Nullable
        Integer of(String queue, JobId root);
    }

    /** What the share groups have left (A3). */
    public interface Work {
        /** What is left where this job's dispatch was put; null if it is not known. */
        @Nullable
        Remaining remaining(String queue, String lane, JobId job);
    }
}
