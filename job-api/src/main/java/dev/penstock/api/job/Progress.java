package dev.penstock.api.job;

import org.jspecify.annotations.Nullable;

/**
 * How far an attempt is, by its own estimate (S2.12).
 *
 * @param done units done
 * @param total units in all; 0 if not known
 * @param message what it is doing
 */
public record Progress(long done, long total, @Nullable String message) {
    /** Whole per cent, 0 to 100; 0 while the total is not known. */
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }
}
