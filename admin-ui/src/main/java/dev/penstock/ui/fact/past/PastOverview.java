package dev.penstock.ui.fact.past;

import dev.penstock.ui.fact.Depths;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.Statistics;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The whole system as it was.
 *
 * @param at as of when
 * @param exactAt the moment that {@code depths} and {@code queues} are of: {@code at}, or the end of its minute if so many jobs have
 *     changed since that they are counted back by the minute
 * @param depths jobs by status
 * @param queues the same for each queue that had a job that was not at its end
 * @param held the leases that were held longest, at most {@link #SHOWN}
 * @param workers how many leases each worker held
 * @param allHeld whether {@code held} and {@code workers} know of every lease
 * @param window what happened until then
 * @param unfolded jobs that are not counted because their histories are too long
 * @param deletedSince jobs that were deleted since, some of which were there then: their histories went with them
 */
public record PastOverview(
        Instant at,
        Instant exactAt,
        Depths depths,
        Map<String, Depths> queues,
        List<JobFact> held,
        Map<String, Long> workers,
        boolean allHeld,
        Statistics window,
        int unfolded,
        long deletedSince) {
    /** So many leases are shown. */
    public static final int SHOWN = 50;

    /** Leases that were held. */
    public long leases() {
        return workers.values().stream().mapToLong(Long::longValue).sum();
    }
}
