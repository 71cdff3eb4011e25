package dev.penstock.projector.analyst.picture;

import dev.penstock.api.job.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as of a moment.
 *
 * @param asOf how far the log was folded, {@code partition:offset}
 * @param lastEventAt time of the last event folded; null if there was none
 * @param statuses jobs in each status; statuses without jobs are absent
 * @param queues by name
 * @param running leases in force, oldest first
 * @param workers leases of each worker that holds any
 * @param totals since the log began
 */
public record Picture(
        String asOf,
        @Nullable Instant lastEventAt,
        Map<Status, Long> statuses,
        List<QueueLine> queues,
        List<Holding> running,
        Map<String, Long> workers,
        Totals totals) {}
