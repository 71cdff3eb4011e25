package dev.penstock.projector.analyst.fold;

import dev.penstock.api.lifecycle.Job;

/**
 * A job and the place of the last event folded into it.
 *
 * @param partition of {@code jobs.events}
 * @param offset in the partition
 */
public record Standing(Job job, int partition, long offset) {}
