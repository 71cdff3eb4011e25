package dev.penstock.processor.handlers.merge;

import dev.penstock.api.payload.JobType;

/** Merge the sheets of a module's items into one document (S4.3: from an inline module). */
@JobType(
        name = "pdf.merge.module",
        queue = "content",
        description = "Merges the sheets of a module's items into one PDF document, to be downloaded",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m", stoppable = false, resumable = false))
public record MergeModulePdf(String module) {}
