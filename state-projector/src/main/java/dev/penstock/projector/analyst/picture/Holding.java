package dev.penstock.projector.analyst.picture;

import java.time.Instant;

/**
 * A lease in force.
 *
 * @param lease its number
 * @param since when its worker began
 */
public record Holding(
        String job,
        String type,
        String queue,
        String status,
        String worker,
        int round,
        int attempt,
        long lease,
        Instant since) {}
