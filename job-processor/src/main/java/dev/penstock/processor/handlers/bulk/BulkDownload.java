package dev.penstock.processor.handlers.bulk;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Put the files of many items into one (S4.3, S4.14).
 *
 * @param items their ids
 * @param name of the file, without its ending
 */
@JobType(
        name = "bulk.download",
        queue = "content",
        description = "Puts the files of many items into one, to be downloaded",
        policy = @JobType.Policy(backoffFactor = 2, stoppable = false, resumable = false))
public record BulkDownload(List<String> items, String name) {}
