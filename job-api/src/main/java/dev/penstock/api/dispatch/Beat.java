package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import java.util.List;
import java.util.Map;

/** What stands in {@code jobs.workers}: workers' heartbeats and processors' pulses (A8). */
public sealed interface Beat {
    /**
     * A worker lives; every 1.5 s.
     *
     * @param worker its id, new for each process start (A2)
     * @param host where it runs
     * @param version build
     * @param queues it serves
     * @param types job types it knows, with the highest schema version of each
     * @param slots jobs it can run at a time
     * @param busy jobs it runs
     * @param state what it is doing
     * @param leases it holds for longer than 5 s (A2)
     * @param uptimeMillis milliseconds since its start
     */
    record Heartbeat(
            String worker,
            String host,
            String version,
            List<String> queues,
            Map<String, Integer> types,
            int slots,
            int busy,
            State state,
            List<Held> leases,
            long uptimeMillis)
            implements Beat {}

    /** A processor lives and reads this partition; every second. */
    record Pulse(String processor, String version, int partition, long sequence) implements Beat {}

    /** A lease in a worker's hands. */
    record Held(JobId job, long lease) {}

    /** What a worker is doing. */
    enum State {
        WORKING,
        QUIET,
        DRAINING,
        STOPPED
    }
}
