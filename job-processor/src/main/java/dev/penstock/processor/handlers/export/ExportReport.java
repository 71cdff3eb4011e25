package dev.penstock.processor.handlers.export;

import dev.penstock.api.payload.JobType;

/**
 * Export a report about all items (S4.3, S4.12).
 *
 * @param title of the report
 */
@JobType(
        name = "report.export",
        queue = "analytics",
        description = "Exports a report about all items, to be downloaded",
        policy = @JobType.Policy(backoffFactor = 2, resumable = false))
public record ExportReport(String title, Format format) {}
