package dev.penstock.processor.handlers.segment;

import dev.penstock.api.payload.JobType;

/**
 * Take the accounts of an imported table into the audience, and decide anew to which segments they belong (S1.27).
 *
 * @param table name of an imported table
 */
@JobType(
        name = "segment.recalculate",
        queue = "segmentation",
        description = "Takes an imported table into the audience and recalculates its accounts' segments",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m", resumable = false))
public record RecalculateSegments(String table) {}
