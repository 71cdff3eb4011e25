/**
 * Part of the room {@code handlers} (floor 3): hardware fingerprints and SDK usage, folded into hourly aggregates.
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.telemetry.IngestTelemetryHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.telemetry;

import org.jspecify.annotations.NullMarked;
