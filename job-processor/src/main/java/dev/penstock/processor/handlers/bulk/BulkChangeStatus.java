package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Give many items the same status (S4.3).
 *
 * @param items their ids
 * @param status draft, review, approved or archived
 * @param batch BatchID by which they are found afterwards (S4.17)
 */
@JobType(
        name = "bulk.change-status",
        description = "Gives many items the same status, as one batch; archived ones keep theirs",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false))
public record BulkChangeStatus(List<String> items, String status, String batch) {}
