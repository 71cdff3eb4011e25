package dev.penstock.stack.analyst.duck;

import java.time.Duration;

/**
 * What a question may cost.
 *
 * @param time longest running time
 * @param megabytes memory of DuckDB; what does not fit is refused or spilled to a file beside its data
 * @param rows of the answer; more are cut off
 */
public record Limits(Duration time, int megabytes, int rows) {}
