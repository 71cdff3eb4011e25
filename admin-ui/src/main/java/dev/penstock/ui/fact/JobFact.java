package dev.penstock.ui.fact;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy.Capabilities;
import dev.penstock.api.job.Origin;
import dev.penstock.api.job.Priority;
import dev.penstock.api.job.Progress;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Lifecycle;
import dev.penstock.api.lifecycle.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as a list shows it.
 *
 * @param id its name
 * @param root first of its family; its own id if it has no parent
 * @param parent the job that spawned it
 * @param type job type
 * @param queue where it waits
 * @param priority lane of the queue
 * @param status where it stands
 * @param version lifecycle version; goes into {@code ifVersion} of an act (B5)
 * @param origin started by a person or by the system
 * @param runBy who triggered it; null for system jobs (S2.11)
 * @param instance instance number (S3.22)
 * @param batch BatchID (S4.17)
 * @param tags short labels
 * @param times when things happened
 * @param tries rounds and attempts
 * @param flags what people should notice
 * @param children counts of its children
 * @param progress its own estimate; null if it never said (S2.12)
 * @param failure of the round's last failed attempt; in a list without its stack
 * @param fingerprint names the group of failures with the same cause; null if nothing has failed in the round
 * @param reason sentence: why it stands where it stands
 * @param worker holder of the last lease
 * @param lease number of the lease in force; null if nobody holds the job
 * @param delivery where the last attempt was read from (S0.16)
 * @param capabilities what its type allows
 */
public record JobFact(
        JobId id,
        JobId root,
        @Nullable JobId parent,
        String type,
        String queue,
        Priority priority,
        Status status,
        long version,
        Origin origin,
        @Nullable String runBy,
        @Nullable String instance,
        @Nullable String batch,
        List<String> tags,
        Times times,
        Tries tries,
        Flags flags,
        Children children,
        @Nullable Progress progress,
        @Nullable Failure failure,
        @Nullable String fingerprint,
        @Nullable String reason,
        @Nullable String worker,
        @Nullable Long lease,
        @Nullable Delivery delivery,
        Capabilities capabilities) {

    /**
     * When things happened, by the log's clock.
     *
     * @param createdAt submission
     * @param availableAt from when the round waits: the later of its beginning and its start time
     * @param startedAt the round's first attempt
     * @param endedAt end of the round
     * @param dueAt end of the present wait: SCHEDULED, RETRYING
     * @param changedAt last event
     * @param deleteAfter a COMPLETED or ABORTED job leaves then
     * @param leaseSince since when a worker holds it
     * @param waited S2.5; null until the round has started: it still grows from {@code availableAt}
     * @param took S2.7; null until the round has ended: it still grows from {@code startedAt}
     */
    public record Times(
            Instant createdAt,
            Instant availableAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant dueAt,
            Instant changedAt,
            @Nullable Instant deleteAfter,
            @Nullable Instant leaseSince,
            @Nullable Duration waited,
            @Nullable Duration took) {}

    /**
     * Rounds and attempts (S0.10).
     *
     * @param round from 1
     * @param attempt of the round; 0 before the first
     * @param failures of the round, counted against {@code max}
     * @param max attempts that may fail in a round
     * @param total attempts begun in all rounds
     * @param lostLeases in all rounds
     */
    public record Tries(int round, int attempt, int failures, int max, int total, int lostLeases) {}

    /** The errors flag (S2.9), flagged for review (S1.21), of a system type or origin (S2.25). */
    public record Flags(boolean errors, boolean needsReview, boolean system) {}

    /** Children in all, not yet ended, failed (S2.13). */
    public record Children(int total, int open, int failed) {}

    /** Why {@code verb} is not possible now; null if it is. The same rule decides in the processor. */
    public Lifecycle.@Nullable Refusal refusal(Verb verb) {
        return Lifecycle.refusal(id, type, status, capabilities, verb);
    }
}
