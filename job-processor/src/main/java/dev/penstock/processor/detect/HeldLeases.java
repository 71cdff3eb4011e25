package dev.penstock.processor.detect;

import dev.penstock.api.dispatch.Beat.Held;
import dev.penstock.api.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the last two beats of each worker list, against what the log says they hold (A2).
 *
 * <p>Two beats, because one may have been written while a report was on its way.
 */
public final class HeldLeases {
    /** Beats list leases held for over 5 s; one this old that is not listed is not held. */
    public static final Duration LISTED_AFTER = Duration.ofSeconds(10);

    private final Map<String, Beats> byWorker = new HashMap<>();

    private record Listing(Instant at, Set<Held> leases) {
        boolean lacks(Held lease, Instant since) {
            return !at.isBefore(since.plus(LISTED_AFTER)) && !leases.contains(lease);
        }
    }

    private record Beats(Listing last, @Nullable Listing before) {}

    /** A worker's beat was read. */
    public void beat(String worker, Instant at, List<Held> leases) {
        Beats beats = byWorker.get(worker);
        byWorker.put(worker, new Beats(new Listing(at, Set.copyOf(leases)), beats == null ? null : beats.last()));
    }

    /** A worker has gone; nothing is known of its leases any more. */
    public void forget(String worker) {
        byWorker.remove(worker);
    }

    /**
     * Whether the worker has lost a lease the log says it holds.
     *
     * @param since when the lease was granted
     */
    public boolean isLeaked(String worker, JobId job, long lease, Instant since) {
        Beats beats = byWorker.get(worker);
        Held held = new Held(job, lease);
        return beats != null
                && beats.before() != null
                && beats.last().lacks(held, since)
                && beats.before().lacks(held, since);
    }

    /** What both of the worker's last beats list: it must be granted, or dropped. */
    public Claims claims(String worker) {
        Beats beats = byWorker.get(worker);
        if (beats == null || beats.before() == null) {
            return Claims.NONE;
        }
        Set<Held> both = new HashSet<>(beats.last().leases());
        both.retainAll(beats.before().leases());
        return new Claims(beats.before().at(), both);
    }

    /**
     * Leases that a worker says it holds.
     *
     * @param since when it said so first
     * @param leases which
     */
    public record Claims(Instant since, Set<Held> leases) {
        static final Claims NONE = new Claims(Instant.MAX, Set.of());
    }
}
