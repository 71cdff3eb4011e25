package dev.penstock.ui.fact;

import dev.penstock.api.job.Status;
import java.util.EnumMap;
import java.util.Map;

/** How many jobs have each status; never a scan, so it is exact and cheap. */
public record Depths(Map<Status, Long> byStatus) {
    public static final Depths NONE = new Depths(Map.of());

    public Depths {
        byStatus = Map.copyOf(byStatus);
    }

    public long of(Status... statuses) {
        long sum = 0;
        for (Status status : statuses) {
            sum += byStatus.getOrDefault(status, 0L);
        }
        return sum;
    }

    /** Being processed (S0.4). */
    public long running() {
        return of(Status.RUNNING, Status.STOPPING);
    }

    /** Waiting to start (S0.4). */
    public long queued() {
        return of(Status.QUEUED);
    }

    public long failed() {
        return of(Status.FAILED);
    }

    /** Not at an end. */
    public long open() {
        return byStatus.entrySet().stream()
                .filter(entry -> !entry.getKey().isEnd())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long all() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    /** These with more of one status. */
    public Depths plus(Status status, long jobs) {
        Map<Status, Long> sum = new EnumMap<>(Status.class);
        sum.putAll(byStatus);
        sum.merge(status, jobs, Long::sum);
        return new Depths(sum);
    }
}
