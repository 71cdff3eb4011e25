package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Give a field of many items the same value (S4.3).
 *
 * @param items their ids
 * @param batch BatchID by which they are found afterwards (S4.17)
 */
@JobType(
        name = "bulk.edit",
        description = "Gives a field of many items the same value, as one batch",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false))
public record BulkEdit(List<String> items, String field, String value, String batch) {}
