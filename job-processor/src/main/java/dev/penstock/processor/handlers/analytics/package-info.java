/**
 * Part of the room {@code handlers} (floor 3): what the hourly aggregates of {@code telemetry.ingest} come to in a day, and
 * a report of it: work for times of low load (S2.20).
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.analytics.TransformAnalyticsHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.analytics;

import org.jspecify.annotations.NullMarked;
