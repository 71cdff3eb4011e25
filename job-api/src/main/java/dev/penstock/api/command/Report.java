package dev.penstock.api.command;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says of an attempt. It quotes the lease, and the message the secret token of the dispatch; a report that
 * does not match the job's lease is refused (failure scenario A5). Workers send durations, never instants (A9).
 *
 * <p>The reports that end an attempt carry {@code delivery}, so that a short job, done before its {@code Started} was
 * sent, reports once.
 */
public sealed interface Report extends JobCommand {
    Lease lease();

    /**
     * The attempt begins.
     *
     * @param claim the worker has not begun and waits for the grant
     */
    record Started(JobId job, Lease lease, Delivery delivery, boolean claim) implements Report {}

    /** An estimate of how far the attempt is. At most one a second. */
    record Progress(JobId job, Lease lease, dev.penstock.api.job.Progress progress) implements Report {}

    /** State to go on from after a stop, a retry or a crash. */
    record Checkpoint(JobId job, Lease lease, Json state) implements Report {}

    /** The handler logged an error and goes on; the job is flagged (S2.9). Sent once for an attempt. */
    record ErrorLogged(JobId job, Lease lease, String message) implements Report {}

    /** Create children; at most 500 in one command, at most four such commands undecided for one job (B7). */
    record Spawn(JobId job, Lease lease, List<Child> children) implements Report {}

    /** The attempt has ended; call the parent back as its children end. */
    record AwaitChildren(JobId job, Lease lease, Await mode, Duration took) implements Report {}

    /** A file was made. */
    record Attach(JobId job, Lease lease, Artifact artifact) implements Report {}

    /**
     * The attempt ended well; {@code children} are created first.
     *
     * @param detached the job completes at once and its children go on by themselves; else it waits for those that have not
     *     ended, and completes after the last (S1.17)
     */
    record Succeeded(
            JobId job,
            Lease lease,
            @Nullable Delivery delivery,
            Duration took,
            @Nullable Json result,
            List<Child> children,
            boolean detached)
            implements Report {
        @SuppressWarnings("ConstantValue")
        public Succeeded {
            children = children == null ? List.of() : List.copyOf(children);
        }
    }

    /**
     * The attempt failed.
     *
     * @param retryIn wait the handler asks for in place of the back-off
     * @param abort the handler gives the job up: ABORTED, no retry
     */
    record Failed(
            JobId job,
            Lease lease,
            @Nullable Delivery delivery,
            Duration took,
            Failure failure,
            @Nullable Duration retryIn,
            boolean abort)
            implements Report {}

    /** The handler obeyed a stop. */
    record Stopped(JobId job, Lease lease, Duration took) implements Report {}

    /** Run again later; no attempt is counted. */
    record Snooze(JobId job, Lease lease, @Nullable Delivery delivery, Duration delay) implements Report {}

    /** The worker cannot take it: unknown type or newer schema, or it is closing. Counted against nobody (A10). */
    record HandedBack(JobId job, Lease lease, String why, boolean closing) implements Report {}

    /** A revoked dispatch was dropped unread (A4). */
    record StaleDropped(JobId job, Lease lease) implements Report {}

    /** The share group will not hand this dispatch out again; dispatch anew, claim first (A10). */
    record DeliveriesUsedUp(JobId job, Lease lease) implements Report {}

    /** A child to create: a name unique within its parent, and what to run (B8). */
    record Child(String name, JobSpec spec) {}

    /** When a waiting parent is called back: once after the last child, or as each ends. */
    enum Await {
        ALL,
        EACH
    }
}
