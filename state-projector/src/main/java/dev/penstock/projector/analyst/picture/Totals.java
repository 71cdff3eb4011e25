package dev.penstock.projector.analyst.picture;

/**
 * What has happened since the log began.
 *
 * @param events read
 * @param submitted jobs created
 * @param deleted jobs removed
 * @param completed rounds that ended well
 * @param failed rounds that failed for good
 * @param attempts begun
 * @param failedAttempts that failed, retried or not
 * @param lostLeases taken from their workers
 * @param refused commands
 */
public record Totals(
        long events,
        long submitted,
        long deleted,
        long completed,
        long failed,
        long attempts,
        long failedAttempts,
        long lostLeases,
        long refused) {}
