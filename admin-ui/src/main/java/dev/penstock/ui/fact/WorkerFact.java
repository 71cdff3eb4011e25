package dev.penstock.ui.fact;

import dev.penstock.api.dispatch.Beat;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
        boolean live) {}
