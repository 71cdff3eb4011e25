package dev.penstock.processor.handlers.document;

import dev.penstock.api.payload.JobType;

/**
 * Take text and pictures of the pages out of a document (S1.27).
 *
 * @param document name of a PDF file in the documents' inbox
 * @param dpi resolution of the pictures, 36 to 200 dots an inch
 */
@JobType(
        name = "document.process",
        queue = "content",
        description = "Takes text and page pictures out of a PDF document",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m"))
public record ProcessDocument(String document, int dpi) {}
