package dev.penstock.projector.analyst.verify;

/**
 * A job as the read side shows it.
 *
 * @param partition of the last event folded into it
 * @param offset of the last event folded into it
 * @param version of the job after that event
 * @param job the job as JSON
 */
record Shown(int partition, long offset, long version, String job) {}
