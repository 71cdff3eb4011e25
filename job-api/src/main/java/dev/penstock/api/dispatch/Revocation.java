package dev.penstock.api.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The first lease of a job that is still good, keyed by job in {@code jobs.revoked} (A4).
 *
 * @param firstGood dispatches with a lower number are dropped; {@link Long#MAX_VALUE}: all of them
 * @param why shown in the worker's log
 * @param queue whose work topics may hold what is revoked; once they no longer can, the entry goes. Without it, it stays
 */
public record Revocation(
        long firstGood, String why, @Nullable String queue) {}
