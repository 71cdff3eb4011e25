package dev.penstock.projector.analyst.picture;

/**
 * A queue at a moment.
 *
 * @param paused workers do not poll it
 * @param depth jobs that wait for a worker: QUEUED
 * @param dispatched of these, in a work topic or at a gate
 * @param waiting SCHEDULED and RETRYING: they wait for their time
 * @param running RUNNING and STOPPING
 * @param parents WAITING_FOR_CHILDREN
 * @param ended that are still there
 */
public record QueueLine(
        String queue,
        boolean paused,
        long depth,
        long dispatched,
        long waiting,
        long running,
        long parents,
        long ended) {}
