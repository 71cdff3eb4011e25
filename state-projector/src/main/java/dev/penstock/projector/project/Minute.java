package dev.penstock.projector.project;

import dev.penstock.api.job.Status;
import java.util.EnumMap;
import java.util.Map;

/**
 * The figures of one minute of a queue and type, in one partition; those of all partitions are summed and merged by the
 * reader, so nothing has to be repartitioned (failure scenario B4).
 *
 * <p>Mutable; a batch works on a {@link #copy}.
 */
public final class Minute {
    /** What is counted. */
    public enum Count {
        CREATED,
        /** Attempts begun. */
        STARTED,
        COMPLETED,
        /** Jobs that became FAILED, and went to the dead letters. */
        FAILED,
        ABORTED,
        STOPPED,
        DELETED,
        FAILED_ATTEMPTS,
        /** Attempts begun after a job's first. */
        RETRIED,
        LOST_LEASES
    }

    /** What is measured. */
    public enum Measure {
        /** From the moment a round may start to its start. */
        WAIT,
        /** From a round's start to its end, COMPLETED or FAILED, retries included. */
        DURATION,
        /** Of one attempt. */
        RUN
    }

    private final Map<Count, Long> counts;
    private final Map<Measure, Spread> measures;
    private final Map<Status, Long> net;

    /** Nothing yet. */
    public Minute() {
        this(new EnumMap<>(Count.class), new EnumMap<>(Measure.class), new EnumMap<>(Status.class));
    }

    /** What was kept; absent is zero. */
    public Minute(Map<Count, Long> counts, Map<Measure, Spread> measures, Map<Status, Long> net) {
        this.counts = counts;
        this.measures = measures;
        this.net = net;
    }

    void count(Count what, long times) {
        counts.merge(what, times, Long::sum);
    }

    void measure(Measure what, java.time.Duration took) {
        measures.computeIfAbsent(what, missing -> new Spread()).add(took);
    }

    void moved(Status status, long jobs) {
        net.merge(status, jobs, Long::sum);
    }

    Minute copy() {
        Map<Measure, Spread> copies = new EnumMap<>(Measure.class);
        measures.forEach((what, spread) -> copies.put(what, spread.copy()));
        Minute copy = new Minute(new EnumMap<>(Count.class), copies, new EnumMap<>(Status.class));
        copy.counts.putAll(counts);
        copy.net.putAll(net);
        return copy;
    }

    public long count(Count what) {
        return counts.getOrDefault(what, 0L);
    }

    public Spread measure(Measure what) {
        return measures.getOrDefault(what, new Spread());
    }

    /** By how much the number of jobs in {@code status} grew in this minute; negative if it shrank. */
    public long net(Status status) {
        return net.getOrDefault(status, 0L);
    }
}
