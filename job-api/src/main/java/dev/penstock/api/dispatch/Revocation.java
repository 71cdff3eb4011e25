package dev.penstock.api.dispatch;

/**
 * The first lease of a job that is still good, keyed by job in {@code jobs.revoked} (A4).
 *
 * @param firstGood dispatches with a lower number are dropped; {@link Long#MAX_VALUE}: all of them
 * @param why shown in the worker's log
 */
public record Revocation(long firstGood, String why) {}
