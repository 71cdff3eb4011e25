package dev.penstock.processor.handlers.telemetry;

import dev.penstock.api.payload.JobType;

/**
 * Fold a file of usage lines into an aggregate (S0.19).
 *
 * @param file name of a file in the inbox
 * @param hour which aggregate it belongs to, such as {@code 2026-01-31T17}
 */
@JobType(
        name = "telemetry.ingest",
        queue = "analytics",
        description = "Folds a file of hardware fingerprints and SDK usage into the aggregate of its hour",
        policy = @JobType.Policy(backoffFactor = 2))
public record IngestTelemetry(String file, String hour) {}
