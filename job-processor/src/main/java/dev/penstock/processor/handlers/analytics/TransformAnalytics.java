package dev.penstock.processor.handlers.analytics;

import dev.penstock.api.payload.JobType;

/**
 * Fold the hourly aggregates of a day into one (S1.3, S1.27).
 *
 * @param day such as 2026-01-31
 */
@JobType(
        name = "analytics.transform",
        queue = "analytics",
        description = "Folds the hourly aggregates of a day into one",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m"))
public record TransformAnalytics(String day) {}
