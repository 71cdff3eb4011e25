package dev.penstock.processor.handlers.item;

import dev.penstock.api.payload.JobType;

/**
 * Take items from a file into a module (S4.4, S4.17).
 *
 * @param file name of a CSV file in the items' inbox
 * @param module what they become part of
 * @param batch BatchID by which the items are found afterwards
 */
@JobType(
        name = "item.import",
        queue = "content",
        description = "Takes items from a file into a module, as one batch",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false))
public record ImportItems(String file, String module, String batch) {}
