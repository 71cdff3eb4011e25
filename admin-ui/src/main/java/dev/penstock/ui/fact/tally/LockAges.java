package dev.penstock.ui.fact.tally;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the locks that are held now have been held (S1.33).
 *
 * @param held how many
 * @param oldest null if none is held
 * @param p50 half of them are younger
 * @param p95 nearly all are younger
 */
public record LockAges(
        long held,
        @Nullable Duration oldest,
        @Nullable Duration p50,
        @Nullable Duration p95) {}
