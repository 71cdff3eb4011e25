package dev.penstock.processor.handlers.upkeep;

import dev.penstock.api.payload.JobType;

/**
 * Rewrite a table in the order of its ids, each once (S2.25).
 *
 * @param table name of an imported table
 */
@JobType(
        name = "system.refactor-data",
        queue = "system",
        description = "Rewrites a table in the order of its ids, each once",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false, system = true))
public record RefactorData(String table) {}
