package dev.penstock.projector.analyst.lean;

import dev.penstock.projector.analyst.picture.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All of a partition's fold but its jobs, as JSON at the beginning of its file.
 *
 * @param of the log it is of, and the form of the file
 * @param partition of the log
 * @param beginning the first record that the cluster had
 * @param next the first record that is not folded in
 * @param last the last record that is
 * @param lastSum checksum of that record
 * @param lastAt latest time of an event; null if there was none
 * @param events folded in
 * @param unreadable records that are no events
 * @param times of the events that changed something, how many there are of each name
 * @param queues declared, with whether they are paused
 * @param spots in the order of their numbers
 * @param counts jobs that stand at each of them
 * @param running leases in force
 */
record Head(
        String of,
        int partition,
        long beginning,
        long next,
        long last,
        long lastSum,
        @Nullable Instant lastAt,
        long events,
        long unreadable,
        Map<String, Long> times,
        Map<String, Boolean> queues,
        List<Spot> spots,
        List<Long> counts,
        List<Holding> running) {}
