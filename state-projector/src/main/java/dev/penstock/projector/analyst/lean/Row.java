package dev.penstock.projector.analyst.lean;

/**
 * A job.
 *
 * @param version of its last event
 */
record Row(long version, Spot spot) {}
