package dev.penstock.ui.fact;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer is behind the log. Every answer says it.
 *
 * @param behindRecords events not yet in the tables
 * @param behind how old the newest event in the tables is, if there is a newer one; grows while no projector writes
 * @param asOf offsets, {@code partition:next} separated by blanks
 * @param lastAt append time of the newest event in the tables
 * @param projectorSilent how long no projector has said anything; zero while one does
 * @param peakRecords most that it was behind since nothing was left
 * @param left until nothing is left, as fast as it goes now; null if there is no telling
 */
public record Freshness(
        long behindRecords,
        Duration behind,
        String asOf,
        @Nullable Instant lastAt,
        Duration projectorSilent,
        long peakRecords,
        @Nullable Duration left) {}
