package dev.penstock.processor.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which workers are silent, measured in the log and not on a clock (A8).
 *
 * <p>A worker is silent when the observer has read back an unbroken run of its <em>own</em> pulses, as long as a lease
 * time, from the worker's partition without one of the worker's beats in between. An observer that was paused, lags, has
 * just started or was cut off has no such run and sees nobody die; after an outage of the partition everyone has a full
 * lease time.
 */
public final class Silence {
    private final Duration leaseTime;
    private final Duration longestGap;
    private final Map<Integer, Run> runs = new HashMap<>();

    /** An unbroken run of own pulses, and the last beat heard of each worker since it began. */
    private static final class Run {
        final Instant from;
        final Map<String, Instant> heard = new HashMap<>();
        Instant to;

        Run(Instant first) {
            from = first;
            to = first;
        }
    }

    /**
     * @param leaseTime how long a worker may be silent
     * @param longestGap between two own pulses; after a longer one the run begins anew
     */
    public Silence(Duration leaseTime, Duration longestGap) {
        this.leaseTime = leaseTime;
        this.longestGap = longestGap;
    }

    /** An own pulse was read back. */
    public void pulse(int partition, Instant at) {
        Run run = runs.get(partition);
        if (run == null || Duration.between(run.to, at).abs().compareTo(longestGap) > 0) {
            runs.put(partition, new Run(at));
            return;
        }
        run.to = at.isAfter(run.to) ? at : run.to;
        // A worker that is silent by now stays so without its entry: the run is longer than its silence.
        run.heard.values().removeIf(last -> isSilentSince(last, run));
    }

    /** A worker's beat was read. */
    public void beat(int partition, String worker, Instant at) {
        Run run = runs.get(partition);
        if (run != null) {
            run.heard.merge(worker, at, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** Whether a worker that beats in this partition has fallen silent. */
    public boolean isSilent(int partition, String worker) {
        Run run = runs.get(partition);
        return run != null && isSilentSince(run.heard.getOrDefault(worker, run.from), run);
    }

    private boolean isSilentSince(Instant last, Run run) {
        return Duration.between(last, run.to).compareTo(leaseTime) >= 0;
    }
}
