package dev.penstock.api.event;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to an attempt between its dispatch and the end of its lease. */
public sealed interface Attempt extends JobEvent {
    Lease lease();

    /**
     * A worker holds the lease.
     *
     * @param delivery where it read the dispatch
     * @param startedAt append time of the report; for an attempt that reported once, append time less its duration (A9)
     * @param claimed it waited for this grant; only then is the lease number a fencing token (A5)
     */
    record AttemptStarted(Lease lease, @Nullable Delivery delivery, Instant startedAt, boolean claimed)
            implements Attempt {}

    /** The handler's estimate; only the last of an attempt is kept in the history. */
    record ProgressReported(Lease lease, dev.penstock.api.job.Progress progress) implements Attempt {}

    /** State to go on from after a stop, a retry or a crash. */
    record CheckpointSaved(Lease lease, Json state) implements Attempt {}

    /** A file was made and is kept until its retention ends. */
    record ArtifactAttached(Lease lease, Artifact artifact) implements Attempt {}

    /** The handler ended well but the job waits for its children; else {@code JobCompleted} says so. */
    record AttemptSucceeded(
            Lease lease, Duration took, @Nullable Json result) implements Attempt {}

    /** The handler failed; what follows is {@code RetryScheduled}, {@code JobFailed} or {@code JobAborted}. */
    record AttemptFailed(Lease lease, Duration took, Failure failure) implements Attempt {}

    /** The handler asked to run again later; no attempt is counted. */
    record AttemptSnoozed(Lease lease, Duration delay) implements Attempt {}

    /** The handler obeyed a stop. */
    record AttemptStopped(Lease lease, Duration took) implements Attempt {}

    /**
     * The lease was taken from its worker; counted apart from attempts.
     *
     * @param cause who noticed
     * @param poison the attempt was so short that it counts towards poison (A10)
     */
    record AttemptLost(Lease lease, Cause cause, boolean poison) implements Attempt {
        /** Who noticed that the lease is lost. */
        public enum Cause {
            WORKER_SILENT,
            LEASE_NOT_LISTED,
            EXPIRED_BY_PERSON,
            TIMED_OUT
        }
    }

    /**
     * A worker could not take it; dispatched again after the wait, counted against nobody (A10).
     *
     * @param why such as "no handler for email.send v3"
     */
    record AttemptHandedBack(Lease lease, String why) implements Attempt {}

    /** A stale dispatch was dropped unread (A4). */
    record StaleDispatchDropped(Lease lease) implements Attempt {}

    /** The share group gave up on the dispatch; the next one is claimed first (A10). */
    record DeliveriesExhausted(Lease lease) implements Attempt {}
}
