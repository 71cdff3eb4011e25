package dev.penstock.api.event;

import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a round of a job ends, and what remains of it. */
public sealed interface Ending extends JobEvent {
    /**
     * Done. The one accepted completion of the round.
     *
     * @param lease of the attempt that did it; null if the last child's end did, or there was no attempt
     * @param took running time of that attempt
     */
    record JobCompleted(
            @Nullable Lease lease, Duration took, @Nullable Json result) implements Ending {}

    /**
     * Failed for good, until a person acts.
     *
     * @param review flagged for an administrator (S1.21)
     */
    record JobFailed(Why why, boolean review) implements Ending {
        /** Why no attempt follows. */
        public enum Why {
            PERMANENT,
            EXHAUSTED,
            POISON,
            LEASE_LOST,
            CHILD_FAILED
        }
    }

    /** Given up: by a person, by its handler, by its deadline, or by its type's rule (S3.16). */
    record JobAborted(String why) implements Ending {}

    /** Stopped by a person. */
    record JobStopped() implements Ending {}

    /** The file it made is gone (S4.16). */
    record ArtifactExpired() implements Ending {}

    /** Removed from every view; these events remain. */
    record JobDeleted() implements Ending {}
}
