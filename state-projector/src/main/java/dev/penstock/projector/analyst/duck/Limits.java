package dev.penstock.projector.analyst.duck;

import java.time.Duration;

/**
 * What a question may cost.
 *
 * @param time longest running time
 * @param megabytes memory of DuckDB; what does not fit is refused or spilled to a file beside its data
 * @param rows of the answer; more are cut off
 * @param cell characters of a value; longer ones end in an ellipsis, and of an answer a thousand times as many are kept
 */
public record Limits(Duration time, int megabytes, int rows, int cell) {
    private static final long CELLS = 1_000;

    /** Limits for whoever owns the machine: values are as long as they are. */
    public Limits(Duration time, int megabytes, int rows) {
        this(time, megabytes, rows, Integer.MAX_VALUE);
    }

    /** Characters of an answer. */
    long characters() {
        return CELLS * cell;
    }
}
