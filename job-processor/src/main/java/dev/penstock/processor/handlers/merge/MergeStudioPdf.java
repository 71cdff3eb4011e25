package dev.penstock.processor.handlers.merge;

import dev.penstock.api.payload.JobType;

/** Merge what the studio has made of an item into one document (S4.3: from Print Studio). */
@JobType(
        name = "pdf.merge.studio",
        queue = "content",
        description = "Merges what the print studio has made of an item into one PDF document, to be downloaded",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m", stoppable = false, resumable = false))
public record MergeStudioPdf(String item) {}
