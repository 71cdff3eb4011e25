package dev.penstock.processor.handlers.search;

import dev.penstock.api.payload.JobType;

/**
 * Build the index anew from the whole library (S1.3, S1.27); a completed one may be run again (S2.19).
 *
 * @param reason for people
 */
@JobType(
        name = "search.reindex",
        queue = "indexing",
        description = "Builds the full-text index anew from the whole library",
        policy = @JobType.Policy(backoffFactor = 2, restartable = true))
public record RebuildIndex(String reason) {}
