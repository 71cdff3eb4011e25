package dev.penstock.api.event;

import dev.penstock.api.job.JobId;
import java.time.Instant;

/** What a job that no worker holds waits for. */
public sealed interface Waiting extends JobEvent {
    /**
     * Waits for its start time.
     *
     * @param timer names the wait; every other {@code DelayElapsed} is a copy or obsolete (B9)
     * @param due when it ends
     */
    record JobScheduled(long timer, Instant due) implements Waiting {}

    /** Waits for the end of the job that it replaces (unique jobs). */
    record PredecessorAwaited(JobId job) implements Waiting {}

    /** Waits for its next attempt: after a transient failure, a hand-back or a snooze; timer and due as above. */
    record RetryScheduled(long timer, Instant due) implements Waiting {}

    /** The wait is over; a dispatch follows, at once or when a window or gate lets it pass. */
    record WaitEnded(long timer) implements Waiting {}

    /** A dispatch that no work topic holds any more was found; another follows (A3). */
    record DispatchVanished(long lease) implements Waiting {}
}
