package dev.penstock.projector.analyst.picture;

import dev.penstock.api.job.Status;
import java.util.EnumMap;
import java.util.Map;

/** The jobs of one queue, counted. */
final class QueueCount {
    private final Map<Status, Long> jobs = new EnumMap<>(Status.class);
    private long dispatched;

    void add(Status status, boolean isDispatched, long count) {
        jobs.merge(status, count, Long::sum);
        dispatched += status == Status.QUEUED && isDispatched ? count : 0;
    }

    QueueLine line(String queue, boolean paused) {
        long ended = jobs.entrySet().stream()
                .filter(entry -> entry.getKey().isEnd())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new QueueLine(
                queue,
                paused,
                in(Status.QUEUED),
                dispatched,
                in(Status.SCHEDULED) + in(Status.RETRYING),
                in(Status.RUNNING) + in(Status.STOPPING),
                in(Status.WAITING_FOR_CHILDREN),
                ended);
    }

    private long in(Status status) {
        return jobs.getOrDefault(status, 0L);
    }
}
