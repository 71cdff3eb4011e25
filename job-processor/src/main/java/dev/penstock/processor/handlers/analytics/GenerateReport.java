package dev.penstock.processor.handlers.analytics;

import dev.penstock.api.payload.JobType;

/**
 * Write a report of a day's usage (S1.27).
 *
 * @param day such as 2026-01-31
 * @param title of the page
 */
@JobType(
        name = "report.generate",
        queue = "analytics",
        description = "Writes a report of a day's usage as a page with charts",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m"))
public record GenerateReport(String day, String title) {}
