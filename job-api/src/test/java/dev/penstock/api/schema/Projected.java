package dev.penstock.api.schema;

import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that the read side publishes. Only it writes them, so they are not words of the language. */
final class Projected {
    private Projected() {}

    /**
     * The fold of a job's events up to one place in the log; a reader that sees a lower version than it has keeps its own.
     *
     * @param partition partition of the last event folded into it
     * @param offset offset of that event
     * @param version of the job after it
     * @param job the job; a hash stands in place of its idempotency key
     */
    record JobState(int partition, long offset, long version, Job job) {}

    /**
     * What happened in one minute, by queue and type, in one partition of the log. Sums over partitions, and over minutes,
     * are what happened in all.
     *
     * @param minute its beginning
     * @param queue name of the queue
     * @param type job type
     * @param partition partition of the events counted here
     * @param counts by what was counted
     * @param measured by what was measured, in milliseconds
     * @param net jobs that entered a status less those that left it, by status
     */
    record Statistic(
            Instant minute,
            String queue,
            String type,
            int partition,
            Map<String, Long> counts,
            Map<String, Measured> measured,
            Map<String, Long> net) {}

    /**
     * A distribution.
     *
     * @param count values
     * @param sum of them, milliseconds
     * @param min the least; absent if there is none
     * @param max the greatest; absent if there is none
     * @param sketch DDSketch for quantiles, base64; mergeable
     */
    record Measured(
            long count,
            long sum,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable String sketch) {}
}
