package dev.penstock.ui.fact;

import dev.penstock.api.dispatch.Beat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A worker by its last heartbeat.
 *
 * @param id new for each process start
 * @param host where it runs
 * @param version build
 * @param queues it serves
 * @param types job types it knows, with the highest schema version of each
 * @param slots jobs it can run at a time
 * @param busy jobs it runs
 * @param state what it is doing
 * @param beatAt last heartbeat
 * @param startedAt of the process
 * @param live it has beaten lately and has not said goodbye
 */
public record WorkerFact(
        String id,
        String host,
        String version,
        List<String> queues,
        Map<String, Integer> types,
        int slots,
        int busy,
        Beat.State state,
        Instant beatAt,
        Instant startedAt,
        boolean live) {

    /**
     * A lease that somebody holds (S1.33).
     *
     * @param job held job
     * @param age since when it is held, as a span
     * @param usual 99 % of its type's attempts ran no longer; null if none has ended lately
     * @param timeout longest running time of an attempt; null: none
     * @param stale its worker is no longer there (S1.24)
     */
    public record Lock(
            JobFact job,
            Duration age,
            @Nullable Duration usual,
            @Nullable Duration timeout,
            boolean stale) {
        private static final int OVER = 3;

        /** Held for over three times what is usual, or longer than its type allows (S1.23). */
        public boolean stuck() {
            return (usual != null && age.compareTo(usual.multipliedBy(OVER)) > 0)
                    || (timeout != null && age.compareTo(timeout) > 0);
        }
    }
}
