package dev.penstock.processor.handlers.search;

import dev.penstock.api.payload.JobType;

/**
 * Put a document of the library into the index, in place of its last version (S1.3, S1.27).
 *
 * @param document name of a text file in the library; its first line is the title
 */
@JobType(
        name = "search.index",
        queue = "indexing",
        description = "Puts a document of the library into the full-text index",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "1m"))
public record IndexDocument(String document) {}
