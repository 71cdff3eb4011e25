package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.payload.JobType;

/**
 * Make many items like one (S4.3).
 *
 * @param like id of the item that they are made after
 * @param prefix their ids are this and a number
 * @param count 1 to 500
 * @param batch BatchID by which they are found afterwards (S4.17)
 */
@JobType(
        name = "bulk.create",
        description = "Makes many items like one, as one batch",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false))
public record BulkCreate(String like, String prefix, int count, String batch) {}
